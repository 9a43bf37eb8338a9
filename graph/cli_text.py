"""Answers as Chinese text for a terminal. Every word of a code (stage, mark, state) comes from `graph.views.style`."""

from __future__ import annotations

from rich.console import Console
from rich.table import Table

from graph.answers import (
    Answer,
    Counts,
    Finding,
    GapAnswer,
    Meta,
    NodeRef,
    Path,
    PathAnswer,
    SearchAnswer,
    SourceRef,
    Tie,
)
from graph.cli_door import line
from graph.views.style import COVERAGE_WORDS, MARK_WORDS, STAGE_WORDS, STATE_WORDS, kind_words, pattern_words

STATE_STYLES = {"linked": "green", "none_found": "bold red", "not_collected": "yellow"}
DIM = "dim"


def source_text(source: SourceRef) -> str:
    """A source as cited: publisher, title, date, mark, and its address where it may be shown."""
    when = " ".join(part for part in (source.date or "无日期", source.date_note) if part)
    address = source.url or source.address_text or ""
    return (
        f"{source.publisher}《{source.title}》，{when}，{MARK_WORDS.get(source.mark, source.mark)}（{source.mark}）"
        + (f" {address}" if address else "")
    )


def node_text(node: NodeRef) -> str:
    """A node with its kind and side."""
    return f"{node.name}（{kind_words(node.kind)}，{node.place or node.city}）"


def print_search(out: Console, answer: Answer[SearchAnswer]) -> None:
    """Hits as a table; without any, what to try."""
    if not answer.data.hits:
        line(out, f"没有找到与“{answer.data.query}”相近的名称。可以只写名称的一部分，或写简称、拼音首字母。")
        return
    table = Table("编号", "名称", "类别", "城市", "地点", "依据", box=None, pad_edge=False)
    for hit in answer.data.hits:
        why = hit.why if hit.certain else f"{hit.why}（不确定）"
        table.add_row(hit.id, hit.name, kind_words(hit.kind), hit.city, hit.place, why)
    out.print(table)


def print_path(out: Console, answer: Answer[PathAnswer]) -> None:
    """Each path as a sentence, then its chain, then each tie with stage, date and sources; or why there is none."""
    data = answer.data
    ends = " → ".join(node_text(end) if end else "？" for end in (data.start, data.end))
    if data.answer == "none":
        line(out, (f"没有找到路径：{ends}", "bold"))
        print_why_none(out, data)
        return
    more = answer.meta.truncated
    count = f"至少 {more.found_at_least} 条，列出 {more.shown} 条" if more else f"{len(data.paths)} 条"
    line(out, (f"{ends}：{count}", "bold"))
    for number, path in enumerate(data.paths, 1):
        line(out, "")
        print_one_path(out, path, number)
    if len(data.patterns) > 1:
        line(out, "")
        line(out, ("路径模式", "bold"))
        for pattern in data.patterns:
            at_least = "至少 " if pattern.at_least else ""
            line(out, f"  {pattern_words(pattern.pattern)}：{at_least}{pattern.count} 条")
    if data.hubs_not_crossed:
        line(out, ("未穿过的枢纽：" + "、".join(hub.name for hub in data.hubs_not_crossed), DIM))


def print_one_path(out: Console, path: Path, number: int) -> None:
    """One path: sentence, chain, ties."""
    names = {node.id: node.name for node in path.nodes}
    line(out, (f"{number}. ", "bold"), (path.sentence, "bold"))
    chain = path.nodes[0].name
    for tie, node in zip(path.ties, path.nodes[1:], strict=True):
        chain += f" ─{tie.verb.replace('…', '')}→ {node.name}"
    line(out, f"   {chain}（{path.hops} 跳）")
    for tie in path.ties:
        print_tie(out, tie, names)


def print_tie(out: Console, tie: Tie, names: dict[str, str]) -> None:
    """One tie: what it says, stage, date, records, then a line for each source."""
    about = [
        STAGE_WORDS.get(tie.stage, tie.stage),
        tie.date_text,
        tie.role or "",
        "推断，不计为联系" if tie.inferred else "",
    ]
    said = names.get(tie.start, tie.start), names.get(tie.end, tie.end)
    clause = said[0] + (tie.verb.replace("…", said[1]) if "…" in tie.verb else tie.verb + said[1])
    records = "、".join(record.rsplit(":", 1)[-1] for record in tie.records)
    line(out, f"   · {clause}（{'，'.join(part for part in about if part)}）", (f"  记录 {records}", DIM))
    for source in tie.sources:
        line(out, (f"     来源 {source.id}：{source_text(source)}", DIM))


def print_why_none(out: Console, data: PathAnswer) -> None:
    """The reasons why there is no path, what is nearest, and which coverage is missing."""
    why = data.why_none
    if why is None:
        return
    for reason in why.reasons:
        line(out, f"  · {reason.text}")
    if why.nearest:
        line(out, "  相近的名称：")
        for hit in why.nearest:
            line(out, f"    {hit.id}  {hit.name}（{kind_words(hit.kind)}，{hit.city}）")
    for note in why.coverage_missing:
        line(out, (f"  收录：{note.publisher}·{note.about}·{note.place}：{COVERAGE_WORDS[note.state]}", DIM))
    line(out, ("  没有路径只说明已装载的来源里没有，不等于两者没有联系。", DIM))


def print_gap(out: Console, answer: Answer[GapAnswer]) -> None:
    """The counts with their denominator, by county and chain, then every row with its state, reason and sources."""
    data = answer.data
    line(out, (data.rule.title, "bold"), (f"  {data.rule.name}", DIM))
    line(out, data.rule.why)
    line(out, counts_text(data.counts))
    table = Table("状态", "对象", "地点", "依据与理由", box=None, pad_edge=False)
    for row in data.rows:
        table.add_row(*_cells(row), style="")
    out.print(table)
    for dimension, groups in data.by.items():
        if len(groups) > 1:
            line(out, (f"按{DIMENSIONS.get(dimension, dimension)}", "bold"))
            for name, counts in groups.items():
                line(out, f"  {name or '（未知）'}：{counts_text(counts)}")
    print_coverage(out, answer.meta)


DIMENSIONS = {"county": "县区", "chain": "产业链", "kind": "类别", "group": "组"}


def counts_text(counts: Counts) -> str:
    """Counts by state out of the total."""
    parts = (
        f"{STATE_WORDS[state]} {getattr(counts, state)}"
        for state in ("linked", "none_found", "not_collected")
        if getattr(counts, state)
    )
    return f"{'，'.join(parts) or '没有行'}（共 {counts.total}）"


def _cells(row: Finding) -> tuple[str, str, str, str]:
    state = f"[{STATE_STYLES[row.state]}]{STATE_WORDS[row.state]}[/]"
    name = f"{row.anchor.key} {row.anchor.name}" if row.anchor.key else row.anchor.name
    because = [row.reason, *(item.text for item in row.evidence[:EVIDENCE_SHOWN])]
    hidden = len(row.evidence) - EVIDENCE_SHOWN
    because += [f"…另有 {hidden} 条，见 --json"] if hidden > 0 else []
    cited = {source.id: source for item in row.evidence[:EVIDENCE_SHOWN] for source in item.sources}
    because += [f"来源 {source.id}：{source_text(source)}" for source in list(cited.values())[:EVIDENCE_SHOWN]]
    because += [row.note] if row.note else []
    return state, _plain(name), _plain(row.anchor.place or row.county), _plain("\n".join(because))


EVIDENCE_SHOWN = 3
"""Facts shown beside a row in a terminal; the JSON answer and the page have all."""


def _plain(text: str) -> str:
    """Text that rich must not read as markup."""
    return text.replace("[", "\\[")


def print_coverage(out: Console, meta: Meta) -> None:
    """The coverage an answer looked at, with its publisher and counts."""
    for note in meta.coverage:
        counts = f"，声明 {note.declared}，装载 {note.loaded}" if note.declared is not None else ""
        as_of = f"，截至 {note.as_of}" if note.as_of else ""
        line(
            out, (f"收录：{note.publisher}·{note.about}·{note.place}：{COVERAGE_WORDS[note.state]}{counts}{as_of}", DIM)
        )
