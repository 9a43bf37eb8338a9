"""Search and the resolution of path ends on the made-up world."""

from __future__ import annotations

import pytest

from graph.errors import AmbiguousNameError, NotFoundError, UsageError
from graph.search import node, resolve_end, search
from graph.store import Store

MADE_UP = "（虚构）"


def hits(store: Store, text: str, **options: object) -> list[tuple[str, str, bool]]:
    answer = search(store, text, **options)  # type: ignore[arg-type]  # options are given by name in each test
    return [(hit.name.replace(MADE_UP, ""), hit.why, hit.certain) for hit in answer.data.hits]


@pytest.mark.parametrize(
    ("text", "name", "why"),
    [
        ("甲一大学（虚构）", "甲一大学", "名称"),
        ("甲一大學(虚构)", "甲一大学", "名称"),
        ("甲一大", "甲一大学", "别名 甲一大"),
        ("甲一学院（虚构）", "甲一大学", "曾用名 甲一学院（虚构）（至 2018）"),
        ("甲旧县（虚构）", "甲一区", "曾用名 甲旧县（虚构）（至 2016）"),
        ("610191", "甲一区", "标识 division"),
        ("X2", "办培训会", "标识 commitment"),
    ],
)
def test_what_is_certain_comes_first(world_store: Store, text: str, name: str, why: str) -> None:
    found = hits(world_store, text)
    assert found[0] == (name, why, True)
    assert not any(certain for _, _, certain in found[1:])


@pytest.mark.parametrize(
    ("text", "name", "why"),
    [
        ("甲乙共建", "甲乙共建中心", "名称相同，写作无形式 / 中心"),
        ("yiyikuang", "乙一矿业", "“yiyikuang”的拼写与“乙一矿业（虚构）”的拼音相符"),
        ("yyk", "乙一矿业", "拼音首字母"),
        ("甲乙共同建设中心", "甲乙共建中心", "名称相近"),
    ],
)
def test_what_is_alike_is_never_certain(world_store: Store, text: str, name: str, why: str) -> None:
    found = hits(world_store, text)
    assert found[0] == (name, why, False)
    assert not any(certain for _, _, certain in found)


def test_look_alikes_are_both_shown_and_stay_two(world_store: Store) -> None:
    found = [name for name, _, _ in hits(world_store, "乙一矿业")]
    assert found[:2] == ["乙一矿业", "乙一矿业集团"]


def test_one_character(world_store: Store) -> None:
    found = {name for name, _, _ in hits(world_store, "药", limit=20)}
    assert found == {"乙二药业", "虚构药链", "虚构药材"}


def test_kinds_narrow_the_search(world_store: Store) -> None:
    assert [name for name, _, _ in hits(world_store, "药", kinds=["Enterprise"])] == ["乙二药业"]
    with pytest.raises(UsageError, match="没有这种类别"):
        search(world_store, "药", kinds=["Firm"])


def test_the_limit_is_kept(world_store: Store) -> None:
    assert len(hits(world_store, "虚构", limit=3)) == 3


@pytest.mark.parametrize(
    "text", ['a"b', "a AND (", "[x TO y]", "药 OR *", "\\", "甲~2", "name:甲", "/甲/", "+-&&||!", "*"]
)
def test_what_the_query_language_means_is_plain_text_here(world_store: Store, text: str) -> None:
    """None of these is an error, and none finds what only the operator would have found."""
    assert len(hits(world_store, text, limit=100)) < 30


@pytest.mark.parametrize("text", ["", "   ", "·"])
def test_an_empty_text_is_refused(world_store: Store, text: str) -> None:
    with pytest.raises(UsageError, match="空的"):
        search(world_store, text)


def test_nothing_alike_is_an_empty_list(world_store: Store) -> None:
    assert hits(world_store, "完全不相干的词句") == []


def test_the_answer_says_from_which_version_it_is(world_store: Store) -> None:
    meta = search(world_store, "甲一大").meta
    assert (meta.graph_version, meta.statement) == ("2", "read/alike")


def test_an_end_is_resolved_by_name_alias_former_name_and_id(world_store: Store) -> None:
    by_name = world_store.reading(lambda work: resolve_end(work, "甲一大学（虚构）"))
    for text in ("甲一大", "甲一学院（虚构）", by_name.id, f" {by_name.id} "):
        assert world_store.reading(lambda work, text=text: resolve_end(work, text)) == by_name  # type: ignore[misc]  # default binds the loop's value
    assert (by_name.kind, by_name.city) == ("University", "西安")


def test_a_name_of_two_bodies_is_never_guessed(world_store: Store) -> None:
    with pytest.raises(AmbiguousNameError) as caught:
        world_store.reading(lambda work: resolve_end(work, "丁香公司（虚构）"))
    candidates = caught.value.extra["candidates"]
    assert sorted(one["city"] for one in candidates) == ["商洛", "西安"]
    assert all(one["id"] in caught.value.way_out for one in candidates)


def test_an_end_is_also_found_by_a_rule_of_names(world_store: Store) -> None:
    """A form left off or another one of the same sort is no likeness: the rules say it is the body."""
    assert world_store.reading(lambda work: resolve_end(work, "乙一矿业公司（虚构）")).name == "乙一矿业（虚构）"


def test_an_unknown_name_comes_with_the_nearest(world_store: Store) -> None:
    with pytest.raises(NotFoundError) as caught:
        world_store.reading(lambda work: resolve_end(work, "乙一矿业厂区（虚构）"))
    nearest = [one["name"] for one in caught.value.extra["nearest"]]
    assert nearest[:2] == ["乙一矿业（虚构）", "乙一矿业集团（虚构）"]
    assert "乙一矿业（虚构）" in caught.value.way_out


def test_an_end_is_never_found_by_likeness(world_store: Store) -> None:
    with pytest.raises(NotFoundError):
        world_store.reading(lambda work: resolve_end(work, "yyk"))


def test_a_node_with_its_ties_heaviest_first(world_store: Store) -> None:
    answer = node(world_store, "甲一大")
    data = answer.data
    assert (data.node.name, data.node.kind) == ("甲一大学（虚构）", "University")
    assert data.names == ["甲一大学（虚构）", "甲一大", "甲一学院（虚构）"]
    assert data.properties["former"] == ["甲一学院（虚构）（至 2018）"]
    assert [source.id for source in data.sources] == ["Z1", "Z2", "world"]
    read = [(item.tie.type, item.tie.verb, item.other.name.replace(MADE_UP, "")) for item in data.ties]
    assert read == [
        ("CO_BUILT_BY", "参与共建", "甲乙共建中心"),
        ("HOSTS", "承载", "甲重点实验室之一"),
        ("PARTNER_OF", "与…合作", "乙十一能源"),
        ("PART_OF", "包含", "甲一服务团"),
        ("LOCATED_IN", "位于", "甲一区"),
    ]
    assert data.ties_found == len(data.ties)
    assert all(item.tie.sources and item.tie.records for item in data.ties)


def test_a_cut_list_says_out_of_how_many(world_store: Store) -> None:
    data = node(world_store, "甲一大", limit=2).data
    assert (len(data.ties), data.ties_found) == (2, 5)
