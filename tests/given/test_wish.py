"""What the user says about a file: options that are read, and those that are not, with what to write instead."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.errors import UsageError
from loaders.given.cover import claim_of
from loaders.given.wish import (
    checked_id,
    id_for,
    kind_of,
    mark_of,
    pairs_of,
    read_map,
    share_of,
    write_map,
    writer_of,
)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Enterprise in 商州区, 2019, complete, declared 97", ("Enterprise", "商州区", "2019", "2019", True, 97)),
        ("企业 在 商洛市，2018-2020，部分", ("Enterprise", "商洛市", "2018", "2020", False, None)),
        ("HOSTS in 西安市; 2021-03; complete; 共12家", ("HOSTS", "西安市", "2021-03", "2021-03", True, 12)),
        ("park in 全国, complete, declared 32", ("Park", "全国", "", "", True, 32)),
        ("企业 在 西安, 部分", ("Enterprise", "西安市", "", "", False, None)),
    ],
)
def test_a_coverage(text: str, told: tuple[object, ...]) -> None:
    claim = claim_of(text)
    assert (claim.about, claim.place, claim.first, claim.last, claim.complete, claim.declared) == told
    assert claim.claimed_by == "user"
    assert claim.words == text


def test_a_coverage_of_a_sub_kind_in_a_role() -> None:
    claim = claim_of("Platform（重点实验室） in 西安市, complete, declared 11, 角色 国家重点实验室")
    assert (claim.subkind, claim.role) == ("重点实验室", "国家重点实验室")


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("Enterprise", "看不出类别和地方"),
        ("Nonsense in 西安, complete, declared 1", "没有“Nonsense”这一类"),
        ("Enterprise in 商周区, complete, declared 1", "不认得地方“商周区”"),
        ("Enterprise in 西安", "没有说是完整"),
        ("Enterprise in 西安, complete", "就要说公布了多少"),
        ("Enterprise in 西安, complete, declared many", "读不出“declared many”"),
    ],
)
def test_a_coverage_that_cannot_be_read(text: str, why: str) -> None:
    with pytest.raises(UsageError, match=why) as error:
        claim_of(text)
    assert "declared 97" in error.value.way_out


def test_a_mapping_on_the_command_line() -> None:
    assert pairs_of(["单位=name", "备注=", "a=b=c"]) == {"单位": "name", "备注": "", "a=b": "c"}
    for said in (["单位"], ["=name"], ["单位=name", "单位=place"]):
        with pytest.raises(UsageError, match="--map"):
            pairs_of(said)


@pytest.mark.parametrize(("text", "share"), [("5%", 0.05), ("5 ％", 0.05), ("0.05", 0.05), ("100%", 1.0), ("0", 0.0)])
def test_a_share(text: str, share: float) -> None:
    assert share_of(text) == pytest.approx(share)


@pytest.mark.parametrize("text", ["", "five", "-1", "101%", "5"])
def test_a_share_that_is_none(text: str) -> None:
    with pytest.raises(UsageError, match="--max-rejects"):
        share_of(text)


def test_marks() -> None:
    assert (mark_of("", ""), mark_of("", "example.org"), mark_of("o", "example.org")) == ("N", "R", "O")
    with pytest.raises(UsageError, match="不是 O、R、M、N 之一"):
        mark_of("X", "")
    with pytest.raises(UsageError, match="不留网址"):
        mark_of("M", "example.org")


def test_kinds_by_any_of_their_names() -> None:
    assert [kind_of(text) for text in ("Enterprise", "企业", "enterprise")] == ["Enterprise"] * 3
    with pytest.raises(UsageError, match="没有“东西”这一类") as error:
        kind_of("东西")
    assert "Enterprise（企业）" in error.value.way_out


def test_the_same_publisher_and_title_give_the_same_id() -> None:
    one = id_for("编造市科技局", "编造名单", "Enterprise")
    assert one == id_for("编造市科技局 ", "编造名单", "Enterprise")
    assert one.startswith("bzskjj-bzmd-")
    others = {id_for("编造县科技局", "编造名单", "Enterprise"), id_for("编造市科技局", "编造名单", "Park"), one}
    assert len(others) == 3


@pytest.mark.parametrize("text", ["../x", "a/b", "labs", "", ".hidden", "名单."])
def test_ids_that_are_no_names_of_folders(text: str) -> None:
    with pytest.raises(UsageError):
        checked_id(text, frozenset({"labs"}))


def test_a_mapping_is_saved_and_read_again(tmp_path: Path) -> None:
    path = tmp_path / "m.yml"
    write_map(path, "Enterprise", {"单位": "name", "备注": ""})
    assert read_map(path) == ("Enterprise", {"单位": "name", "备注": ""})
    path.write_text("单位: name\n", encoding="utf-8")
    assert read_map(path) == ("", {"单位": "name"})
    for broken in ("- a\n", "map: [a]\n", "a: [1\n"):
        path.write_text(broken, encoding="utf-8")
        with pytest.raises(UsageError, match="对应表"):
            read_map(path)
    with pytest.raises(UsageError, match="写不进"):
        write_map(tmp_path / "none" / "m.yml", "Enterprise", {})


def test_how_a_large_load_is_written_is_one_of_three() -> None:
    assert [writer_of(text) for text in ("auto", "bolt", "offline")] == ["auto", "bolt", "offline"]
    with pytest.raises(UsageError, match="fast"):
        writer_of("fast")
