"""Words into windows: what the stated time of a promise means in days."""
