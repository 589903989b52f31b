"""Lists in YAML files, each row with its line, so that a mistake in one can be pointed at."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from gazetteer.errors import BadSource


def read_rows(path: Path) -> Iterator[tuple[int, Any]]:
    """The rows of a file that is one list. Raises BadSource where it is no YAML or no list."""
    loader = yaml.SafeLoader(path.read_text(encoding="utf-8"))
    try:
        document = loader.get_single_node()
        if not isinstance(document, yaml.SequenceNode):
            raise BadSource(path.name, 1, "the file is not a list of rows, each after a '- '")
        for node in document.value:
            yield node.start_mark.line + 1, loader.construct_object(node, deep=True)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark is not None else 1
        raise BadSource(path.name, line, f"no YAML: {error.problem}") from error
    finally:
        loader.dispose()
