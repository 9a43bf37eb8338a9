"""The parts of a score and what they say of each other."""

from __future__ import annotations

import pytest

from graph.paths.rank import parts, strength, total

BUILT = ("CO_BUILT_BY", "started", "O")
VISIT = ("VISITED", "started", "O")


def score(hops: int = 1, ties: list[tuple[str, str, str]] | None = None, degrees: list[int] | None = None) -> float:
    return total(parts(hops, ties or [BUILT], degrees or [], over=False))


def test_the_best_there_is() -> None:
    assert score() == 1.0


def test_each_further_hop_halves() -> None:
    assert [score(hops) for hops in (1, 2, 3, 4)] == [1.0, 0.5, 0.25, 0.125]


def test_a_chain_is_as_strong_as_its_weakest_link() -> None:
    assert score(ties=[BUILT, VISIT]) == score(ties=[VISIT, VISIT]) < score(ties=[BUILT, BUILT])


@pytest.mark.parametrize(
    ("better", "worse"),
    [
        (("CO_BUILT_BY", "started", "O"), ("CO_BUILT_BY", "signed", "O")),
        (("CO_BUILT_BY", "signed", "O"), ("CO_BUILT_BY", "planned", "O")),
        (("CO_BUILT_BY", "started", "O"), ("CO_BUILT_BY", "started", "R")),
        (("CO_BUILT_BY", "started", "R"), ("CO_BUILT_BY", "started", "M")),
        (("CO_BUILT_BY", "started", "M"), ("CO_BUILT_BY", "started", "N")),
    ],
)
def test_stage_and_mark_count(better: tuple[str, str, str], worse: tuple[str, str, str]) -> None:
    assert score(ties=[better]) > score(ties=[worse])
    assert strength(*better) > strength(*worse)


def test_a_partner_of_many_says_less() -> None:
    assert score(degrees=[2]) > score(degrees=[50]) > score(degrees=[500])


def test_what_is_over_counts_half() -> None:
    assert total(parts(1, [BUILT], [], over=True)) == 0.5
