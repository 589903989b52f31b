"""The memory of an output folder. Import from here: `from store import Memory, Record`."""

from store.lock import FolderInUse, locked
from store.memory import Meeting, Memory, Standing, Twin
from store.record import ForeignRecord, Record, content_of, contract_form, record_of

__all__ = [
    "FolderInUse", "ForeignRecord", "Meeting", "Memory", "Record", "Standing", "Twin", "content_of",
    "contract_form", "locked", "record_of",
]  # fmt: skip
