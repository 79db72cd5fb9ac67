"""Merging by meaning: two desks' versions of a ledger and what both grew from -> one."""
