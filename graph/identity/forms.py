"""Organisation forms: the words a name ends with, each with the class of body it makes and how it is written in full.

A form is taken off at the end of a name only: 有限公司 in 西安有限公司食堂 stays where it is.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from graph.identity.words import rows


@dataclass(frozen=True)
class Form:
    """`sort` is a word of `words/forms.csv` (firm, coop, university …), `full` stands for all spellings of the form.

    `group` says that 集团 is in it, `stock` 股份, `limited` 有限.
    """

    sort: str
    full: str
    group: bool = False
    stock: bool = False
    limited: bool = False


NO_FORM = Form("", "")

_FIRM_TAILS = (
    *(
        group + stock + tail
        for group in ("控股集团", "投资集团", "集团", "")
        for stock in ("股份", "控股", "")
        for tail in ("有限责任公司", "有限公司", "公司", "")
        if group + stock + tail
    ),
    *(f"(集团){tail}" for tail in ("有限责任公司", "有限公司", "股份有限公司", "公司", "总公司")),
    "集团总公司",
)


@cache
def _endings() -> dict[str, Form]:
    found: dict[str, Form] = {}
    for sort, full, spellings in rows("forms"):
        for spelling in spellings.split():
            found[spelling] = Form(sort, full)
    for tail in _FIRM_TAILS:
        bare = tail.replace("(", "").replace(")", "")
        found[tail] = Form("firm", "公司", "集团" in bare, "股份" in bare, "有限" in bare)
    found["有限公司"] = found["有限责任公司"] = Form("firm", "公司", limited=True)
    found["总公司"] = Form("firm", "公司", limited=False)
    # 控股 and 投资 alone are trade words, not forms; 股份 alone is how newspapers shorten 股份有限公司
    found.pop("控股", None)
    return found


LONGEST = 14
"""No form is longer than this."""


def form_of(text: str) -> tuple[str, Form]:
    """The name without its form, and the form; the longest form wins.

    >>> form_of("西安宏兴乳业有限责任公司")
    ('西安宏兴乳业', Form(sort='firm', full='公司', group=False, stock=False, limited=True))
    >>> form_of("洛南县核桃农民专业合作社")[1].full
    '专业合作社'
    >>> form_of("陕西有色金属控股集团有限责任公司")[1].group
    True
    >>> form_of("秦岭")
    ('秦岭', Form(sort='', full='', group=False, stock=False, limited=False))
    """
    endings = _endings()
    for length in range(min(LONGEST, len(text)), 0, -1):
        form = endings.get(text[-length:])
        if form is not None:
            return text[:-length], form
    return text, NO_FORM


def only_form(text: str) -> bool:
    """Whether the whole text is a form and says no name: 有限公司, 研究院, 集团公司."""
    rest, form = form_of(text)
    return bool(form.sort) and not rest
