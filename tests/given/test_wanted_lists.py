"""Each list the first page asks for, filled in with made-up rows (虚构), loads as it is and means what it says."""

from __future__ import annotations

from typing import Any

import pytest

from graph import gaps
from graph.catalogue import catalogue
from graph.overview import template_columns
from graph.spreadsheet import as_csv
from tests.given.given import Given

UNI, FIRM = "西安虚构大学", "商洛虚构矿业有限公司"
LISTS: dict[str, dict[str, Any]] = {
    entry["key"]: entry
    for name, query in catalogue().items()
    if name.startswith("gaps/")
    for entry in query.extras["wanted"]
}
PLATFORM = {
    "所在县区": "商州区",
    "所在产业链": "虚构锌",
    "依托单位": FIRM,
    "依托单位所在市": "商洛市",
    "共建单位": UNI,
    "共建单位所在市": "西安市",
    "运营单位": "商洛虚构运营有限公司",
    "技术支撑单位": "虚构研究所",
    "状态": "签约",
    "日期": "2025-03",
    "文号或出处": "虚发〔2025〕1号",
}
ENVOY = {
    "派出单位": UNI,
    "派出单位所在市": "西安市",
    "服务企业或基地": FIRM,
    "服务县区": "商州区",
    "服务期限": "2025.1-2026.12",
    "文号或出处": "虚发〔2025〕2号",
}
ROWS: dict[str, dict[str, str]] = {
    "platforms": PLATFORM | {"平台名称": "虚构锌联合研究中心", "平台类别": "联合研究中心"},
    "bases": PLATFORM | {"基地名称": "虚构锌示范基地", "基地类别": "科技示范基地"},
    "institutes": {
        "研究院名称": "虚构锌研究院",
        "平台类别": "产业技术研究院",
        "所在县区": "商州区",
        "所在产业链": "虚构锌",
        "依托单位": FIRM,
        "共建方": f"{UNI}、虚构研究所",
        "共建方所在市": "西安市",
        "状态": "在建",
        "成立日期": "2025-03",
        "文号或出处": "虚发〔2025〕3号",
    },
    "progress": {
        "条款编号": "C5",
        "事项": "虚构中试基地",
        "实施单位": FIRM,
        "合作单位": UNI,
        "进展": "已完成",
        "日期": "2025-06",
        "完成数量": "3 项",
        "文号或出处": "虚发〔2025〕4号",
    },
    "firm-cooperation": {
        "企业名称": FIRM,
        "所在县区": "商州区",
        "所在产业链": "虚构锌",
        "合作单位": "虚构研究所",
        "合作单位所在市": "咸阳市",
        "合作方式": "联合攻关",
        "合作项目名称": "虚构浮选项目",
        "共建平台名称": "虚构锌联合研究中心",
        "共建单位": UNI,
        "共建单位所在市": "西安市",
        "合作状态": "签约",
        "合作日期": "2025-03",
        "文号或出处": "虚发〔2025〕5号",
    },
    "technology-contracts": {
        "合同编号": "XG-1",
        "合同名称": "虚构合同",
        "卖方": UNI,
        "卖方所在市": "西安市",
        "买方": FIRM,
        "买方所在市": "商洛市",
        "成交额（万元）": "80",
        "登记日期": "2025-04-01",
    },
    "envoys": ENVOY | {"姓名": "王虚构", "人才类别": "农业科技特派员"},
    "envoy-teams": ENVOY | {"团队名称": "虚构服务团", "团队类别": "国家科技特派团", "团长": "李虚构"},
    "resources-shared": {
        "资源或产品名称": "虚构核桃",
        "资源类别": "产品",
        "所在县区": "商州区",
        "所在产业链": "虚构核桃",
        "提供单位": FIRM,
        "使用或采购单位": "西安虚构商贸有限公司",
        "使用或采购单位所在市": "西安市",
        "方式": "直供",
        "状态": "签约",
        "日期": "2025-03",
        "文号或出处": "虚发〔2025〕6号",
    },
    "state-laboratories": {
        "实验室名称": "虚构国家重点实验室",
        "平台类别": "重点实验室",
        "依托单位": UNI,
        "所在市": "西安市",
        "批准日期": "2011",
        "文号或出处": "虚发〔2011〕7号",
    },
}
CARRIED = {
    (FIRM, "HOSTS", "signed"),
    (UNI, "CO_BUILT_BY", "signed"),
    ("商洛虚构运营有限公司", "OPERATES", "signed"),
    ("虚构研究所", "SUPPORTED_BY", "signed"),
    ("虚构锌", "IN_CHAIN", "signed"),
    ("商州区", "LOCATED_IN", "signed"),
}
SENT = {(FIRM, "ASSIGNED_TO", "started"), ("商州区", "ASSIGNED_TO", "started")}
TIES: dict[str, tuple[str, set[tuple[str, str, str]]]] = {
    "platforms": ("虚构锌联合研究中心", CARRIED),
    "bases": ("虚构锌示范基地", CARRIED),
    "institutes": (
        "虚构锌研究院",
        {
            (FIRM, "HOSTS", "started"),
            (UNI, "CO_BUILT_BY", "started"),
            ("虚构研究所", "CO_BUILT_BY", "started"),
            ("虚构锌", "IN_CHAIN", "started"),
            ("商州区", "LOCATED_IN", "started"),
        },
    ),
    "progress": (
        "虚构中试基地",
        {("C5", "BEARS_ON", "delivered"), (FIRM, "PROMISED_BY", "delivered"), (UNI, "PROMISED_BY", "delivered")},
    ),
    "firm-cooperation": (
        FIRM,
        {
            ("虚构研究所", "PARTNER_OF", "signed"),
            ("虚构浮选项目", "UNDERTOOK", "signed"),
            ("虚构锌联合研究中心", "CO_BUILT_BY", "signed"),
            ("虚构锌", "IN_CHAIN", "started"),
            ("商州区", "LOCATED_IN", "started"),
        },
    ),
    "technology-contracts": ("虚构合同", {(UNI, "SOLD_BY", "started"), (FIRM, "SOLD_TO", "started")}),
    "envoys": ("王虚构", SENT | {(UNI, "WORKS_AT", "started")}),
    "envoy-teams": ("虚构服务团", SENT | {(UNI, "LED", "started"), ("李虚构", "LED", "started")}),
    "resources-shared": (
        "虚构核桃",
        {
            ("西安虚构商贸有限公司", "SHARED_WITH", "signed"),
            (FIRM, "OFFERS", "started"),
            ("虚构核桃", "IN_CHAIN", "started"),
            ("商州区", "LOCATED_IN", "started"),
        },
    ),
    "state-laboratories": ("虚构国家重点实验室", {(UNI, "HOSTS", "started"), ("西安市", "LOCATED_IN", "started")}),
}
"""By list: the node its row is about, and the ties of that node with their other ends and stages."""
SIDES = {"西安市": "西安", "商洛市": "商洛", "咸阳市": "其他"}
LINKED = {
    "platforms": ("one-sided-platforms", "虚构锌联合研究中心", {}),
    "bases": ("one-sided-platforms", "虚构锌示范基地", {}),
    "institutes": ("chains-without-institute", "虚构锌", {}),
    "firm-cooperation": ("lead-firms-without-xian-partner", FIRM, {"scope": "all"}),
    "technology-contracts": ("lead-firms-without-xian-partner", FIRM, {"scope": "all"}),
    "resources-shared": ("resources-without-xian-user", "虚构核桃", {}),
}
"""By list: the rule that asked for it, and an anchor for which the row closes the hole."""


def test_every_list_is_held() -> None:
    assert ROWS.keys() == TIES.keys() == LISTS.keys()


@pytest.mark.parametrize("key", list(ROWS))
def test_a_wanted_list_loads_as_it_is(given: Given, key: str) -> None:
    columns = template_columns(key)
    assert set(columns) == ROWS[key].keys()
    path = given.folder / f"{key}.csv"
    path.write_bytes(as_csv(columns, [ROWS[key]]))
    report = given.load(path, kind=LISTS[key]["kind"])
    assert report.taken is not None
    assert (report.taken.unknown, report.taken.known, report.not_placed) == ([], [], [])
    assert (report.loaded, report.rejected) == (1, 0)
    name, ties = TIES[key]
    assert set(_ties(given, name)) == ties
    _located(given, ROWS[key])
    if key in LINKED:
        rule, anchor, params = LINKED[key]
        [found] = [row for row in gaps.ask(given.store, rule, **params).data.rows if row.anchor.name == anchor]
        assert found.state == "linked"


def _ties(given: Given, name: str) -> list[tuple[str, str, str]]:
    rows = given.store.read_text(
        "MATCH (n:Entity {name: $name})-[t]-(m:Entity) WHERE NOT n:Chain "
        "RETURN coalesce(m.key, m.name) AS other, type(t) AS type, t.stage AS stage",
        {"name": name},
    )
    return [(row["other"], row["type"], row["stage"]) for row in rows]


def _located(given: Given, cells: dict[str, str]) -> None:
    """The bodies of a column stand on the side that the column beside it gives them."""
    rows = given.store.read_text("MATCH (n:Organisation) RETURN n.name AS name, n.city AS city")
    city = {row["name"]: row["city"] for row in rows}
    for column, place in cells.items():
        if column.endswith("所在市") and column != "所在市":
            for name in cells[column.removesuffix("所在市")].split("、"):
                assert city[name] == SIDES[place]
