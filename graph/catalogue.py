"""The statements of `cypher/`, read once, each held against its own header and against the schema.

One statement a file; its path below `cypher/` without the ending is its name (`paths/half`). The header is the comment
lines on top, a YAML mapping once `// ` is taken off:

    // title: 一句话题名
    // why: what it answers, and why in this form
    // params:
    //   id: {type: string, about: id of the end}
    // columns: [id, name]
    // slots: {hops: {min: 1, max: 8}}

Gap rules add `commitments`, `anchor`, `looks_at` and `coverage`, and may add `wanted`: the lists a bureau could hand
over to fill that coverage, each {key, list, keepers, about: [kinds and ties it fills], columns: [headers]}.

Parameters and columns must be declared and used alike, labels and types known to the schema. A slot is written
`/*slot NAME*/default`, so that the file can be pasted into Neo4j Browser as it stands; slots exist in `write/`,
`schema/` (identifiers) and in `paths/` (a hop bound) only.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

import yaml

from graph.errors import NotFoundError, SchemaError
from graph.schema import EDGE_KINDS, GROUPS, NODE_KINDS

LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""Reads as `yaml.safe_load` does; the one in C, where the library has it, ten times faster: every command reads all."""

BOOKKEEPING = (
    "Coverage",
    "Finding",
    "GraphState",
    "Identifier",
    "Journal",
    "Load",
    "Record",
    "Source",
    "Superseded",
    "Version",
)
"""Labels of nodes that keep the books; they carry no `Entity` and are never on a path."""

LABELS = frozenset({"Entity", *NODE_KINDS, *GROUPS, *BOOKKEEPING})
PARAM_TYPES = frozenset({"string", "integer", "float", "boolean", "date", "list<string>", "list<map>", "map"})
SLOT = re.compile(r"/\*slot (\w+)\*/(`?\w+`?)")
HEADER_KEYS = frozenset({"title", "why", "params", "columns", "slots"})
GAP_KEYS = frozenset({"commitments", "anchor", "looks_at", "coverage"})
GAP_OPTIONS = frozenset({"wanted"})
WANTED_KEYS = frozenset({"key", "list", "keepers", "about", "kind", "columns"})


@dataclass(frozen=True)
class Param:
    """A declared parameter: type, what it is, its default (None = must be given, unless `optional`), allowed values."""

    type: str
    about: str
    default: Any = None
    optional: bool = False
    choices: tuple[Any, ...] | None = None


@dataclass(frozen=True)
class Query:
    """One statement with its header. `text` has its slots at their defaults unless `filled` gave others."""

    name: str
    title: str
    why: str
    params: Mapping[str, Param]
    columns: tuple[str, ...]
    slots: Mapping[str, Mapping[str, Any]]
    text: str
    extras: Mapping[str, Any] = field(default_factory=dict)

    def filled(self, **values: str | int) -> str:
        """The statement with other values in its slots; each is checked, so that no text of a user gets in."""
        text = self.text
        for name, value in values.items():
            if name not in self.slots:
                raise SchemaError(f"{self.name}：没有名为 {name} 的槽位")
            rule = self.slots[name]
            if isinstance(value, int):
                if not rule.get("min", 0) <= value <= rule.get("max", 0):
                    raise SchemaError(f"{self.name}：槽位 {name} 的值 {value} 越界")
            elif value not in LABELS | EDGE_KINDS.keys():
                raise SchemaError(f"{self.name}：槽位 {name} 的值 {value} 不是已知的标签或关系")
            text = re.sub(rf"/\*slot {name}\*/`?\w+`?", str(value), text)
        return text


def folder() -> Path:
    """Where the statements are: inside the package when installed, beside it in a checkout."""
    inside = Path(__file__).parent / "cypher"
    return inside if inside.is_dir() else Path(__file__).parent.parent / "cypher"


@cache
def catalogue() -> Mapping[str, Query]:
    """All statements by name. Raises `SchemaError` at the first one whose header and body disagree."""
    root = folder()
    files = sorted(path for path in root.rglob("*.cypher") if path.name != "constraints.cypher")
    return MappingProxyType({query.name: query for query in (load(path, root) for path in files)})


def get(name: str) -> Query:
    """The statement of that name. Raises `NotFoundError`."""
    query = catalogue().get(name)
    if query is None:
        raise NotFoundError(f"没有名为 {name} 的语句", way_out="可用的语句见 cypher/ 文件夹")
    return query


def load(path: Path, root: Path) -> Query:
    """Read one file and hold its header against its body."""
    name = path.relative_to(root).with_suffix("").as_posix()
    lines = path.read_text(encoding="utf-8").splitlines()
    header_lines = []
    for line in lines:
        if not line.startswith("//"):
            break
        header_lines.append(line.removeprefix("//").removeprefix(" "))
    text = "\n".join(lines[len(header_lines) :]).strip().removesuffix(";")
    try:
        header = yaml.load("\n".join(header_lines), LOADER)
    except yaml.YAMLError as error:
        raise SchemaError(f"cypher/{name}：题头不是 YAML：{error}") from error
    query = _query(name, header if isinstance(header, dict) else {}, text)
    _check(query)
    return query


def _query(name: str, header: dict[str, Any], text: str) -> Query:
    unknown = header.keys() - HEADER_KEYS - (GAP_KEYS | GAP_OPTIONS if name.startswith("gaps/") else set())
    if unknown or not header.get("title") or not header.get("why"):
        raise SchemaError(f"cypher/{name}：题头缺 title 或 why，或有未知的键 {sorted(unknown)}")
    try:
        params = {key: Param(**value) for key, value in (header.get("params") or {}).items()}
    except TypeError as error:
        raise SchemaError(f"cypher/{name}：参数声明有误：{error}") from error
    return Query(
        name=name,
        title=header["title"],
        why=" ".join(str(header["why"]).split()),
        params=MappingProxyType(params),
        columns=tuple(header.get("columns") or ()),
        slots=MappingProxyType(header.get("slots") or {}),
        text=text,
        extras=MappingProxyType({key: header[key] for key in (GAP_KEYS | GAP_OPTIONS) & header.keys()}),
    )


def _check(query: Query) -> None:
    bare = _without_strings_and_comments(query.text)
    faults = [
        *_differ("参数", set(query.params), set(re.findall(r"\$(\w+)", bare)) - {"any", "all"}),
        *_differ("列", set(query.columns), set(returned(bare))),
        *_differ("槽位", set(query.slots), {found[0] for found in SLOT.findall(query.text)}),
        *(f"参数 {key} 的类型 {p.type} 未知" for key, p in query.params.items() if p.type not in PARAM_TYPES),
        *(f"未知的标签或关系 {word}" for word in _names(bare) if word not in LABELS and word not in EDGE_KINDS),
    ]
    if query.slots and not query.name.startswith(("write/", "schema/", "paths/")):
        faults.append("只有 write/、schema/、paths/ 可以有槽位")
    if query.name.startswith("gaps/") and GAP_KEYS - query.extras.keys():
        faults.append(f"空白规则缺 {sorted(GAP_KEYS - query.extras.keys())}")
    for wanted in query.extras.get("wanted", ()):
        unmet = set(wanted.get("about", ())) - {need["about"] for need in query.extras["coverage"]}
        if set(wanted) != WANTED_KEYS or unmet or wanted["kind"] not in NODE_KINDS:
            faults.append(
                f"wanted 的键应为 {sorted(WANTED_KEYS)}，about 应在 coverage 里：{sorted(unmet)}，kind 是一类节点"
            )
    if faults:
        raise SchemaError(f"cypher/{query.name}：" + "；".join(faults))


def _differ(what: str, declared: set[str], used: set[str]) -> list[str]:
    return [f"{what} {word} 已声明而未用" for word in sorted(declared - used)] + [
        f"{what} {word} 已用而未声明" for word in sorted(used - declared)
    ]


def _without_strings_and_comments(text: str) -> str:
    return re.sub(r"//[^\n]*|/\*.*?\*/|'(?:[^'\\]|\\.)*'|\"(?:[^\"\\]|\\.)*\"", "''", text, flags=re.DOTALL)


def _names(bare: str) -> set[str]:
    """Labels and types in a statement: words after a colon, by convention written without a blank between."""
    found: set[str] = set()
    for match in re.finditer(
        r"(?<![:\w]):(!?[A-Z]\w*(?:\s*[|&]\s*:?!?[A-Z]\w*)*)", re.sub(r"(\w):(?=[A-Z])", r"\1 :", bare)
    ):
        found.update(re.findall(r"\w+", match[1]))
    return found


def returned(bare: str) -> list[str]:
    """Column names of the last RETURN; empty for a statement without one."""
    parts = re.split(r"\bRETURN\b(?:\s+DISTINCT\b)?", bare)
    if len(parts) == 1:
        return []
    clause = re.split(r"\b(?:ORDER BY|SKIP|LIMIT|UNION)\b", parts[-1])[0]
    columns = []
    for item in _split_top(clause):
        alias = re.search(r"\bAS\s+(\w+)\s*$", item)
        columns.append(alias[1] if alias else item.strip())
    return columns


def _split_top(clause: str) -> list[str]:
    items, depth, start = [], 0, 0
    for index, char in enumerate(clause):
        depth += (char in "([{") - (char in ")]}")
        if char == "," and depth == 0:
            items.append(clause[start:index])
            start = index + 1
    return [*items, clause[start:]]
