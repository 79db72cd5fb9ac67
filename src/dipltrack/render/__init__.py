"""A report for people: the terminal."""
