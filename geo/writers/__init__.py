"""Reports -> files. Import from here: `from geo.writers import outputs_named, write_outputs`."""

from geo.writers.feature import Feature, feature_of
from geo.writers.output import Output, Put
from geo.writers.outputs import DEFAULT_FORMATS, OUTPUTS, Counts, outputs_named, write_outputs

__all__ = [
    "DEFAULT_FORMATS", "OUTPUTS", "Counts", "Feature", "Output", "Put", "feature_of", "outputs_named",
    "write_outputs",
]  # fmt: skip
