"""From a name and a kind as a fact gives them to a node: sub-kind, division, side, short forms, where it stands.

What a name alone does not say comes from the lookups of source.yml; a name that a closed lookup does not know rejects
the row, so that a new edition of the facts never slips through unclassified.
"""

from __future__ import annotations

from typing import Any

from graph.schema import NODE_KINDS
from loaders.claims import Claims, NodeClaim
from loaders.spec import SourceSpec

# A railway line is a place of kind 线路 (model.md has no kind of its own for it).
RENAMED = {"Transport": "Place"}
LEVELS = {2: "省", 4: "市", 6: "县区", 9: "街道乡镇"}


def stand(
    out: Claims,
    spec: SourceSpec,
    kind: str,
    name: str,
    *,
    short_forms: tuple[str, ...] = (),
    beside: str = "",
    place: str = "",
) -> NodeClaim:
    """State the node of one end of a fact.

    `short_forms` are those of the whole row: only the ones known to mean this name become aliases. `beside` is the name
    of the other end, which is the body a person stands with when no home body is given.
    """
    label = RENAMED.get(kind, kind)
    side = spec.lookups["sides"].get(name, {})
    props: dict[str, Any] = {
        "kind": _subkind(out, spec, label, name),
        "place": side.get("place", place),
        "city_reason": side.get("reason", ""),
    }
    keys = {}
    if label == "Place" and name in spec.lookups["divisions"]:
        code = spec.lookups["divisions"][name]
        keys, props["code"] = {"division": code}, code
    return out.node(
        label,
        name,
        keys=keys,
        within=spec.lookups["within"].get(name, beside if label == "Person" else ""),
        city=side.get("city", ""),
        aliases=tuple(short for short in short_forms if spec.lookups["short_forms"].get(short) == name),
        **props,
    )


def check_short_forms(out: Claims, spec: SourceSpec, short_forms: tuple[str, ...], names: tuple[str, ...]) -> None:
    """Reject a short form that the lookup does not know, or knows as that of neither end of the row."""
    for short in short_forms:
        meant = spec.lookups["short_forms"].get(short)
        if meant is None or (meant and meant not in names):
            out.reject(
                "note", short, "short-form", f"简称“{short}”在 source.yml 的 short_forms 里没有对应本行两端的名称"
            )


def _subkind(out: Claims, spec: SourceSpec, label: str, name: str) -> str:
    if label == "Place" and name in spec.lookups["divisions"]:
        return LEVELS[len(spec.lookups["divisions"][name])]
    known: dict[str, dict[str, str]] = spec.lookups["kinds"]
    if label not in NODE_KINDS or not NODE_KINDS[label].subkinds:
        return ""
    if name not in known.get(label, {}):
        out.reject("subject", name, "subkind", f"“{name}”（{NODE_KINDS[label].zh}）在 source.yml 的 kinds 里没有类别")
    subkind = known[label][name]
    if subkind and subkind not in NODE_KINDS[label].subkinds:
        out.reject("subject", name, "subkind", f"{NODE_KINDS[label].zh}没有“{subkind}”这一类别")
    return subkind
