"""Importers: each reads the file of another program, one file for each program or format."""
