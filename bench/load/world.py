"""A made-up two-city world of any size as two ordinary source folders; the same bytes for the same numbers.

A tenth of the nodes are bodies, listed with credit codes and seats in `made-up-bodies`; the others are projects in
`made-up-projects`, one row each, with the body that undertakes them, partners and a place. Bodies differ in how often
they are named, as in life: a few are named in many projects.
"""

from __future__ import annotations

import csv
import random
import shutil
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml

from loaders.spec import SourceSpec, load_spec

HERE = Path(__file__).parent
SEED = 20251125
COUNTIES = 10
"""Counties of each city; a place is named by its city and a number."""
ENDS = (("大学", 1), ("研究所", 2), ("有限公司", 17))
"""How bodies end, and how many of twenty do."""


@dataclass(frozen=True)
class World:
    """The two sources, and how many nodes and ties they state together."""

    bodies: SourceSpec
    projects: SourceSpec
    nodes: int
    ties: int

    @property
    def items(self) -> int:
        """Nodes and ties."""
        return self.nodes + self.ties


def write_world(folder: Path, nodes: int, ties: int) -> World:
    """Write both source folders. `ties` must leave each project its lead and its place: at least 3 x `nodes`."""
    chance = random.Random(SEED)
    places = _places()
    count = nodes // 10
    bodies = [_body(number) for number in range(count)]
    projects = nodes - count - len(places)
    seats = [chance.choice(places[2:])[1] for _ in bodies]
    partners = ties - count - 2 * projects
    if partners < 0 or partners > 20 * projects:
        raise ValueError("the number of ties does not fit the number of nodes")
    made = folder / "made-up-bodies", folder / "made-up-projects"
    listed: list[Sequence[str]] = [("Place", name, code, "") for code, name in places]
    listed += [
        (kind, name, _credit_code(number), seat)
        for number, ((kind, name), seat) in enumerate(zip(bodies, seats, strict=True))
    ]
    _write_csv(
        made[0], "bodies.csv", ("编号", "类别", "名称", "代码", "所在地"), ((f"b{n}", *r) for n, r in enumerate(listed))
    )
    names = [name for _, name in bodies]
    rows = _project_rows(chance, names, [name for _, name in places[2:]], projects, partners)
    _write_csv(made[1], "projects.csv", ("项目编号", "项目名称", "承担单位", "合作单位", "实施地点", "年度"), rows)
    bodies_spec = _spec(made[0], "bodies.csv", 1, len(listed), HERE / "made_up_bodies" / "records.py")
    projects_spec = _spec(made[1], "projects.csv", 2, projects, HERE / "made_up_projects" / "records.py")
    return World(bodies_spec, projects_spec, nodes, ties)


def _places() -> list[tuple[str, str]]:
    """Code and name: the two cities, then their counties. The codes are of the right form; the counties are made up."""
    found = [("6101", "编造西市"), ("6110", "编造洛市")]
    for code, name in tuple(found):
        found += [(f"{code}{number:02d}", f"{name}第{number}县") for number in range(1, COUNTIES + 1)]
    return found


def _body(number: int) -> tuple[str, str]:
    """Kind and name of a body."""
    at = number * 7 % 20
    for (end, share), kind in zip(ENDS, ("University", "Institute", "Enterprise"), strict=True):
        if at < share:
            return kind, f"编造{_word(number)}{end}"
        at -= share
    raise AssertionError("shares must make twenty")


def _word(number: int) -> str:
    """A name of six characters of its own for each number, far from its neighbours."""
    letters = "金木水火土日月山川田石玉云风雨雪春夏秋冬东南西北中上下左右前"
    word, rest = "", number * 2654435761 % 30**6
    for _ in range(6):
        rest, at = divmod(rest, 30)
        word += letters[at]
    return word


def _credit_code(number: int) -> str:
    """Eighteen places, made up: the first two belong to no registering office."""
    return f"XX{number:016d}"


def _project_rows(
    chance: random.Random, names: Sequence[str], places: Sequence[str], projects: int, partners: int
) -> Iterable[Sequence[str]]:
    for number in range(projects):
        share = partners * (number + 1) // projects - partners * number // projects
        lead, *others = _different(chance, names, share + 1)
        year = str(2015 + number % 10)
        title = f"编造项目{_word(number + 7)}之{number}"
        yield f"XM{number:08d}", title, lead, "、".join(others), chance.choice(places), year


def _different(chance: random.Random, names: Sequence[str], count: int) -> list[str]:
    """Names that differ, the first in the list much likelier than the last (a cube of an even draw)."""
    found: dict[str, None] = {}
    while len(found) < count:
        found[names[int(len(names) * chance.random() ** 3)]] = None
    return list(found)


def _write_csv(folder: Path, name: str, header: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / name).open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file, lineterminator="\n")
        table.writerow(header)
        table.writerows(rows)


def _spec(folder: Path, file: str, order: int, declared: int, records: Path) -> SourceSpec:
    shutil.copy(records, folder / "records.py")
    body = {
        "id": folder.name,
        "title": f"编造的来源 {folder.name}",
        "publisher": "编造的发布者",
        "mark": "M",
        "licence": "made up for the bench",
        "origin": "made up for the bench",
        "retrieved": "2025-11-25",
        "order": order,
        "rank": order,
        "files": [file],
        "declared": declared,
        "assertions": {"rows": declared, "loaded": declared},
    }
    (folder / "source.yml").write_text(yaml.safe_dump(body, allow_unicode=True), encoding="utf-8")
    return load_spec(folder)
