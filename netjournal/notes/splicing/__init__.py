"""Changes to a note: bytes in, and bytes out in which nothing but the thing asked for differs."""
