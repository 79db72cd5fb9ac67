"""A sentence taken apart: its marks, clauses, verbs, subjects and times."""
