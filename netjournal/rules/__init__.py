"""What can be wrong with a vault: one rule a file, each with its page of documentation."""
