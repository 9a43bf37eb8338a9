"""Which lists a rule looked at, and whether each is complete: what stands between "none found" and "not collected"."""

from __future__ import annotations

from graph.answers import CoverageNote
from graph.due import covered, stale_words
from graph.store import Row

BOTH_CITIES = "西安市、商洛市"
NOTHING = "未装载任何来源"


def notes(needs: list[dict[str, str]], rows: list[Row]) -> list[CoverageNote]:
    """One note for each list that speaks of what the rule needs, and one of state `none` where no list does."""
    found: list[CoverageNote] = []
    told: set[str] = set()
    for number, need in enumerate(needs):
        matching = [row for row in rows if row["need"] == number]
        for row in matching:
            if row["id"] not in told:
                told.add(row["id"])
                found.append(covered(row))
        if not matching:
            subkind = need.get("subkind", "")
            found.append(
                CoverageNote(
                    source="", publisher=NOTHING, about=need["about"], subkind=subkind, place=BOTH_CITIES, state="none"
                )
            )
    return found


def cited(ids: list[str], rows: list[Row]) -> str:
    """The complete lists a "none found" rests on, in words: publisher, title, date, declared count, place."""
    by_id = {row["id"]: row for row in rows}
    return "；".join(_words(by_id[id_]) for id_ in dict.fromkeys(ids) if id_ in by_id)


def _words(row: Row) -> str:
    title = f"《{row['title']}》" if row["title"] else ""
    about = [
        f"截至 {row['last']}" if row["last"] else "未注日期",
        f"自报 {row['declared']} 个" if row["declared"] is not None else "",
        f"范围 {row['place']}",
        "完整与否由装载者声明" if row["claimed_by"] == "user" else "",
        stale_words(row["retrieved"], row["every"] or "", row["due"]),
    ]
    return f"{row['publisher'] or '发布者未注明'}{title}（{'，'.join(part for part in about if part)}）"
