"""The walk against a plain enumeration written another way, on random small nets."""

from __future__ import annotations

from collections.abc import Set
from itertools import pairwise, permutations
from math import ceil

from hypothesis import given, settings
from hypothesis import strategies as st

from graph.paths.walk import Net, Onward, simple_paths

NAMES = [f"n{i}" for i in range(7)]
ENDS = (NAMES[0], NAMES[1])
PAIRS = [(a, b) for i, a in enumerate(NAMES) for b in NAMES[i + 1 :]]


def net(ties: set[tuple[str, str]], reified: set[str], onto_place: Set[str] = frozenset()) -> Net:
    """A net of undirected ties; the second end is a place that the nodes of `onto_place` are in."""
    onward: dict[str, set[Onward]] = {name: set() for name in NAMES}
    for a, b in ties:
        onward[a].add(Onward(b))
        onward[b].add(Onward(a))
    for name in onto_place:
        if not {(name, ENDS[1]), (ENDS[1], name)} & ties:
            onward[name].add(Onward(ENDS[1], place=True))
    ordered = {name: tuple(sorted(ways, key=lambda way: way.other)) for name, ways in onward.items()}
    return Net(ordered, frozenset(reified), ENDS)


def by_brute_force(given_net: Net, max_hops: int) -> set[tuple[int, tuple[str, ...]]]:
    """Every ordering of every set of inner nodes, kept when each step is a tie; hops counted run by run."""
    found = set()
    inner = [name for name in NAMES if name not in ENDS]
    for length in range(len(inner) + 1):
        for middle in permutations(inner, length):
            path = (ENDS[0], *middle, ENDS[1])
            steps = [next((w for w in given_net.onward[a] if w.other == b), None) for a, b in pairwise(path)]
            if all(steps):
                hops = count_hops(given_net, path, [bool(way and way.place) for way in steps])
                if hops <= max_hops:
                    found.add((hops, path))
    return found


def count_hops(given_net: Net, path: tuple[str, ...], place: list[bool]) -> int:
    """A run of n ties between two bodies takes ceil(n / 2) hops, a last hop onto a place one of its own."""
    runs, run = 0, 0
    for node, onto_place in zip(path[1:], place, strict=True):
        if onto_place:
            return runs + ceil(run / 2) + 1
        run += 1
        if node not in given_net.reified or node in ENDS:
            runs, run = runs + ceil(run / 2), 0
    return runs


@settings(max_examples=300, deadline=None)
@given(
    ties=st.sets(st.sampled_from(PAIRS), max_size=14),
    reified=st.sets(st.sampled_from(NAMES)),
    onto_place=st.sets(st.sampled_from(NAMES[2:]), max_size=3),
    max_hops=st.integers(1, 4),
)
def test_the_walk_finds_exactly_the_simple_paths(
    ties: set[tuple[str, str]], reified: set[str], onto_place: set[str], max_hops: int
) -> None:
    given_net = net(ties, reified, onto_place)
    walked = simple_paths(given_net, max_hops, cap=100_000)
    assert not walked.capped
    assert len(walked.paths) == len(set(walked.paths))
    assert set(walked.paths) == by_brute_force(given_net, max_hops)


def test_a_reified_node_between_two_bodies_takes_no_hop() -> None:
    walked = simple_paths(net({("n0", "n2"), ("n1", "n2")}, {"n2"}), 1)
    assert walked.paths == [(1, ("n0", "n2", "n1"))]


def test_a_body_between_two_bodies_takes_one() -> None:
    assert simple_paths(net({("n0", "n2"), ("n1", "n2")}, set()), 1).paths == []
    assert simple_paths(net({("n0", "n2"), ("n1", "n2")}, set()), 2).paths == [(2, ("n0", "n2", "n1"))]


def test_the_cap_keeps_the_shortest_and_says_so() -> None:
    all_ties = set(PAIRS)
    walked = simple_paths(net(all_ties, set()), 4, cap=3)
    assert walked.capped
    assert [hops for hops, _ in walked.paths] == [1, 2, 2]


def test_exactly_the_cap_is_not_cut() -> None:
    walked = simple_paths(net({("n0", "n2"), ("n1", "n2"), ("n0", "n3"), ("n1", "n3")}, set()), 2, cap=2)
    assert len(walked.paths) == 2
    assert not walked.capped


def test_via_asks_for_every_node_named() -> None:
    ties = {("n0", "n1"), ("n0", "n2"), ("n1", "n2"), ("n2", "n3"), ("n1", "n3")}
    walked = simple_paths(net(ties, set()), 3, via=frozenset({"n2", "n3"}))
    assert walked.paths == [(3, ("n0", "n2", "n3", "n1"))]
