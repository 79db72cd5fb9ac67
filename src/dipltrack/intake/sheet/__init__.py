"""The spreadsheet that a desk has kept -> meetings, items and updates to be filed."""
