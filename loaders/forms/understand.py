"""A row of a roster → claims: the node it is about, its properties and its ties, as the form declares."""

from __future__ import annotations

from typing import Any

from graph.gazetteer import side_of
from graph.identity.sites import BOTH
from graph.schema import GROUPS, NODE_KINDS
from graph.schema.values import Money, When, clean, digest, fold
from loaders.body_kind import BODY_WORDS, kind_of, like_a_person
from loaders.claims import Claims, NodeClaim
from loaders.columns import ColumnMap
from loaders.forms.cells import Cells, Read, read_cells
from loaders.forms.ends import BODIES, Ends
from loaders.forms.form import Form, Given
from loaders.forms.observations import measure, observe
from loaders.forms.readers import Spot
from loaders.forms.targets import BodyKind, FormerName, Key, Measure, Note, OtherName, Property, Seat
from loaders.forms.ties import Ties, seats
from loaders.rows import Row

LONGEST = 40
"""Characters of a part of a name that is put together."""
REGISTERED = frozenset({"Enterprise", "Cooperative"})
"""Kinds whose registered names say what they are; two or three characters alone may be a person."""
ADDRESSED = BODIES | {"Project", "Event"}
"""Kinds whose address is kept; of people it never is."""


def understand(row: Row, columns: ColumnMap, out: Claims, given: Given) -> None:
    """State what a row says. A value that cannot be read is reported and left; a needed one rejects the row."""
    form = columns.form
    cells = read_cells(row, columns, out, given)
    ends = Ends(out, given, cells.within)
    if form.kind == "Observation":
        observe(row.key, cells, out, given, ends)
        return
    if form.kind == "Place":
        mains = [ends.place_named(name) for name in _names(form, cells, out)]
    else:
        mains = [_main(name, form, cells, out, given) for name in _names(form, cells, out)]
    for main in mains:
        ends.made.setdefault((main.kind, fold(main.name), main.within), main)
    ties = Ties(form, cells, out, given, ends, mains)
    ties.state()
    for read in (reads[0] for reads in cells.in_order(form)):
        for target in read.field.becomes:
            if isinstance(target, Measure):
                measure(f"{given.source}:{row.key}:{read.field.name}", target, read, mains[0], out, given, cells)


def _names(form: Form, cells: Cells, out: Claims) -> list[str]:
    """What the row is about; a name is put together where the roster gives none and the form says how."""
    found = cells.names(form.name_field.name)
    if found:
        return found if form.several else ["、".join(found)]
    parts = (_shown(read)[:LONGEST] for of in form.named for read in cells.of(of)[:1])
    name = "—".join(parts)
    return [name] if name else cells.refuse_empty(form.name_field, form.name_field.zh, out)


def _main(name: str, form: Form, cells: Cells, out: Claims, given: Given) -> NodeClaim:
    kind = _kind(name, form, cells, out)
    if kind in REGISTERED and like_a_person(name):
        why = f"“{name}”像个人姓名，不像{NODE_KINDS[kind].zh}的名称；确是单位，写它登记的全称"
        out.reject(cells.of(form.name_field.name)[0].column, name, "private-person", why)
    within = next((names[0] for of in form.within if (names := cells.names(of))), "")
    keys: dict[str, str] = {}
    props: dict[str, Any] = {}
    notes: list[str] = []
    aliases: list[str] = []
    former: list[tuple[str, str]] = []
    declared = {prop.name for prop in NODE_KINDS[kind].properties} | {"kind", "note", "place"}
    for reads in cells.in_order(form):
        one = reads[0].field
        for read in reads:
            for target in one.becomes:
                match target:
                    case Key() if not target.scoped or within:
                        value = f"{fold(within)}:{read.value}" if target.scoped else str(read.value)
                        if target.scheme in NODE_KINDS[kind].keys:
                            keys.setdefault(target.scheme, value)
                        if target.prop in declared:
                            props.setdefault(target.prop, str(read.value))
                    case Property(name="note"):
                        notes.append(str(read.value))
                    case Property() if target.name in declared:
                        _property(target, read, props, notes)
                    case Property():
                        why = f"{NODE_KINDS[kind].zh}没有“{one.zh}”这一项"
                        out.cannot_place(read.column, read.printed, "no-property", why)
                    case Note():
                        notes.append(f"{one.zh}：{_shown(read)}")
                    case OtherName():
                        aliases += cells.names(one.name)
                    case FormerName():
                        until = _date(cells.first(target.until)) or given.date
                        former += [(old, until) for old in cells.names(one.name) if fold(old) != fold(name)]
                    case Seat() if not target.of and one.reader == "address" and kind in ADDRESSED:
                        props.setdefault("place", read.printed)
    scheme, told_by = form.told_by
    if scheme and not keys:
        keys[scheme] = digest("|".join(fold(_shown(read)) for of in told_by for read in cells.of(of)), 16)
    if "kind" not in props and (told := _implied(form, cells) or given.subkind):
        props["kind"] = told
    return out.node(
        kind,
        name,
        keys=keys,
        within=within,
        city=_side(form, cells, given) if kind != "Person" else "",
        aliases=tuple(aliases),
        former=tuple(former),
        note="；".join(dict.fromkeys(notes)),
        **props,
    )


def _date(read: Read | None) -> str:
    return read.value.text if read is not None and isinstance(read.value, When) else ""


def _kind(name: str, form: Form, cells: Cells, out: Claims) -> str:
    """The kind of the row's own node: that of the form, but in a mixed roster what the row or the name says."""
    if not form.mixed:
        return form.kind
    for one in form.fields:
        if BodyKind() in one.becomes and (read := cells.first(one.name)):
            told = BODY_WORDS.get(fold(str(read.value)), "")
            if told:
                return told
            out.cannot_place(read.column, read.printed, "body-kind", f"“{read.printed}”不是认得的单位性质")
    told = kind_of(name, form.kind)
    return told if told in GROUPS["Organisation"] else form.kind


def _implied(form: Form, cells: Cells) -> str:
    return next((reads[0].field.implies for reads in cells.in_order(form) if reads[0].field.implies), "")


def _property(target: Property, read: Read, props: dict[str, Any], notes: list[str]) -> None:
    """A property by its reader; money that is a range or in another currency stays in the note as printed."""
    if read.field.reader == "stage":
        props.setdefault(target.name, clean(read.printed))
        return
    match read.value:
        case When():
            props.setdefault(target.name, read.value.text)
        case Money():
            if read.value.currency == "CNY" and read.value.low is not None:
                props.setdefault(target.name, float(read.value.low))
            if read.value.currency != "CNY" or read.value.low != read.value.high:
                notes.append(f"{read.field.zh}：{_shown(read)}")
        case list():
            props.setdefault(target.name, "、".join(map(str, read.value)))
        case _:
            props.setdefault(target.name, read.value)


def _shown(read: Read) -> str:
    match read.value:
        case When():
            return read.value.text
        case str() if read.field.reader == "subkind":
            return read.value
        case True:
            return "是"
        case False:
            return "否"
        case list() if read.field.reader in ("names", "people", "places"):
            return "、".join(map(str, read.value))
    unit = read.unit if read.unit and read.unit not in read.printed else ""
    return f"{read.printed}{unit}"


def _side(form: Form, cells: Cells, given: Given) -> str:
    """The side of the row's own node by its seats: both cities where it has a site in each, "" where none is told."""
    found = seats([read for one, target in form.seats if not target.of for read in cells.of(one.name)])
    sides = {_side_of(one, given) for one in found}
    if not sides or "" in sides:
        return ""
    here = sides - {"其他"}  # a site here decides, wherever the head office is
    return BOTH if len(here) > 1 else min(here or sides)


def _side_of(spot: Spot, given: Given) -> str:
    if spot.zone is not None:
        return side_of(spot.zone.name, at=given.date).side
    return side_of(spot.division, at=given.date).side if spot.division is not None else ""
