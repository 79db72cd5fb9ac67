"""The acts that a sentence promises, why others are none, and when each is to be."""
