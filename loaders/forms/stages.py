"""The words for how far a thing has come → the claim status of a row; a plan is never shown as a result.

In this order: words of a plan win over words of a result (计划2025年建成), what is not yet done is no result (未投产).
"""

from __future__ import annotations

import re

from graph.schema.values import clean
from loaders.claims import Status
from loaders.words import words


def _any(*choices: str) -> re.Pattern[str]:
    return re.compile("|".join(one for choice in choices for one in words(choice)), re.IGNORECASE)


WORDS: tuple[tuple[Status, re.Pattern[str]], ...] = (
    ("signed", _any("已签.*[未待](开工|落地|启动|建设)", "签约未(开工|落地)")),
    ("planned", _any("未(签约|开工|启动|落地|实施|动工|立项)", "尚未 (?<!模)拟 计划 规划 预计 将于 将要 谋划 筹建")),
    ("planned", _any("筹备 筹划 前期 储备 意向 洽谈 待(?!遇) 在谈 planned")),
    ("stated", _any("未(完成|完工|验收|结题|结项|投产|建成|竣工|达产|解决)", "部分 逾期 延期 滞后 推进")),
    ("result", _any("投产 达产 建成 竣工 完工 完成 结题 结项 验收 办结 已解决 交付 运营 运行 达效 delivered")),
    ("result", _any("closed completed ^result$ ^结果$")),
    ("stated", _any("在建 开工 动工 建设 施工 实施 在研 进行 执行 启动 处理中 受理 派单 立项 落地 对接 正常")),
    ("stated", _any("started ongoing ^stated$ ^已述$")),
    ("signed", _any("签约 签订 签署 已签 signed")),
    ("target", _any("目标 target")),
)


def status_of(text: str) -> Status | None:
    """The claim status that the words of a cell stand for; None when they say nothing of it.

    >>> [status_of(t) for t in ("签约", "在建", "已投产", "计划2026年建成", "未投产", "红色")]
    ['signed', 'stated', 'result', 'planned', 'stated', None]
    """
    plain = clean(text)
    return next((status for status, pattern in WORDS if pattern.search(plain)), None)
