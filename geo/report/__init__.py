"""Events -> one page to read and to print. Import from here: `from geo.report import Choice, report_page`."""

from geo.report.choice import Box, Choice, NoSuchArea, chosen
from geo.report.page import report_page
from geo.report.read import UnreadableEvents, read_events, read_outlines

__all__ = [
    "Box", "Choice", "NoSuchArea", "UnreadableEvents", "chosen", "read_events", "read_outlines",
    "report_page",
]  # fmt: skip
