"""Two names compared part by part: the verdict of the rules for names that no table knows as one."""

from __future__ import annotations

from graph.identity.coops import alike as coops_alike
from graph.identity.likeness import agreement, homophones, plain, slip, subsequence
from graph.identity.named import Share, Verdict, different, queue, same
from graph.identity.reforms import reformed
from graph.identity.regions import Region, relation
from graph.identity.renamed_firms import grown_core, renamed
from graph.identity.renamed_institutes import became_a_group, renewed_lab, words_left_out
from graph.identity.schools import one_school
from graph.identity.takeapart import Parts
from graph.identity.trades import FILLERS
from graph.identity.vetoes import vetoes

FIRMS = frozenset({"firm", "works", ""})
PRECISE = 4
"""A middle of so many characters tells an institution by itself: 光学精密机械, 机械制造系统工程."""


def compare(one: Parts, other: Parts, places: tuple[Region, Region]) -> Verdict:
    """The verdict on two bodies without parents, or on two bodies below one parent."""
    shares = shares_of(one, other)
    score = sum(share.points for share in shares)
    if why := became_a_group(one, other):
        return queue(why, score, shares)
    against = vetoes(one, other)
    if against:
        reason = "；".join(against)
        return Verdict("different", round(min(score, 0.4), 3), reason, shares, tuple(against))
    if one.form.sort in FIRMS and other.form.sort in FIRMS and not (one.legal and other.form.sort not in FIRMS):
        return firms(one, other, places, shares, score)
    return institutions(one, other, places, shares, score)


def shares_of(one: Parts, other: Parts) -> tuple[Share, ...]:
    """The score in its shares: region 0.2, core 0.4, trade words 0.2, form 0.2."""
    lying = relation(one.region, other.region)
    region = {"equal": 1.0, "wider": 0.5, "narrower": 0.5, "apart": 0.0, "untold": 0.7}[lying]
    cores = agreement(one.core or one.middle, other.core or other.middle)
    core = {"equal": 1.0, "abbreviation": 0.7, "extended": 0.6, "homophone": 0.6, "slip": 0.5, "apart": 0.0}[cores]
    trades = 1.0 if one.trades == other.trades else 0.6 if not one.trades or not other.trades else 0.1
    form = 1.0 if one.form == other.form else 0.7 if one.form.full == other.form.full or not (
        one.form.sort and other.form.sort) else 0.2  # fmt: skip
    return (
        Share("地区", round(0.2 * region, 3), 0.2, f"{one.region.text or '未写'} / {other.region.text or '未写'}"),
        Share("字号", round(0.4 * core, 3), 0.4, f"{one.core or one.middle} / {other.core or other.middle}"),
        Share("行业", round(0.2 * trades, 3), 0.2, f"{''.join(one.trades)} / {''.join(other.trades)}"),
        Share("组织形式", round(0.2 * form, 3), 0.2, f"{one.form.full or '未写'} / {other.form.full or '未写'}"),
    )


def firms(one: Parts, other: Parts, places: tuple[Region, Region], shares: tuple[Share, ...], score: float) -> Verdict:
    """Firms, works, and names without a form."""
    if plain(one.middle) == plain(other.middle):
        return _equal_firms(one, other, places, shares, score)
    whole = (one.region.text + one.middle, other.region.text + other.middle)
    if _drop_kind(whole[0]) == _drop_kind(whole[1]):
        return same("去掉组织形式后名称相同", 0.95, shares)
    short, long = sorted((one, other), key=lambda parts: len(parts.middle))
    if one.core and one.core == other.core:
        return _other_trades(one, other, shares, score)
    if why := grown_core(one, other):
        return queue(why, score, shares)
    region_told = relation(one.region, other.region)
    if one.trades == other.trades and one.core and other.core and region_told in ("equal", "untold"):
        if homophones(one.core, other.core):
            return queue(f"字号同音不同字：{one.core} / {other.core}", score, shares)
        if slip(one.core, other.core):
            return queue(f"字号只差一字：{one.core} / {other.core}", score, shares)
    if slip(whole[0], whole[1]) and min(map(len, whole)) >= 6 and region_told in ("equal", "untold"):
        return queue(f"只差一字：{whole[0]} / {whole[1]}", score, shares)
    if len(short.middle) >= 4 and long.middle.endswith(short.middle) and region_told in ("equal", "untold"):
        return queue(f"“{short.unit}”是“{long.unit}”的后半", max(score, 0.5), shares)
    if not short.form.limited:
        fits = not short.region.codes or bool(long.region.codes)
        if (len(short.core) >= 2 and short.middle in long.middle and fits) or short.core == long.core != "":
            return queue(f"“{short.unit}”可能是“{long.unit}”的简称", max(score, 0.5), shares)
        bare = short.middle.rstrip("ab") if not short.middle.isascii() else short.middle
        if len(bare) >= 3 and fits and _scattered(bare, _short_of(long)):
            return queue(f"“{short.unit}”可能是“{long.unit}”的简称", max(score, 0.5), shares)
        if len(bare) == 2 and subsequence(bare, _short_of(long)):
            return queue(f"“{short.unit}”可能是“{long.unit}”的简称", max(score, 0.5), shares)
        if any(subsequence(_short_of(short), _short_of(long, full=full)) for full in (True, False)):
            return queue(f"“{short.unit}”可能是“{long.unit}”的简称", max(score, 0.5), shares)
        if len(short.middle) >= 2 and long.middle.startswith(short.middle):
            return queue(f"“{short.unit}”是“{long.unit}”的开头", max(score, 0.5), shares)
    return different(f"字号不同：{one.core or one.middle} / {other.core or other.middle}", score, shares)


def _scattered(short: str, long: str) -> bool:
    """Whether the characters of one stand in the other in order, wherever they begin: 隆平高科 in 袁隆平农业高科技."""
    rest = iter(long)
    return all(char in rest for char in short)


def _short_of(parts: Parts, *, full: bool = True) -> str:
    return (parts.region.text if full else "") + parts.middle


def _drop_kind(text: str) -> str:
    return text.replace("省", "").replace("市", "").replace("县", "").replace("区", "")


def _equal_firms(
    one: Parts, other: Parts, places: tuple[Region, Region], shares: tuple[Share, ...], score: float
) -> Verdict:
    lying = relation(one.region, other.region)
    forms = {one.form.full, other.form.full} - {""}
    if lying in ("wider", "narrower"):
        nested = _written_inside(one.region, other.region)
        if nested:
            return queue(f"一方多写一级地区：{one.region.text} / {other.region.text}", score, shares)
        return different(f"地区级别不同：{one.region.text} / {other.region.text}", score, shares, veto=True)
    if len(forms) == 2:
        return queue(f"字号相同，组织形式不同：{one.form.full} / {other.form.full}", score, shares)
    both_told = one.form.limited and other.form.limited
    if one.form.group != other.form.group and one.form.stock != other.form.stock and both_told:
        return different("集团与它的股份公司是两个主体", score, shares, veto=True)
    if one.form.group != other.form.group:
        return queue("字号相同，一方是集团", score, shares)
    if one.form.stock != other.form.stock and both_told:
        return queue("字号相同，一方是股份公司", score, shares)
    if lying == "equal" or one.region.codes == other.region.codes:
        if not one.core and (not one.region.codes or bool(one.form.sort) != bool(other.form.sort)):
            return queue("名称里只有行业", score, shares)
        apart = relation(*places) == "apart"
        if apart and not one.region.codes:
            return queue("名称相同，所在地不同", score, shares)
        return same("字号、行业、地区相同，组织形式可省", 0.97, shares)
    return _region_left_out(one, other, places, shares, score)


def _written_inside(one: Region, other: Region) -> bool:
    """Whether one name says the other's region and a narrower one besides: 陕西省西安市 and 陕西."""
    short, long = sorted((one.text, other.text), key=len)
    return long.startswith(_drop_kind(short)) or _drop_kind(short) in long


def _region_left_out(
    one: Parts, other: Parts, places: tuple[Region, Region], shares: tuple[Share, ...], score: float
) -> Verdict:
    told, untold = (one, other) if one.region.codes else (other, one)
    place = places[1] if told is one else places[0]
    lying = relation(told.region, place)
    if lying in ("equal", "wider", "narrower"):
        return same(f"一方省去地区，所在地（{place.text}）相符", 0.93, shares)
    if lying == "apart":
        return queue(f"一方省去地区，所在地（{place.text}）与名称不符", score, shares)
    if len(untold.core) >= 3 and not untold.form.limited:
        return same("一方省去地区，字号独特", 0.9, shares)
    return queue("一方省去地区，字号不足以认定", score, shares)


def _other_trades(one: Parts, other: Parts, shares: tuple[Share, ...], score: float) -> Verdict:
    mine, theirs = "".join(one.trades), "".join(other.trades)
    if why := renamed(one, other):
        return queue(why, score, shares)
    both_formal = one.form.limited and other.form.limited
    left_out = mine.startswith(theirs) or theirs.startswith(mine) or mine.endswith(theirs) or theirs.endswith(mine)
    if (
        mine
        and theirs
        and not left_out
        and not _only_fillers(one, other)
        and (both_formal or not (_scattered(mine, theirs) or _scattered(theirs, mine)))
    ):
        return different(f"字号同而行业不同：{mine} / {theirs}", score, shares, veto=True)
    if both_formal:
        return different(f"两个登记名称的行业不同：{mine or '无'} / {theirs or '无'}", score, shares, veto=True)
    if mine and theirs:
        return queue(f"名称的主干相同，行业写法不同：{mine} / {theirs}", score, shares)
    return queue(f"名称的主干相同，只有一方写了行业“{mine or theirs}”", score, shares)


def _only_fillers(one: Parts, other: Parts) -> bool:
    return set(one.trades) ^ set(other.trades) <= FILLERS


def institutions(
    one: Parts, other: Parts, places: tuple[Region, Region], shares: tuple[Share, ...], score: float
) -> Verdict:
    """Schools, institutes, hospitals, agencies, platforms, parks, co-operatives."""
    lying = relation(one.region, other.region)
    if why := reformed(one, other):
        return queue(why, score, shares)
    if why := renewed_lab(one, other) or words_left_out(one, other):
        return queue(why, score, shares)
    if lying in ("wider", "narrower"):
        return different(f"地区级别不同：{one.region.text} / {other.region.text}", score, shares, veto=True)
    if one.parents and other.parents and bool(one.region.codes) != bool(other.region.codes):
        alike = agreement(one.middle, other.middle)
        if alike not in ("abbreviation", "homophone") or _in_words(one) == _in_words(other):
            return different(f"同一上级之下，一方在{one.region.text or other.region.text}", score, shares, veto=True)
    alike = agreement(one.middle, other.middle)
    forms = one.form.full == other.form.full
    if alike == "equal" and one.site.codes != other.site.codes:
        return queue(f"一方注明所在地：{one.site.text or other.site.text}", score, shares)
    whole = (_drop_kind(_short_of(one)), _drop_kind(_short_of(other)))
    if forms and whole[0] == whole[1] and alike != "equal":
        return same("只差省、市、县等字，其余逐字相同", 0.93, shares)
    if alike == "equal" and forms:
        return _equal_institutions(one, other, places, shares, score)
    if alike == "equal":
        return queue(f"名称相同，写作{one.form.full or '无形式'} / {other.form.full or '无形式'}", score, shares)
    if one.parents and other.parents and forms and one_school(one.middle, other.middle):
        return same("同一上级下的同一学院（简称）", 0.92, shares)
    if alike == "homophone" and forms and min(len(one.middle), len(other.middle)) >= 3:
        return queue(f"同音不同字：{one.middle} / {other.middle}", score, shares)
    if alike == "slip" and forms:
        return queue(f"只差一字：{one.middle} / {other.middle}", score, shares)
    if one.form.sort == "coop" and other.form.sort == "coop":
        return _coops(one, other, shares, score)
    if alike == "abbreviation" and lying != "untold" and _compatible(one, other):
        return queue(f"一方可能是简称：{one.middle} / {other.middle}", score, shares)
    both_labs = one.form.sort == other.form.sort == "lab"
    if both_labs and alike in ("abbreviation", "extended") and min(len(one.middle), len(other.middle)) >= 3:
        return queue(f"实验室名称一长一短：{one.middle} / {other.middle}", score, shares)
    if both_labs and not forms and _shared_start(one.middle, other.middle) >= 4:
        return queue(f"实验室改组前后，名称开头相同：{one.middle} / {other.middle}", score, shares)
    written_short = one.form.sort == "college" or not (_in_words(one) and _in_words(other))
    if (
        one.parents
        and other.parents
        and forms
        and written_short
        and _scattered(*sorted((one.middle, other.middle), key=len))
    ):
        return queue(f"同一上级之下，一方可能是简称：{one.middle} / {other.middle}", score, shares)
    if forms and alike == "extended" and lying in ("equal", "untold") and min(len(one.middle), len(other.middle)) >= 4:
        return queue(f"一方多写几个字：{one.middle} / {other.middle}", score, shares)
    if forms and bool(one.region.codes) != bool(other.region.codes) and _begins_alike(whole):
        return queue(f"一方可能是简称：{one.unit} / {other.unit}", score, shares)
    if alike == "abbreviation" and one.parents and forms:
        return queue(f"一方可能是简称：{one.middle} / {other.middle}", score, shares)
    short, long = sorted((one, other), key=lambda parts: len(parts.unit))
    if forms and len(short.unit) >= 5 and long.unit.endswith(short.unit):
        return queue(f"“{short.unit}”是“{long.unit}”的后半", score, shares)
    if not short.form.sort and subsequence(short.text, long.text) and len(short.text) >= 3:
        return queue(f"“{short.text}”可能是“{long.text}”的简称", score, shares)
    return different(f"名称不同：{one.middle or one.unit} / {other.middle or other.unit}", score, shares)


def _in_words(parts: Parts) -> bool:
    """Whether the form stands in full: 研究所 and not 所."""
    return parts.unit.endswith(parts.form.full)


def _shared_start(one: str, other: str) -> int:
    return next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


def _begins_alike(whole: tuple[str, str]) -> bool:
    """西高 in 西安高压电器: the short name begins as the region does."""
    short, long = sorted(whole, key=len)
    return len(short) >= 2 and subsequence(short, long)


def _compatible(one: Parts, other: Parts) -> bool:
    return one.form.full == other.form.full or not one.form.sort or not other.form.sort


def _coops(one: Parts, other: Parts, shares: tuple[Share, ...], score: float) -> Verdict:
    if why := coops_alike(one, other):
        return queue(why, score, shares)
    return different(f"合作社的字号或行业不同：{one.middle} / {other.middle}", score, shares)


def _equal_institutions(
    one: Parts, other: Parts, places: tuple[Region, Region], shares: tuple[Share, ...], score: float
) -> Verdict:
    told = (bool(one.region.codes), bool(other.region.codes))
    if told == (True, True) or (one.parents and other.parents and not any(told)):
        return same("地区、名称、组织形式逐项相同", 0.97, shares)
    if told == (False, False):
        if relation(*places) == "apart":
            return queue("名称相同，所在地不同", score, shares)
        if len(one.middle) >= 2:
            return same("名称、组织形式逐项相同", 0.95, shares)
        return queue("名称太笼统", score, shares)
    known = one if told[0] else other
    place = places[1] if told[0] else places[0]
    lying = relation(known.region, place)
    if lying in ("equal", "wider", "narrower"):
        return same(f"一方省去地区，所在地（{place.text}）相符", 0.92, shares)
    if lying == "apart":
        return different(f"一方省去地区，所在地（{place.text}）与名称不符", score, shares, veto=True)
    if known.region.level == 0 and len(known.middle) > PRECISE:
        return same("一方省去“中国”一类的字，名称独特", 0.88, shares)
    return queue("一方省去地区，名称不足以认定", score, shares)
