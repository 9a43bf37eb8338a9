"""Reads a bundled source and maps every row, without a database: what the tests of the sources look at."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from graph.schema.values import fold
from loaders.claims import Claims, NodeClaim, TieClaim
from loaders.rows import LeftOutError, RejectedError, Row
from loaders.source_module import module_of
from loaders.spec import SourceSpec, find


@dataclass
class Mapped:
    """Rows by key, and what became of each: claims, the rule that left it out, or the reject."""

    spec: SourceSpec
    rows: dict[str, Row] = field(default_factory=dict)
    read: int = 0
    loaded: dict[str, Claims] = field(default_factory=dict)
    left_out: Counter[str] = field(default_factory=Counter)
    rejected: list[RejectedError] = field(default_factory=list)
    left_over: Counter[str] = field(default_factory=Counter)

    def nodes(self, kind: str) -> dict[str, list[NodeClaim]]:
        """Claims of a kind by name."""
        found: dict[str, list[NodeClaim]] = {}
        for claims in self.loaded.values():
            for node in claims.nodes:
                if node.kind == kind:
                    found.setdefault(node.name, []).append(node)
        return found

    def ties(self, type_: str) -> set[tuple[str, str]]:
        """Ties of a type as pairs of names."""
        return {(tie.start.name, tie.end.name) for tie in self.tie_claims(type_)}

    def tie_claims(self, type_: str) -> list[TieClaim]:
        """All claims of a tie type."""
        return [tie for claims in self.loaded.values() for tie in claims.ties if tie.type == type_]

    def counts(self) -> dict[str, int]:
        """How many bodies of each kind and ties of each type are stated, each once."""
        claims = self.loaded.values()
        nodes = {known(node) for out in claims for node in out.nodes}
        ties = {(tie.type, known(tie.start), known(tie.end)) for out in claims for tie in out.ties}
        return Counter([kind for kind, *_ in nodes] + [type_ for type_, *_ in ties])


def known(node: NodeClaim) -> tuple[str, str, str]:
    """What tells a node from the others of its kind: its first key, else its folded name."""
    if node.keys:
        scheme, value = next(iter(node.keys.items()))
        return node.kind, f"{scheme}:{value}", ""
    return node.kind, fold(node.name), node.within


def mapped(name: str, spec: SourceSpec | None = None) -> Mapped:
    """The whole source, mapped."""
    result = Mapped(spec or find(name))
    for row in module_of(result.spec).read(result.spec.folder, result.spec):
        result.read += 1
        result.rows[row.key] = row
        understand(result, row)
    return result


def understand(result: Mapped, row: Row) -> None:
    """Map one row into the result."""
    out = Claims(sources=[result.spec.id])
    try:
        module_of(result.spec).understand(row, out, result.spec)
    except LeftOutError as error:
        result.left_out[error.rule] += 1
    except RejectedError as error:
        result.rejected.append(error)
    else:
        result.loaded[row.key] = out
        result.left_over.update(row.left_over())


def made_up(name: str, cells: dict[str, str], file: str = "") -> Mapped:
    """One made-up row (key `made-up`), mapped by the records of a source."""
    result = Mapped(find(name), read=1)
    understand(result, Row(file=file or result.spec.files[0], number=2, key="made-up", cells=dict(cells)))
    return result
