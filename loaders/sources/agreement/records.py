"""One row, one commitment: its words, who promised it, what it is part of.

The agreement itself and its signatures are stated by the first row (C0), whose words name it; the five strengths of
the market by the leaves of C2, whose words list them.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from loaders.claims import Claims, NodeClaim
from loaders.files import read_csv
from loaders.rows import Row
from loaders.spec import SourceSpec

FILE = "data/commitments.csv"
YEAR = "2021"
OPENING = "C0"
STRENGTHS = "C2"
# Longer words are given a caption of their own in source.yml; this length still fits under a mark.
CAPTION_LENGTH = 25


def read(_folder: Path, spec: SourceSpec) -> Iterator[Row]:
    """The 52 commitments, keyed by their number."""
    return read_csv(spec, FILE, "id")


def understand(row: Row, out: Claims, spec: SourceSpec) -> None:
    """State one commitment with its ties. Rejects an unknown actor group, direction or a long text without caption."""
    key, parent, text = row.pop("id"), row.pop("parent"), row.pop("text_zh")
    # Which facts bear on it and whether any is loaded is said by the facts and counted by the gap rule.
    row.ignore("evidence_facts", "evidence_state")
    commitment = _commitment(row, out, spec, key, text)
    agreement = out.node("Agreement", spec.lookups["agreement"])
    parties = [
        out.node("Agency", name, city=side["city"], city_reason=side["reason"])
        for name, side in spec.lookups["parties"].items()
    ]
    for party in parties:
        if key == OPENING:
            out.tie("SIGNED", party, agreement, status="signed", at=YEAR)
        out.tie("PROMISED_BY", commitment, party, status="signed", at=YEAR)
    if parent:
        whole = out.node("Commitment", f"{parent} {spec.lookups['captions'][parent]}", keys={"commitment": parent})
        out.tie("PART_OF", commitment, whole, status="signed", at=YEAR)
    else:
        out.tie("HAS_COMMITMENT", agreement, commitment, status="signed", at=YEAR)
    if parent == STRENGTHS:
        market = out.node("Park", spec.lookups["market"], kind="科技大市场")
        out.tie("OFFERS", market, out.node("Topic", text), at=YEAR, note="协议所列西安科技大市场的优势")


def _commitment(row: Row, out: Claims, spec: SourceSpec, key: str, text: str) -> NodeClaim:
    caption = spec.lookups["captions"].get(key, text)
    if len(caption) > CAPTION_LENGTH:
        out.reject("text_zh", text, "caption", f"条款 {key} 文字过长，source.yml 的 captions 里没有它的短名")
    direction = row.pop("direction")
    if direction not in ("西安→商洛", "商洛→西安", "both"):
        out.reject("direction", direction, "direction", f"未知的方向“{direction}”")
    return out.node(
        "Commitment",
        f"{key} {caption}",
        keys={"commitment": key},
        aliases=(key,),
        key=key,
        text_zh=text,
        text_en=row.pop("text_en"),
        direction=direction,
        regularity=row.pop("regularity"),
        actors=_actors(row, out, spec),
        leaf=key not in _parents(spec),
        path_question=row.pop("path_question_zh"),
        gap_question=row.pop("gap_question_zh"),
        indicators=[name for name in row.pop("indicators").split(";") if name],
        place=row.pop("place_constraint"),
        note=_note(row),
    )


def _actors(row: Row, out: Claims, spec: SourceSpec) -> list[str]:
    """The two bureaus, then whoever else the sentence names."""
    first, *others = row.pop("actor").split(";")
    if first != "both":
        out.reject("actor", first, "actor", f"未知的责任方“{first}”：只认得 both（两市科技局）")
    return [*spec.lookups["parties"], *others]


def _parents(spec: SourceSpec) -> set[str]:
    """Commitments that have parts of their own: those the file names as a parent."""
    return {row.cells["parent"] for row in read_csv(spec, FILE, "id")} - {""}


def _note(row: Row) -> str:
    parts = {"受益对象": row.pop("beneficiary_kind"), "服务种类": row.pop("service_kind")}
    return "；".join(f"{label}：{text.replace(';', '、')}" for label, text in parts.items() if text)
