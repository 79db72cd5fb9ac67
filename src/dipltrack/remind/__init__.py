"""Which reminders are due, the log of those issued, the ways in which they go out."""
