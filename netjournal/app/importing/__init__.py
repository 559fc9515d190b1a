"""Importing: who in a file is whom in the vault, what of it is new, and writing that."""
