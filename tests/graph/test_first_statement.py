"""The statement an analyst is offered first: firms and universities that built a platform together."""

from __future__ import annotations

from graph.store import Store


def test_co_built_platforms_of_the_bundled_sources(bundled_store: Store) -> None:
    rows = bundled_store.read("read/co_built")
    found = [(row["enterprise"]["name"], row["platform"]["name"], row["university"]["name"]) for row in rows]
    assert found == [
        ("大西沟矿业", "冶金矿山尾矿高效利用工程技术研究中心", "商洛学院"),
        ("森弗天然制品", "“四主体一联合”秦岭健康食品配料及核桃产业研究中心", "商洛学院"),
        ("盘龙药业", "省级中医药制剂及新药研发中试基地", "陕西中医药大学"),
        ("陕西五洲矿业股份有限公司", "钒产业技术研究院", "西安交通大学"),
        ("陕西锌业", "“四主体一联合”锌基新材料校企联合研究中心", "西安交通大学"),
    ]
    assert len(bundled_store.read("read/co_built", limit=2)) == 2
