"""Prefect, settings and the command line. Nothing imports this package; `conflictmap` is its door."""
