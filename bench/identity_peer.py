"""Scores of nomenklatura's logic-v2, run by the interpreter that has it (`make bench-identity` makes one).

Reads [[id, name, name], …] as json from stdin and writes the list of scores. Each entity has an id of its own: the
matcher caches what it made of an entity by its id.
"""

from __future__ import annotations

import json
import sys

from followthemoney.proxy import EntityProxy
from nomenklatura.matching import get_algorithm


def entity(key: str, name: str) -> EntityProxy:
    """An organisation in China that bears one name."""
    return EntityProxy.from_dict(
        {"id": key, "schema": "Organization", "properties": {"name": [name], "country": ["cn"]}}
    )


def main() -> None:
    """One score for each pair."""
    logic = get_algorithm("logic-v2")
    if logic is None:
        sys.exit("this nomenklatura has no logic-v2")
    config = logic.default_config()
    json.dump(
        [logic.compare(entity(f"{i}-a", a), entity(f"{i}-b", b), config).score for i, a, b in json.load(sys.stdin)],
        sys.stdout,
    )


if __name__ == "__main__":
    main()
