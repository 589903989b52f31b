import pyarrow as pa
import pytest

from geo.writers.arrow import Batches
from geo.writers.columns import KINDS
from geo.writers.feature import feature_of

from ..sample_reports import report, unlocated


def test_rows_are_handed_on_batch_by_batch_and_the_rest_at_the_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("geo.writers.arrow.BATCH", 2)
    written: list[pa.RecordBatch] = []
    batches = Batches(KINDS, [pa.field("geometry", pa.binary())], written.append)
    for number in range(5):
        batches.add(feature_of(report(id=f"e-{number}")), b"point")
    assert [batch.num_rows for batch in written] == [2, 2]
    batches.flush()
    batches.flush()
    assert [batch["id"].to_pylist() for batch in written] == [["e-0", "e-1"], ["e-2", "e-3"], ["e-4"]]
    assert written[2]["geometry"].to_pylist() == [b"point"]


def test_a_column_of_nulls_has_its_type(monkeypatch: pytest.MonkeyPatch) -> None:
    written: list[pa.RecordBatch] = []
    batches = Batches(KINDS, [], written.append)
    batches.add(feature_of(unlocated(date_start=None, killed_low=None)))
    batches.flush()
    (batch,) = written
    assert (batch["date_start"].type, batch["killed_low"].type, batch["lat"].type) == (
        pa.date32(), pa.int64(), pa.float64(),
    )  # fmt: skip
    assert batch["date_start"].null_count == batch["lat"].null_count == 1
