"""The exit codes, which scripts rely on (DESIGN §7)."""

ATTENTION = 1
"""Something needs attention, where that was asked for."""
USAGE = 2
"""What was typed cannot be done."""
BROKEN = 3
"""The ledger is broken or cannot be read."""
CONFLICT = 4
"""Somebody else holds or changed the ledger."""
FAULT = 70
"""A fault of the program itself (EX_SOFTWARE of BSD's sysexits)."""
