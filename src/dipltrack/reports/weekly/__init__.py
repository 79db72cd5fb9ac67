"""The weekly report, a module a section."""
