"""Filling the tables of a large source: rows in, parts of parquet files out (`loaders.stream.kept` has the tables)."""

from __future__ import annotations

import json
from functools import lru_cache
from itertools import count
from operator import attrgetter
from pathlib import Path
from typing import TYPE_CHECKING, Any

from graph.identity.mention import Mention, Signature
from graph.identity.registry import rows_for
from loaders.assemble import STAGED, best
from loaders.hiding import take_out
from loaders.late import late
from loaders.outcome import LoadedRow
from loaders.rows import RAW
from loaders.stream.tables import HOLE, SCHEMAS, TIE_FIELDS, name_sought, path_of
from loaders.understood import WRITE, Said, TieSaid

if TYPE_CHECKING:
    import polars as pl
else:
    pl = late("polars")

PLAIN = 300_000
"""Mentions by nothing but a name that are known again in later parts; about 500 bytes each."""

JSON = json.JSONEncoder(ensure_ascii=False).encode
FIELDS = attrgetter(*TIE_FIELDS)

Known = tuple[int, int, str]
"""A variant: its number, that of its signature, its node as JSON."""


class Filler:
    """Takes rows, and writes a part when it is told to.

    Signatures and variants are numbered from `first` on in steps of `step`, so that several processes give no number
    twice.
    """

    def __init__(self, folder: Path, hidden: frozenset[str], first: int = 0, step: int = 1) -> None:
        self.folder = folder
        self.hidden = hidden
        self._signature_numbers, self._variant_numbers = count(first, step), count(first, step)
        self._marks: dict[tuple[Any, ...], tuple[Any, ...]] = {}
        self._plain: dict[tuple[Any, ...], Known] = {}
        self._begin()

    def _begin(self) -> None:
        self._waiting: dict[str, list[tuple[Any, ...]]] = {name: [] for name in SCHEMAS}
        self._signatures: dict[Signature, int] = {}
        self._variants: dict[tuple[Any, ...], Known] = {}

    def take(self, row: LoadedRow, record: int) -> None:
        """Keep a row and what it says under the number of a record; ids in it are overwritten."""
        said = row.said
        raw = take_out(said, row.raw, self.hidden) if self.hidden else row.raw
        numbers, nodes = self._nodes(said, record)
        for tie in said.ties:
            self._waiting["ties"].append((record, numbers[tie.start], numbers[tie.end], *FIELDS(tie)))
            tie.id = HOLE
        self._waiting["records"].append(
            (
                record,
                row.id,
                row.number,
                row.file,
                row.sheet or None,
                RAW(raw),
                said.to_json(nodes),
                row.sources,
                best(said.marks),
            )
        )

    @property
    def next_number(self) -> int:
        """A number from which on none was given."""
        return max(next(self._signature_numbers), next(self._variant_numbers))

    def _nodes(self, said: Said, record: int) -> tuple[list[int], list[str]]:
        """Keep the mentions; gives the numbers of their signatures, and each as JSON with its id left open."""
        marks = tuple(said.marks.items())
        marks = self._marks.setdefault(marks, marks)  # one object for all rows that have the same
        waiting = self._waiting["nodes"]
        numbers: list[int] = []
        texts: list[str] = []
        for index, node in enumerate(said.nodes):
            statuses = _statuses(said.ties, index) if node.kind in STAGED else ()
            key: tuple[Any, ...] = (node.kind, node.name, node.within, node.city, marks, statuses)
            seen = self._plain
            if node.keys or node.props or node.aliases or node.former or node.kind == "Person":
                more = (node.keys, node.props, node.aliases, node.former)
                # A person without a home is known by the record.
                key = (*key, JSON(more), said.record if node.kind == "Person" else "")
                seen = self._variants
            known = seen.get(key)
            if known is None:
                known = seen[key] = self._variant(said, index, statuses)
            numbers.append(known[1])
            texts.append(known[2])
            waiting.append((record, index, known[1], known[0]))
        return numbers, texts

    def _variant(self, said: Said, index: int, statuses: tuple[str, ...]) -> Known:
        """A new variant: its number, that of its signature, and its node as JSON."""
        mention = said.mention(index)
        number = self._signatures.get(mention.signature)
        if number is None:
            number = self._signature(mention)
        variant = next(self._variant_numbers)
        said.nodes[index].id = HOLE
        text = WRITE(vars(said.nodes[index]))
        beside = _beside(tuple(said.marks.items()), statuses)
        self._waiting["variants"].append((variant, text, beside))
        return variant, number, text

    def _signature(self, mention: Mention) -> int:
        signature = mention.signature
        number = self._signatures[signature] = next(self._signature_numbers)
        first = mention.ref.rpartition("#")[0]
        told = (mention.kind, mention.name, dict(mention.keys), mention.within, mention.city)
        names = (list(mention.aliases), [[name, ""] for name in mention.former])
        text = JSON([*told, *names])
        evidence = repr(signature.order), signature.kind, signature.strongest()
        self._waiting["signatures"].append((number, *evidence, first, text))
        self._waiting["groups"] += [(number, use, group) for use, group in groups_of(signature)]
        self._waiting["registered"] += [(number, row["scheme"], row["value"]) for row in rows_for([signature], HOLE)]
        return number

    def write(self, part: int) -> None:
        """Write what was taken as this part, all tables of it, and go on with none."""
        for name, columns in SCHEMAS.items():
            values = zip(*self._waiting[name], strict=True) if self._waiting[name] else ((),) * len(columns)
            frame = pl.DataFrame(
                [
                    pl.Series(column, value, dtype=_type(letter))
                    for (column, letter), value in zip(columns.items(), values, strict=True)
                ]
            )
            if name == "groups":
                frame = frame.select("signature", "use", hash=pl.col("text").hash(seed=1))
            if name == "signatures":  # 128 bits
                frame = frame.with_columns(pl.col("key").hash(seed=1), more=pl.col("key").hash(seed=2))
            path = path_of(self.folder, name, part)
            path.parent.mkdir(parents=True, exist_ok=True)
            frame.write_parquet(path)
        if len(self._plain) >= PLAIN:
            self._plain.clear()
        self._begin()


def _type(letter: str) -> Any:
    return {"i": pl.Int32, "s": pl.String, "b": pl.Boolean, "l": pl.List(pl.String)}[letter]


@lru_cache(maxsize=1000)
def _beside(marks: tuple[tuple[str, str], ...], statuses: tuple[str, ...]) -> str:
    return JSON({"marks": dict(marks), "statuses": statuses})


def _statuses(ties: list[TieSaid], index: int) -> tuple[str, ...]:
    """Statuses of the ties of a node that say something of its stage."""
    return tuple(sorted({tie.status for tie in ties if index in (tie.start, tie.end) and not tie.inferred}))


def groups_of(signature: Signature) -> list[tuple[str, str]]:
    """What may make two signatures one body (`graph.identity.cluster`), and what `look_up` seeks in the registry."""
    keys = [f"key|{scheme}|{value}" for scheme, value in signature.keys]
    kind = signature.kind
    sought = [name_sought(kind, name) for name in (signature.name, *signature.other_names)] if signature.by_name else []
    names = [f"name|{kind}|{signature.group[1]}"] if signature.by_name else []
    if kind != "Person":
        names += [f"name|{kind}|{name}" for name in signature.other_names]
    return [*(("bodies", text) for text in (*keys, *names)), *(("registry", text) for text in (*keys, *sought))]
