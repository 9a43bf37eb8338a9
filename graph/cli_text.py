"""Search and path answers as Chinese text for a terminal, and what gap answers share with them.

The words of codes come from `graph.views.style`, a citation from `graph.citation`: the same on every door.
"""

from __future__ import annotations

from collections.abc import Iterable

from rich.console import Console
from rich.table import Table

from graph.answers import Answer, CoverageNote, NodeRef, Path, PathAnswer, SearchAnswer, SourceRef, Tie
from graph.answers.cited import cite, printed_date
from graph.cli_door import line
from graph.schema import EDGE_KINDS, NODE_KINDS
from graph.views.style import COVERAGE_WORDS, clause, kind_words, pattern_words, stage_of, tie_words

DIM = "dim"


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
    """Each path as a sentence, its chain and its ties; then the sources, each once; or why there is no path."""
    data = answer.data
    asked = answer.meta.parameters
    ends = " → ".join(
        node_text(end) if end else f"“{asked.get(name, '？')}”"
        for name, end in (("from", data.start), ("to", data.end))
    )
    if data.answer == "none":
        said = "没有找到路径" if data.start and data.end else "名称没有认出来，没有查路径"
        line(out, (f"{said}：{ends}", "bold"))
        print_why_none(out, data)
        return
    more = answer.meta.truncated
    count = f"至少 {more.found_at_least} 条，列出 {more.shown} 条" if more else f"{len(data.paths)} 条路径"
    line(out, (f"{ends}：{count}", "bold"))
    for number, path in enumerate(data.paths, 1):
        print_one_path(out, path, number)
    print_sources(out, (source for path in data.paths for tie in path.ties for source in tie.sources))
    if len(data.patterns) > 1 and len(data.paths) > 1:
        line(out, ("路径模式", "bold"))
        for pattern in data.patterns:
            at_least = "至少 " if pattern.at_least else ""
            line(out, f"  {pattern_words(pattern.pattern)}：{at_least}{pattern.count} 条")
    if data.hubs_not_crossed:
        line(out, ("未穿过的枢纽：" + "、".join(hub.name for hub in data.hubs_not_crossed), DIM))


def print_one_path(out: Console, path: Path, number: int) -> None:
    """One path: the sentence to paste, the chain by names of ties, each tie with stage, date, records, sources."""
    names = {node.id: node.name for node in path.nodes}
    line(out, "")
    line(out, (f"{number}. {path.sentence}", "bold"))
    chain = path.nodes[0].name
    for tie, node in zip(path.ties, path.nodes[1:], strict=True):
        chain += f" ─{tie_words(tie.type)}─ {node.name}"
    line(out, f"   {chain}", (f"  {path.hops} 跳", DIM))
    for tie in path.ties:
        print_tie(out, tie, names)


def print_tie(out: Console, tie: Tie, names: dict[str, str]) -> None:
    """One tie: what it says, how far it has come, when, and which records and sources state it."""
    about = [
        stage_of(tie.type, tie.stage),
        printed_date(tie.date_text) if tie.date_text else "",
        tie.role or "",
        "推断，不计为联系" if tie.inferred else "",
    ]
    said = clause(tie.type, names.get(tie.start, tie.start), names.get(tie.end, tie.end), forward=tie.forward)
    records = "、".join(record.rsplit(":", 1)[-1] for record in tie.records)
    sources = "、".join(f"{source.id} {source.mark}" for source in tie.sources)
    inside = "，".join(part for part in about if part)
    line(out, f"   · {said}{f'（{inside}）' if inside else ''}", (f"  记录 {records}，来源 {sources}", DIM))


def print_sources(out: Console, cited: Iterable[SourceRef]) -> None:
    """Each source once, with its mark and, where it may be shown, its address."""
    unique = {source.id: source for source in cited}
    if not unique:
        return
    line(out, "")
    line(out, ("来源", "bold"), ("  O 发布者原址，R 转载，M 仅见于镜像，N 无网址", DIM))
    for source in sorted(unique.values(), key=lambda source: (len(source.id), source.id)):
        address = source.url or source.address_text or ""
        line(out, (f"  {source.id} {source.mark}  {cite(source)}  {address}".rstrip(), DIM))


def print_why_none(out: Console, data: PathAnswer) -> None:
    """The reasons why there is no path, what is nearest, and which coverage is missing."""
    why = data.why_none
    if why is None:
        return
    for reason in why.reasons:
        line(out, f"  · {reason.text}")
    for hit in why.nearest:
        line(out, f"    {hit.id}  {hit.name}（{kind_words(hit.kind)}，{hit.place or hit.city}）")
    print_coverage(out, why.coverage_missing)
    if data.start and data.end:
        line(out, ("  没有路径只说明已装载的来源里没有，不等于两者没有联系。", DIM))


def print_coverage(out: Console, notes: Iterable[CoverageNote]) -> None:
    """The coverage an answer looked at: one line for all kinds and ties that one publisher covers alike."""
    alike: dict[tuple[str, str, str, str], list[str]] = {}
    for note in notes:
        counts = f"，声明 {note.declared}，装载 {note.loaded}" if note.declared is not None else ""
        as_of = f"，截至 {note.as_of}" if note.as_of else ""
        stale = f"，{note.note}" if note.note else ""
        key = note.publisher or "未装载任何来源", note.place, COVERAGE_WORDS[note.state], counts + as_of + stale
        alike.setdefault(key, []).append(_about_words(note.about))
    for (publisher, place, state, more), about in alike.items():
        line(out, (f"  收录{state}：{'、'.join(about)}（{place}；{publisher}{more}）", DIM))


def _about_words(about: str) -> str:
    return tie_words(about) if about in EDGE_KINDS else kind_words(about) if about in NODE_KINDS else about
