"""Names against the bundled graph: every way a body is written, and what is never chosen in silence."""

from __future__ import annotations

import pytest

from graph.answers import AskedName, ResolvedName
from graph.errors import AmbiguousNameError, NotFoundError, UsageError
from graph.resolve import AT_MOST, resolve_names
from graph.search import found_ends, resolve, search
from graph.store import Store

XJTU, XAUAT, XIDIAN = "西安交通大学", "西安建筑科技大学", "西安电子科技大学"


def one(store: Store, name: str, **more: object) -> ResolvedName:
    answer = resolve_names(store, [AskedName.model_validate({"name": name, **more})])
    return answer.data.rows[0]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (XJTU, XJTU),
        ("西安交通大學", XJTU),
        ("西安交大", XJTU),
        (" 西安 交大 ", XJTU),
        ("Xi'an Jiaotong University", XJTU),
        ("4161010698", XJTU),
        ("41 6101 0698", XJTU),
        ("https://ror.org/017zhmm22", XJTU),
        ("017ZHMM22", XJTU),
        ("西安建大", XAUAT),
        ("西安财经学院", "西安财经大学"),
        ("中科院西安光机所", "中国科学院西安光学精密机械研究所"),
        ("陕科大", "陕西科技大学"),
        ("西安电字科技大学", XIDIAN),
        ("2020yfa0713400", "非常规油气三维地震成像的数学方法与超分辨反演高效算法"),
        ("611002000000", "商州区"),
        ("611002", "商州区"),
        ("商洛", "商洛市"),
        ("西安", "西安市"),
        ("山阳", "山阳县"),
        ("商州", "商州区"),
        ("陕西商洛", "商洛市"),
        ("陕西锌业有限公司", "陕西锌业"),
    ],
)
def test_every_way_of_writing_finds_the_body(bundled_store: Store, text: str, name: str) -> None:
    row = one(bundled_store, text)
    assert (row.sure, row.best and row.best.name) == ("same", name), row
    assert row.why


def test_a_short_name_of_a_division_elsewhere_is_not_ours(bundled_store: Store) -> None:
    """新城区 is a district of Xi'an and one of Hohhot; what else the row says may speak against a city."""
    assert one(bundled_store, "呼和浩特新城区").best is None
    row = one(bundled_store, "商洛", kind="企业")
    assert row.sure == "queue"
    assert search(bundled_store, "商洛", limit=1).data.hits[0].certain


def test_a_legal_form_alone_is_no_other_firm(bundled_store: Store) -> None:
    row = one(bundled_store, "陕西锌业股份有限公司")
    assert (row.sure, row.best and row.best.name) == ("same", "陕西锌业")
    assert "只有一个" in row.why
    assert row.others == []
    assert one(bundled_store, "陕西锌业有限公司", place="西安").sure == "queue"
    assert one(bundled_store, "陕西锌业集团有限公司").sure != "same"
    assert one(bundled_store, "锌业有限公司").sure != "same"


def test_what_is_hardly_like_a_name_is_not_suggested(bundled_store: Store) -> None:
    assert one(bundled_store, "不存在的公司").others == []
    with pytest.raises(NotFoundError) as caught:
        bundled_store.reading(lambda work: resolve(work, ["不存在的公司"]))
    assert caught.value.extra["nearest"] == []


def test_suggestions_are_bodies_and_not_what_is_said_of_them(bundled_store: Store) -> None:
    with pytest.raises(NotFoundError, match="最接近的是“盘龙药业”（名称的主干相同，只有一方写了行业“药业”）") as caught:
        bundled_store.reading(lambda work: resolve(work, ["盘龙"]))
    nearest = caught.value.extra["nearest"]
    assert nearest[0]["name"] == "盘龙药业"
    assert {hit["kind"] for hit in nearest} <= {"Enterprise", "Platform", "Base", "Park", "Institute"}


def test_towns_of_one_name_are_told_apart_by_county_and_code(bundled_store: Store) -> None:
    with pytest.raises(AmbiguousNameError) as caught:
        bundled_store.reading(lambda work: resolve(work, ["城关街道"]))
    assert "（城关街道，地点，商州区，区划代码 611002001）" in caught.value.way_out


def test_ids_in_upper_case(bundled_store: Store) -> None:
    best = one(bundled_store, XJTU).best
    assert best is not None
    assert one(bundled_store, best.id.upper()).best == best.model_copy(update={"why": "编号"})


@pytest.mark.parametrize(
    ("text", "may_be"),
    [
        ("xianjiaotongdaxue", {XJTU}),
        ("xajd", {XJTU, XAUAT}),
        ("交大", {XJTU}),
        ("西安建筑科技大", {XAUAT}),
        ("严如强", {"严如强"}),
        ("西安交通大学、陕西师范大学", {XJTU, "陕西师范大学"}),
    ],
)
def test_what_is_not_certain_is_for_a_person(bundled_store: Store, text: str, may_be: set[str]) -> None:
    row = one(bundled_store, text)
    shown = {hit.name for hit in (row.best, *row.others) if hit is not None}
    assert row.sure == "queue", row
    assert may_be <= shown
    assert row.why


def test_several_that_fit_alike_are_shown_and_none_is_chosen(bundled_store: Store) -> None:
    assert one(bundled_store, "xajd").best is None
    assert "2 个" in one(bundled_store, "xajd").why


def test_a_place_tells_which_one_is_meant(bundled_store: Store) -> None:
    row = one(bundled_store, "交大", place="西安")
    assert (row.sure, row.best and row.best.name) == ("same", XJTU)
    row = one(bundled_store, XJTU, place="上海")
    assert row.sure == "queue"
    assert "所在地不同" in row.why


def test_a_kind_and_a_code_that_speak_against_it(bundled_store: Store) -> None:
    assert one(bundled_store, XJTU, kind="高校").sure == "same"
    row = one(bundled_store, XJTU, kind="企业")
    assert (row.sure, row.best and row.best.name) == ("queue", XJTU)
    assert "类别不同" in row.why
    row = one(bundled_store, XJTU, keys={"moe": "4161010697"})
    assert row.sure == "queue"
    assert one(bundled_store, XJTU, keys={"moe": "4161010698"}).sure == "same"


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "空"),
        ("\x00\x07", "空"),
        ("有限公司", "只有组织形式"),
        ("龙" * 300, "300 字"),
        ("王强", "人名"),
        ("无", "空"),
        ("不存在的虚构公司", "没有这个名称"),
        ("西安交通大学材料学院", "没有这个名称"),
        ("=1+1", ""),
        ('a"b AND (', ""),
    ],
)
def test_what_is_no_name_or_not_there_says_why(bundled_store: Store, text: str, why: str) -> None:
    row = one(bundled_store, text)
    assert (row.sure, row.best) == ("none", None), row
    assert why in row.why


def test_one_character_is_never_enough(bundled_store: Store) -> None:
    row = one(bundled_store, "药")
    assert (row.sure, row.best) == ("queue", None)
    assert all("药" in hit.name for hit in row.others)


def test_control_characters_count_for_nothing(bundled_store: Store) -> None:
    row = one(bundled_store, "西安\x00交大\u200b\ufeff")
    assert row.asked.name == "西安 交大"
    assert row.best is not None
    assert row.best.name == XJTU


def test_a_list_keeps_its_order_and_counts_add_up(bundled_store: Store) -> None:
    names = [XJTU, "不存在的虚构公司", "xajd", XJTU]
    data = resolve_names(bundled_store, [AskedName(name=name) for name in names]).data
    assert [(row.row, row.asked.name) for row in data.rows] == list(enumerate(names, 1))
    assert (data.same, data.queue, data.none) == (2, 1, 1)


def test_too_many_none_or_an_unknown_kind_are_errors(bundled_store: Store) -> None:
    with pytest.raises(UsageError, match=f"最多 {AT_MOST}"):
        resolve_names(bundled_store, [AskedName(name="甲")] * 10_000)
    with pytest.raises(UsageError, match="没有给出名称"):
        resolve_names(bundled_store, [])
    with pytest.raises(UsageError, match="第 2 行：没有这种类别“公司”"):
        resolve_names(bundled_store, [AskedName(name="甲"), AskedName(name="乙", kind="公司")])


def test_search_and_path_ends_resolve_alike(bundled_store: Store) -> None:
    hit = search(bundled_store, "西安电字科技大学").data.hits[0]
    assert (hit.name, hit.certain) == (XIDIAN, True)
    rows = bundled_store.reading(lambda work: resolve(work, ["西安电字科技大学", "4161010698"]))
    assert [row["name"] for row in rows] == [XIDIAN, XJTU]


def test_an_end_that_only_may_be_is_not_taken(bundled_store: Store) -> None:
    def ends(*texts: str) -> list[object]:
        return list(bundled_store.reading(lambda work: found_ends(work, texts)))

    first, second = ends("交大", XJTU)
    assert isinstance(first, NotFoundError)
    assert "可以指" in first.detail
    assert [hit["name"] for hit in first.extra["nearest"]][:1] == [XJTU]
    assert not isinstance(second, (NotFoundError, AmbiguousNameError))
