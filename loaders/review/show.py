"""Pairs, judgements and their effects on a terminal, in Chinese."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rich.console import Console
from rich.table import Table

from graph.answers import JournalEntry, Judged, NodeDetail, ReviewPair, SideBySide
from graph.cli_door import line
from graph.views.style import clause, kind_words

DIM = "dim"
ZH = {"same": "同一主体", "different": "不同主体", "unsure": "存疑"}
ADVICE = {"same": "规则认为同一", "queue": "需要人看", "different": "规则认为不同"}
SHOWN_TIES = 12
PROPERTIES = ("kind", "city", "county", "place", "former", "note")


def print_queue(out: Console, pairs: Sequence[ReviewPair]) -> None:
    """The queue as a table."""
    if not pairs:
        line(out, "没有待辨认的主体。")
        return
    table = Table("编号", "名称", "编号", "名称", "类别", "像在哪里", "规则的看法", box=None, pad_edge=False)
    for pair in pairs:
        advice = ADVICE[pair.verdict] + (f"：{pair.reason}" if pair.why != pair.reason else "")
        table.add_row(pair.one, pair.names[0], pair.other, pair.names[1], kind_words(pair.kind), pair.why, advice)
    out.print(table)
    line(out, (f"共 {len(pairs)} 对；逐对判定：在终端运行 xishang review，或 xishang review --page", DIM))


def print_side_by_side(out: Console, shown: SideBySide, number: int, total: int) -> None:
    """Two bodies beside each other: names, place, what they are tied to, who states them; then for and against."""
    pair = shown.pair
    line(out, "")
    line(out, (f"[{number}/{total}] {pair.names[0]}  ｜  {pair.names[1]}", "bold"))
    table = Table("", *(f"{found.node.id}" for found in shown.details), box=None, pad_edge=False, show_lines=False)
    one, other = shown.details
    table.add_row("名称", "、".join(one.names or [one.node.name]), "、".join(other.names or [other.node.name]))
    for name in PROPERTIES:
        values = [words(found.properties.get(name)) for found in (one, other)]
        if any(values):
            table.add_row(LABELS[name], *values)
    table.add_row(
        f"关系（{one.ties_found} / {other.ties_found}）", *("\n".join(ties_of(found)) for found in (one, other))
    )
    table.add_row("来源", *("\n".join(f"{s.publisher}《{s.title}》" for s in found.sources) for found in (one, other)))
    out.print(table)
    line(out, ("像在哪里  ", DIM), _why(pair))
    if shown.shared:
        line(out, ("共同相关  ", DIM), "、".join(_shared(shown)))
    if pair.vetoes:
        line(out, ("反对      ", "red"), "；".join(pair.vetoes))


def _why(pair: ReviewPair) -> str:
    """Why the two wait, and what the rules say of them; once where both are the same."""
    why = "" if pair.why == pair.reason else f"{pair.why or '由人提出'}；"
    return f"{why}{ADVICE[pair.verdict]}：{pair.reason}（{pair.score}）"


LABELS = {"kind": "小类", "city": "城市", "county": "县区", "place": "地点", "former": "曾用名", "note": "说明"}


def words(value: object) -> str:
    return "、".join(map(str, value)) if isinstance(value, list) else str(value or "")


def ties_of(found: NodeDetail) -> list[str]:
    """The heaviest ties of a body as clauses."""
    names = {found.node.id: found.node.name} | {one.other.id: one.other.name for one in found.ties}
    told = [
        clause(one.tie.type, names[one.tie.start], names[one.tie.end], forward=one.tie.forward)
        for one in found.ties[:SHOWN_TIES]
    ]
    more = found.ties_found - len(told)
    return [*told, f"…另有 {more} 条"] if more > 0 else told


def _shared(shown: SideBySide) -> list[str]:
    names = {one.other.id: one.other.name for found in shown.details for one in found.ties}
    return [names[id_] for id_ in shown.shared]


def print_judged(out: Console, judged: Judged) -> None:
    """What a judgement did."""
    title = "（试判，未写入）" if judged.dry_run else f"，记为 {judged.entry}，图版本 {judged.graph_version}"
    line(out, ("✓ ", "green"), f"{'、'.join(judged.ids)} {ZH[judged.judgement]}{title}")
    for effect in judged.effects:
        line(out, f"    {effect}")


def print_entries(out: Console, found: Iterable[JournalEntry]) -> None:
    """All judgements, oldest first."""
    table = Table("判定", "时间", "判定人", "结论", "主体", "理由", "生效", box=None, pad_edge=False)
    for entry in found:
        bodies = "；".join(f"{name or '（无）'} {id_}" for id_, name in zip(entry.ids, entry.names, strict=True))
        table.add_row(
            entry.id,
            entry.at[:19],
            entry.who,
            ZH[entry.judgement],
            bodies,
            entry.reason,
            "是" if entry.in_force else "",
        )
    out.print(table)
