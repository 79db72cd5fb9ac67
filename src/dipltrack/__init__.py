"""dipltrack: what was agreed at a meeting, in its own words, and what has become of it."""

__version__ = "0.1.0"
