"""What an editor asks about the notes that are open in it: all in places and words, no protocol."""
