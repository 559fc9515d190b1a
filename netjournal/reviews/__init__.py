"""What the review pages say: pure functions of the index, the settings and the date."""
