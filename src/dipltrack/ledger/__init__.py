"""The TOML files: find, read, check the shape, lock, append."""
