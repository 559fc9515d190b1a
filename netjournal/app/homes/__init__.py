"""Homes in editors: what `init --editor` writes for each, added to what is there already."""
