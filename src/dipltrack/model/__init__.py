"""What there is: meetings, documents, commitments, records, updates, windows and their words."""
