"""Reports -> files. Import from here: `from geo.writers import write_geojson`."""

from geo.writers.geojson import Counts, write_geojson

__all__ = ["Counts", "write_geojson"]
