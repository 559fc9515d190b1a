"""The disk: the only room that reads and writes files, and that knows what a vault's files are."""
