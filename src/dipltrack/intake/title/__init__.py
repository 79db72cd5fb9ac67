"""The act in a few words."""
