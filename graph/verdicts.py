"""What a body found for a name is to it: exact, another name by the tables, one body by a rule, maybe, or only like.

A likeness of characters decides nothing but the order in which people are shown what is alike.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from graph.answers import AskedName, SearchHit
from graph.answers.resolve import Sure
from graph.candidates import Exact
from graph.identity.judge import judge
from graph.identity.keys import NAMES as CODES
from graph.identity.keys import valid
from graph.identity.known import name_of
from graph.identity.named import Named, Verdict
from graph.identity.regions import region_in, relation
from graph.identity.spellings import folded, in_full
from graph.identity.takeapart import Parts, take_apart
from graph.identity.telling import meant
from graph.identity.typed_numbers import WORDS as CODE_WORDS
from graph.name_match import Match, match
from graph.schema import GROUPS, NODE_KINDS
from graph.schema.values import fold
from graph.shown import kind_of
from graph.store import Row

BODIES = frozenset({*GROUPS["Organisation"], *GROUPS["Carrier"]})
"""Kinds whose names the rules of identity are made for; others are found by their exact name only."""
JUDGED = 8
"""So many of the bodies most like a name are judged by the rules."""
OTHER_NAMES = 3
"""So many further names of a body are judged when its name is not the one meant."""
NAME, ALIAS, FORMER, RULE, MAYBE, ALIKE = range(6)
SHORT = 0.85
"""Of a division by its short name: less than by a former one."""
NEAR = 0.3
"""What is less like a name (six characters of ten, in their order) is no suggestion."""
TOLD_NOTHING = frozenset({"", "未知", "其他", "两市"})


@dataclass(frozen=True)
class Candidate:
    """A body that a name may mean. `tier` says how it was found, the surest first; `vetoed`: it is known not to be."""

    row: Row
    sure: Sure
    tier: int
    score: float
    why: str
    vetoed: bool = False
    likeness: float = 1.0
    """Of its characters; orders what is shown, see `graph.name_match`."""

    @property
    def kind(self) -> str:
        """Its kind."""
        return kind_of(self.row["labels"])

    @property
    def by_name(self) -> bool:
        """Whether a name led to it, and not an id or a number."""
        return not self.row["scheme"] or self.row["scheme"].startswith(("name:", "alias:"))

    @property
    def near(self) -> bool:
        """Whether it is worth showing to a person who asked for something else."""
        return self.tier < ALIKE or self.score >= NEAR

    @property
    def code(self) -> str:
        """The first code that its name is kept with, in words: 区划代码 611002001; "" where there is none."""
        codes = _codes(self.row) if self.by_name else []
        return next((f"{CODE_WORDS.get(scheme, scheme)} {held}" for scheme, held in codes if held), "")

    @property
    def order(self) -> tuple[int, float, int, str, str]:
        """What comes first: the surer, then the more alike, then the better connected."""
        return (self.tier, -self.score, -int(self.row["degree"]), str(self.row["name"]), str(self.row["id"]))

    @property
    def shown(self) -> tuple[int, float, float, int, str, str]:
        """The order for people who look for themselves: what is not certain by its likeness to what they wrote."""
        tier, score, degree, name, id_ = self.order
        return (tier, -self.likeness if tier >= MAYBE else 0.0, score, degree, name, id_)

    def hit(self) -> SearchHit:
        """As it is shown."""
        return SearchHit(
            id=self.row["id"],
            kind=self.kind,
            name=self.row["name"],
            city=self.row["city"],
            place=self.row["place"],
            why=self.why,
            certain=self.sure == "same",
            score=self.score,
            code=self.code,
        )


def weigh(asked: AskedName, exact: Iterable[Exact], alike: Sequence[Row], *, judged: int = JUDGED) -> list[Candidate]:
    """Every body found for a name with what it is to it, the surest first, each once."""
    best: dict[str, Candidate] = {}

    def put(candidate: Candidate) -> None:
        held = best.get(candidate.row["id"])
        if held is None or candidate.order < held.order:
            best[candidate.row["id"]] = candidate

    for found in exact:
        put(_found(asked, found))
    matches = [(row, match(asked.name, row)) for row in alike if row["id"] not in best]
    matches.sort(key=lambda pair: -pair[1].score)
    for row, how in matches:
        if how.certain:
            put(_exact(asked, row, how))
        elif kind_of(row["labels"]) in BODIES and judged > 0:
            judged -= 1
            put(_judged(asked, row, how))
        else:
            put(_only_alike(row, how))
    return sorted(best.values(), key=lambda candidate: candidate.order)


def _found(asked: AskedName, found: Exact) -> Candidate:
    if found.short:
        return _division(asked, found.row)
    return _known(asked, found) if found.known else _exact(asked, found.row, match(asked.name, found.row))


def _division(asked: AskedName, row: Row) -> Candidate:
    """A division by a short name, 商洛 for 商洛市: a body that is called so comes before it."""
    why = f"“{asked.name}”指{row['name']}"
    against = _against(asked, {**row, "value": ""}, by_name=True)
    if against:
        return Candidate(row, "queue", MAYBE, SHORT, f"{why}，但{against}")
    return Candidate(row, "same", FORMER, SHORT, why)


def _exact(asked: AskedName, row: Row, how: Match) -> Candidate:
    """A name or number that is exactly the body's; what the row says beside it may still speak against it."""
    tier = NAME if how.score == 1.0 else ALIAS if how.score > 0.9 else FORMER
    found = Candidate(row, "same", tier, how.score, how.why)
    against = _against(asked, row, by_name=found.by_name)
    if against:
        return replace(found, sure="queue", tier=MAYBE, why=f"{how.why}相同，但{against}")
    if found.by_name and tier != NAME:
        several = _meanings(asked)
        if len(several) > 1 and in_full(folded(row["name"])) in several:
            return replace(found, sure="queue", tier=MAYBE, score=0.6, why=_may_mean(asked.name, several))
    return found


def _meanings(asked: AskedName) -> frozenset[str]:
    return meant(take_apart(asked.name), region_in(asked.place))[0]


def _may_mean(text: str, several: Iterable[str]) -> str:
    return f"“{text}”可以指{'、'.join(sorted(map(name_of, several)))}"


def _against(asked: AskedName, row: Row, *, by_name: bool) -> str:
    """What the row of the list says against a body of exactly this name; "" for nothing."""
    kind = kind_of(row["labels"])
    if asked.kind and kind != asked.kind:
        return f"类别不同：要的是{NODE_KINDS[asked.kind].zh}，图中是{NODE_KINDS[kind].zh}"
    if not by_name:
        return ""
    if asked.place and relation(region_in(asked.place), region_in(place_of(row))) == "apart":
        return f"所在地不同：{asked.place} / {place_of(row)}"
    for scheme, held in _codes(row):
        mine = valid(scheme, asked.keys.get(scheme, ""))
        if mine and mine != held:
            return f"{CODES.get(scheme, scheme)}不同：{mine} / {held}"
    return ""


def _codes(row: Row) -> list[tuple[str, str]]:
    """The numbers that the registry keeps beside a name that was found exactly: scheme and value."""
    parts = str(row.get("value", "")).split("|")[3:]
    told = (code.partition("=") for part in parts for code in part.split(";") if code)
    return [(scheme, held) for scheme, _, held in told]


def hits_of(found: Sequence[Candidate]) -> list[SearchHit]:
    """As they are shown; what tells apart those that would else be printed alike stands in their `why`."""
    hits = [one.hit() for one in found]
    alike = Counter((hit.name, hit.kind, hit.city, hit.place) for hit in hits)
    shown = []
    for one, hit in zip(found, hits, strict=True):
        codes = "、".join(f"{CODES.get(scheme, scheme)} {held}" for scheme, held in _codes(one.row))
        if codes and alike[(hit.name, hit.kind, hit.city, hit.place)] > 1:
            hit = hit.model_copy(update={"why": f"{hit.why}；{codes}"})
        shown.append(hit)
    return shown


def place_of(row: Row) -> str:
    """Where a body is, as far as the graph says: its county, else its city; "" when untold."""
    return str(row["place"] or ("" if row["city"] in TOLD_NOTHING else row["city"]))


def _known(asked: AskedName, found: Exact) -> Candidate:
    """A body that the tables of names know for the text, or that is read as the text is spelled."""
    row = found.row
    if found.known != row["name"] or _spelled(asked.name, row):
        return Candidate(row, "queue", MAYBE, 0.8, f"拼音与“{found.known}”相符")
    verdict = judge(_named(asked), Named(row["name"], place_of(row)))
    candidate = _of(row, verdict)
    if candidate.sure != "same":
        return candidate
    against = _against(asked, row, by_name=True)
    if against:
        return replace(candidate, sure="queue", tier=MAYBE, why=f"{verdict.reason}，但{against}")
    return replace(candidate, tier=ALIAS)


def _spelled(text: str, row: Row) -> bool:
    """Whether a text in letters is the pinyin of a name, and no English name."""
    return text.isascii() and match(text, {**row, "scheme": ""}).why.startswith("拼音")


def _named(asked: AskedName) -> Named:
    return Named(asked.name, asked.place, asked.kind, dict(asked.keys))


def _judged(asked: AskedName, row: Row, how: Match) -> Candidate:
    """A body that is like the name, by the rules of names: its own name first, then its further ones."""
    one, place = _named(asked), place_of(row)
    verdict = judge(one, Named(row["name"], place))
    if verdict.verdict != "same":
        others = [name for name in row["names"] if fold(name) != fold(row["name"])][:OTHER_NAMES]
        for other in (judge(one, Named(name, place)) for name in others):
            if other.verdict == "same" or (other.verdict == "queue" != verdict.verdict and not verdict.vetoes):
                verdict = other
    candidate = replace(_of(row, verdict), likeness=how.score)
    if candidate.sure == "none" and not candidate.vetoed and how.why in ("拼音", "拼音首字母"):
        return Candidate(row, "queue", MAYBE, how.score, how.why, likeness=how.score)
    if candidate.sure == "none":
        why = f"{how.why}，但{verdict.reason}" if candidate.vetoed else how.why
        return replace(candidate, score=how.score, why=why)
    against = _against(asked, row, by_name=True) if candidate.sure == "same" else ""
    return replace(candidate, sure="queue", tier=MAYBE, why=f"{candidate.why}，但{against}") if against else candidate


def _of(row: Row, verdict: Verdict) -> Candidate:
    if verdict.verdict == "same":
        return Candidate(row, "same", RULE, verdict.score, verdict.reason)
    if verdict.verdict == "queue":
        return Candidate(row, "queue", MAYBE, verdict.score, verdict.reason)
    return Candidate(row, "none", ALIKE, verdict.score, verdict.reason, vetoed=bool(verdict.vetoes))


def but_for_the_form(asked: AskedName, found: Iterable[Candidate]) -> Candidate | None:
    """The one firm whose name is the asked one without its legal form: 陕西锌业 for 陕西锌业有限公司.

    The rules of two names leave open what is only a region and a trade. A graph that knows one such firm and nothing
    that speaks against it answers. None where there are several, or where the name says more than a legal form.
    """
    one = take_apart(asked.name)
    if not (one.form.limited and one.region.codes) or one.form.group:
        return None
    fits = [held for held in found if held.sure == "queue" and _same_but_form(one, held.row["name"])]
    fits = [held for held in fits if held.kind == "Enterprise" and not _against(asked, held.row, by_name=True)]
    if len(fits) != 1:
        return None
    why = "只差“有限公司”一类的组织形式，图中这样的企业只有一个"
    return replace(fits[0], sure="same", tier=RULE, why=why)


def _same_but_form(one: Parts, name: str) -> bool:
    other = take_apart(name)
    rest = (other.region.codes, other.middle, other.notes, other.site.codes)
    return not other.form.sort and rest == (one.region.codes, one.middle, one.notes, one.site.codes)


def _only_alike(row: Row, how: Match) -> Candidate:
    """What has no rules of names (a project, a place, a policy), or was too far down the list to be judged."""
    telling = how.score >= 0.6 and kind_of(row["labels"]) not in BODIES
    return Candidate(
        row, "queue" if telling else "none", MAYBE if telling else ALIKE, how.score, how.why, likeness=how.score
    )
