"""The index: an SQLite file that answers questions about a ledger; the files are the truth."""
