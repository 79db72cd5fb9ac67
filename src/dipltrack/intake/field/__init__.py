"""What else is read of a promise: whose voice, what kind, which sector and bodies."""
