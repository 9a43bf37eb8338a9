"""What the statements of the path search promise about themselves."""

from __future__ import annotations

import re

from graph import catalogue
from graph.schema import WALKED


def test_a_step_walks_exactly_the_types_that_the_schema_lets_walk() -> None:
    listed = re.search(r"-\[r:([A-Z_|\s]+)\]-", catalogue.get("paths/step").text)
    assert listed
    assert tuple(re.split(r"[|\s]+", listed[1])) == WALKED
