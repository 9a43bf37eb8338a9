"""Answers for the pictures, made up: no body, person, project or source in here exists."""

from __future__ import annotations

from itertools import pairwise

from graph.answers import (
    Anchor,
    Answer,
    Counts,
    CoverageNote,
    Evidence,
    Finding,
    GapAnswer,
    Meta,
    Neighbour,
    NodeDetail,
    NodeRef,
    Path,
    PathAnswer,
    Pattern,
    Reason,
    RuleRef,
    SourceRef,
    State,
    Tie,
    WhyNone,
)

OWN = SourceRef(
    id="X1",
    publisher="云溪日报",
    title="云溪锌业与长宁大学共建联合研究中心",
    date="11-27",
    date_note="未印年份",
    mark="O",
    url="https://paper.example/a?b=1&c=2",
)
REPOST = SourceRef(
    id="X2", publisher="未注明", title="转载一则", date="2023-06", mark="R", address_text="http://repost.example/2"
)
MIRROR = SourceRef(id="X3", publisher="云溪发布", title="镜像所见", date="2023-12-16", mark="M")
META = Meta(
    graph_version="17",
    loaded_at="2026-11-20T08:00:00+00:00",
    statement="paths/simple",
    parameters={"from": "云溪锌业", "to": "长宁大学", "max_hops": 3},
    coverage=[
        CoverageNote(source="X", publisher="云溪部", about="CO_BUILT_BY", place="云溪县", state="partial", loaded=3)
    ],
)

FIRM = NodeRef(id="ent-aaaaaaa1", kind="Enterprise", name="云溪锌业有限责任公司", city="商洛", place="云溪县")
SCHOOL = NodeRef(id="uni-aaaaaaa1", kind="University", name="长宁大学", city="西安", place="长宁区")


def node(number: int, kind: str, name: str, city: str) -> NodeRef:
    """A made-up node; its id follows from the number."""
    return NodeRef(id=f"xxx-{number:08d}", kind=kind, name=name, city=city)


def tie(number: int, type_: str, start: NodeRef, end: NodeRef, forward: bool = True, **more: object) -> Tie:
    """A made-up tie read from `start` to `end`."""
    values: dict[str, object] = {
        "verb": type_,
        "stage": "started",
        "status": "stated",
        "date_text": "2023-06",
        "records": [f"made-up:R{number}"],
        "sources": [OWN],
    }
    return Tie.model_validate(
        values | {"id": f"tie-{number}", "type": type_, "start": start.id, "end": end.id, "forward": forward} | more
    )


def path(nodes: list[NodeRef], ties: list[Tie]) -> Path:
    """A made-up path; hops and score are plausible, not computed."""
    words = "，".join(f"{a.name}与{b.name}有关" for a, b in pairwise(nodes))
    return Path(
        hops=max(1, len(ties) // 2),
        score=round(1 / len(ties), 3),
        score_parts={"weight": 0.9, "hops": 1.0},
        pattern="–".join(part for n, t in zip(nodes, ties, strict=False) for part in (n.kind, t.type))
        + f"–{nodes[-1].kind}",
        sentence=words + "（云溪日报《云溪锌业与长宁大学共建联合研究中心》，11-27，发布者原址）。",
        nodes=nodes,
        ties=ties,
    )


def _answer(**more: object) -> PathAnswer:
    return PathAnswer.model_validate({"from": FIRM, "to": SCHOOL} | more)


def ten_paths() -> Answer[PathAnswer]:
    """Ten paths of one to three hops, with every stage, both directions and a person who is in several."""
    middles = [
        ("Platform", "“四主体一联合”云溪锌基新材料校企联合研究中心", "商洛", "CO_BUILT_BY", "started"),
        ("Platform", "云溪钒产业技术研究院", "商洛", "CO_BUILT_BY", "delivered"),
        ("Project", "秦岭深处尾矿综合利用关键技术研究与示范", "两市", "UNDERTOOK", "signed"),
        ("Base", "云溪核桃试验示范站", "商洛", "CO_BUILT_BY", "planned"),
        ("Event", "第三届云溪产学研对接会", "其他", "ATTENDED", "started"),
    ]
    paths, number = [], 0
    for i, (kind, name, city, type_, stage) in enumerate(middles):
        mid = node(i, kind, name, city)
        out = type_ in ("UNDERTOOK", "ATTENDED")
        first = tie(number, type_, FIRM, mid, out, stage=stage, sources=[OWN, MIRROR] if i == 0 else [REPOST])
        last = tie(number + 1, type_, mid, SCHOOL, not out, stage=stage, sources=[MIRROR])
        number += 2
        paths.append(path([FIRM, mid, SCHOOL], [first, last]))
    for i in range(5):
        mid = node(i % 2, middles[i % 2][0], middles[i % 2][1], "商洛")
        first = paths[i % 2].ties[0]
        person = node(
            20 + i, "Person", ["李一", "王二三", "欧阳四五", "赵六", "钱七"][i], ["西安", "商洛", "未知"][i % 3]
        )
        middle = tie(number, "MEMBER_OF", mid, person, False, stage="started")
        end = tie(number + 1, "WORKS_AT", person, SCHOOL, stage="started")
        number += 2
        paths.append(path([FIRM, mid, person, SCHOOL], [first, middle, end]))
    data = _answer(
        answer="found",
        paths=paths,
        patterns=[Pattern(pattern=p.pattern, count=2, at_least=i == 0, score=p.score) for i, p in enumerate(paths[:5])],
        hubs_not_crossed=[NodeRef(id="plc-1", kind="Place", name="云溪市", city="商洛")],
    )
    return Answer[PathAnswer](data=data, meta=META)


def no_path() -> Answer[PathAnswer]:
    """Both ends known, no path."""
    why = WhyNone(reasons=[Reason(code="other_component", text="两者之间没有收录任何可走的关系。")])
    data = _answer(answer="none", why_none=why)
    return Answer[PathAnswer](data=data, meta=META)


def one_node(ties: int, found: int | None = None) -> Answer[NodeDetail]:
    """A university of Xi'an with ties to bodies on both sides, elsewhere and of unknown side."""
    kinds = [
        ("Enterprise", "云溪{}号矿业有限公司", "商洛", "PARTNER_OF", True),
        ("Platform", "云溪{}号产业技术研究院", "商洛", "CO_BUILT_BY", False),
        ("Institute", "长宁{}号光学精密机械研究所", "西安", "PARTNER_OF", True),
        ("Person", "李{}号", "西安", "WORKS_AT", False),
        ("Project", "第{}号关键技术研究", "两市", "UNDERTOOK", True),
        ("Place", "长宁区{}街道", "其他", "LOCATED_IN", True),
        ("Association", "{}号协会", "未知", "MEMBER_OF", True),
    ]
    stages = ["started", "signed", "planned", "delivered"]
    neighbours = []
    for i in range(ties):
        kind, name, city, type_, forward = kinds[i * i % len(kinds)]
        other = node(100 + i, kind, name.format(i), city)
        neighbours.append(
            Neighbour(tie=tie(i, type_, SCHOOL, other, forward, stage=stages[i % 5 % 4], sources=[OWN]), other=other)
        )
    data = NodeDetail(
        node=SCHOOL,
        names=["长宁大学", "长大"],
        properties={
            "level": "本科",
            "city_reason": "名单所列",
            "county": "长宁区",
            "walk_degree": 61,
            "names": ["长宁大学"],
        },
        ties=neighbours,
        ties_found=found or ties,
        sources=[OWN, REPOST],
    )
    return Answer[NodeDetail](data=data, meta=META)


def gap(rows: int, none_found: int = 0) -> Answer[GapAnswer]:
    """A gap answer of `rows` rows: one third not collected, `none_found` of the others none found, the rest linked."""
    findings = []
    for i in range(rows):
        state: State = (
            "not_collected" if i % 3 == 1 else "none_found" if i // 3 < none_found and i % 3 == 2 else "linked"
        )
        evidence = [
            Evidence(
                text=f"云溪县办了第 {n + 1} 场培训",
                record=f"made-up:R{n}",
                date_text="2023-12-16",
                stage=["started", "signed", "planned", "delivered"][i % 4],
                sources=[OWN, MIRROR],
            )
            for n in range(1 + i % 7)
        ]
        findings.append(
            Finding(
                finding=f"made-up:{i:03d}",
                state=state,
                county=["云溪县", "石门县", "松岭区"][i % 3],
                anchor=Anchor(
                    id=f"com-{i:08d}",
                    kind="Commitment",
                    key=f"C{i + 1}a",
                    name=[
                        "开展研发费用加计扣除政策培训",
                        "共建产业技术研究院",
                        "选派科技特派员",
                        "推动仪器设备开放共享",
                    ][i % 4],
                ),
                reason=["有 3 条有关的事实", "所看的关系没有完整来源，未收录依据", "完整名单中没有"][i % 3],
                evidence=evidence if state == "linked" else [],
                candidates=[SCHOOL] if state == "not_collected" else [],
            )
        )
    tally = {state: sum(f.state == state for f in findings) for state in ("linked", "none_found", "not_collected")}
    counties: dict[str, Counts] = {}
    for county in ("云溪县", "石门县", "松岭区"):
        mine = [f for f in findings if f.county == county]
        counties[county] = Counts(
            linked=sum(f.state == "linked" for f in mine),
            none_found=sum(f.state == "none_found" for f in mine),
            not_collected=sum(f.state == "not_collected" for f in mine),
            total=len(mine),
        )
    data = GapAnswer(
        rule=RuleRef(
            name="commitments-without-evidence",
            title="哪些条款还没有收录到依据",
            why="每个末级条款有没有一条有关的事实。",
            commitments=["C0", "C26"],
            anchor="Commitment",
            looks_at=["BEARS_ON", "CO_BUILT_BY", "PARTNER_OF"],
            revision="r",
        ),
        rows=findings,
        counts=Counts(**tally, total=rows),
        by={"county": counties},
    )
    return Answer[GapAnswer](data=data, meta=META)
