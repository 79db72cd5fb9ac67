"""What the officer types: one module a command group."""
