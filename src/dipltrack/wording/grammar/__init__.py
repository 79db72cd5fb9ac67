"""The grammar of time words that stand as in English: what comes first, what may follow."""
