"""The queue on a terminal: one pair after the other, judged by a key."""

from __future__ import annotations

from collections.abc import Sequence

import typer
from rich.console import Console

from graph import review as question
from graph.answers import ReviewPair
from graph.cli_door import line
from graph.errors import NotFoundError, UsageError
from graph.store import Store
from loaders.loading import After
from loaders.review.decide import decide
from loaders.review.show import print_judged, print_side_by_side

KEYS = {"s": "same", "d": "different", "u": "unsure"}
ASK = "[s] 同一  [d] 不同  [u] 存疑  [n] 下一对  [q] 结束"


def go_through(store: Store, out: Console, *, kinds: Sequence[str], who: str, after: Sequence[After]) -> None:
    """Show each pair and ask; the effect of a merge is shown before it is made. Ends at `q` or after the last pair."""
    pairs = question.queue(store, kinds=kinds).data.pairs
    if not pairs:
        line(out, "没有待辨认的主体。")
        return
    for number, pair in enumerate(pairs, 1):
        try:
            shown = question.side_by_side(store, pair.one, pair.other).data
        except NotFoundError:
            continue  # merged by a judgement made a moment ago
        print_side_by_side(out, shown, number, len(pairs))
        key = _key()
        if key == "q":
            return
        if key in KEYS:
            _judge(store, out, pair, KEYS[key], who, after)


def _key() -> str:
    while True:
        answer = typer.prompt(ASK, default="n", show_default=False).strip().lower()[:1]
        if answer in (*KEYS, "n", "q"):
            return str(answer)


def _judge(store: Store, out: Console, pair: ReviewPair, kind: str, who: str, after: Sequence[After]) -> None:
    reason = typer.prompt("理由", default=pair.reason)
    ids = (pair.one, pair.other)
    try:
        if kind == "same":
            print_judged(out, decide(store, "same", ids, reason=reason, who=who, dry_run=True).data)
            if not typer.confirm("这样并为一个主体吗？", default=True):
                return
        print_judged(out, decide(store, kind, ids, reason=reason, who=who, after=after).data)  # type: ignore[arg-type]  # one of KEYS
    except UsageError as error:
        line(out, (f"不能这样判：{error.detail}", "red"))
        line(out, f"→ {error.way_out}")
