"""Free Cypher: hostile statements are refused and change nothing, ordinary ones are answered."""

from __future__ import annotations

import json

import pytest
from pydantic import ValidationError

from graph.errors import RefusedStatementError, TimeLimitError, UsageError, XishangError
from graph.free import CypherQuestion, ask_cypher, refuse
from graph.render import constraints
from graph.settings import Settings
from graph.store import Store
from tests.free.statements import HOSTILE, ORDINARY


@pytest.fixture(scope="module")
def store(server_settings: Settings) -> Store:
    """A connection to the tests' own server, with the indexes of the schema."""
    store = Store(server_settings)
    store.schema_commands(constraints())
    return store


def fingerprint(store: Store) -> list[dict[str, object]]:
    """What a hostile statement could have changed: counts, labels, indexes, users."""
    texts = (
        "MATCH (n) RETURN count(n) AS n",
        "MATCH ()-[r]->() RETURN count(r) AS n",
        "CALL db.labels() YIELD label RETURN label ORDER BY label",
        "SHOW INDEXES YIELD name RETURN name ORDER BY name",
    )
    return [row for text in texts for row in store.read_text(text)]


def test_there_are_enough() -> None:
    assert len(HOSTILE) >= 60
    assert len(ORDINARY) >= 30


def test_hostile_statements_are_refused_and_change_nothing(store: Store) -> None:
    before = fingerprint(store)
    for what, statement in HOSTILE.items():
        with pytest.raises((RefusedStatementError, UsageError)) as refused:
            ask_cypher(store, CypherQuestion(statement=statement))
        assert refused.value.detail, what
    assert fingerprint(store) == before


@pytest.mark.parametrize("what", [name for name in HOSTILE if "hidden in" in name or name == "labels hidden"])
def test_a_hidden_subquery_is_seen_by_the_fifth_gate(store: Store, what: str) -> None:
    with pytest.raises(RefusedStatementError) as refused:
        ask_cypher(store, CypherQuestion(statement=HOSTILE[what]))
    assert refused.value.extra["gate"] == "hidden"


def test_ordinary_statements_are_answered_as_json(store: Store) -> None:
    for what, statement in ORDINARY.items():
        parameters = {"id": "nobody"} if "$id" in statement else {}
        answer = ask_cypher(store, CypherQuestion(statement=statement, parameters=parameters))
        json.dumps(answer.model_dump(mode="json"), allow_nan=False)
        assert answer.data.columns, what


def test_the_row_cap_is_said(store: Store) -> None:
    whole = ask_cypher(store, CypherQuestion(statement="UNWIND range(1, 10) AS i RETURN i", limit=10))
    assert whole.meta.truncated is None
    cut = ask_cypher(store, CypherQuestion(statement="UNWIND range(1, 11) AS i RETURN i", limit=10))
    assert len(cut.data.rows) == 10
    assert cut.meta.truncated is not None
    assert cut.meta.truncated.found_at_least == 11


def test_the_time_limit_is_an_error_that_says_what_to_narrow(store: Store) -> None:
    slow = "UNWIND range(1, 100000000) AS i UNWIND range(1, 1000) AS j WITH i, j WHERE i + j < 0 RETURN count(*) AS n"
    with pytest.raises(TimeLimitError) as late:
        ask_cypher(store, CypherQuestion(statement=slow, seconds=0.5))
    assert late.value.way_out


def test_limits_of_the_question_are_checked() -> None:
    for wrong in ({"limit": 0}, {"limit": 5001}, {"seconds": 0}, {"seconds": 61}, {"statement": ""}):
        with pytest.raises(ValidationError):
            CypherQuestion(**({"statement": "RETURN 1"} | wrong))  # type: ignore[arg-type]  # wrong on purpose


def test_an_unknown_operator_is_refused() -> None:
    with pytest.raises(XishangError) as refused:
        refuse("r", {"operatorType": "SomethingNew@neo4j", "children": []})
    assert refused.value.extra == {"gate": "operator", "found": "SomethingNew"}
