"""The local page: the built site on this machine alone, which shows every save by itself."""
