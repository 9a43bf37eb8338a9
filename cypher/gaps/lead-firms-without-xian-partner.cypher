// title: 哪些重点企业还没有西安的研发伙伴
// why: >
//   商洛一侧的企业，有没有西安的高校或科研院所与它共建、合作、同在一个平台或基地。
//   同场开会、入驻孵化器、走访都不算；两步的联系只经过平台、基地、项目、合同、团队。只签约的算已有联系并注明。
//   企业的产业链取自企业本身，或它所在的平台、基地、园区。伙伴所在地未知时，即使名单完整也不能说查无。
// params:
//   scope: {type: string, about: "lead：角色为链主的商洛企业；all：商洛一侧的全部企业", default: lead, choices: [lead, all]}
//   county: {type: string, about: 县区名，如 山阳县, optional: true}
//   chain: {type: string, about: 产业链名，如 电子信息, optional: true}
//   needs: {type: list<map>, about: 本规则所需的收录范围（题头的 coverage）, optional: true}
// columns: [anchor_id, anchor_kind, anchor_name, anchor_key, place, county, chains, group, state, parts, note,
//   evidence, candidates, covered]
// commitments: [C3, C4, C16]
// anchor: Enterprise
// looks_at: [CO_BUILT_BY, PARTNER_OF, MEMBER_OF, HOSTS, OPERATES, LED, UNDERTOOK, SUPPORTED_BY, INVESTED_IN, FOUNDED,
//   ASSIGNED_TO, SERVED, SOLD_TO, SOLD_BY]
// coverage:
//   - {about: CO_BUILT_BY}
//   - {about: PARTNER_OF}
//   - {about: MEMBER_OF}
//   - {about: HOSTS}
//   - {about: OPERATES}
//   - {about: LED}
//   - {about: UNDERTOOK}
//   - {about: SUPPORTED_BY}
//   - {about: INVESTED_IN}
//   - {about: FOUNDED}
//   - {about: ASSIGNED_TO}
//   - {about: SERVED}
//   - {about: SOLD_TO}
//   - {about: SOLD_BY}
// wanted:
//   - key: firm-cooperation
//     list: 商洛市重点企业产学研合作台账（共建、合作、成员、牵头、承担、投资）
//     keepers: 市科技局、各县区科技局
//     about: [CO_BUILT_BY, PARTNER_OF, MEMBER_OF, HOSTS, OPERATES, LED, UNDERTOOK, SUPPORTED_BY, INVESTED_IN, FOUNDED]
//     kind: Enterprise
//     columns: [企业名称, 所在县区, 所在产业链, 合作单位, 合作单位所在市, 合作方式, 合作项目名称, 共建平台名称, 共建单位,
//       共建单位所在市, 合作状态, 合作日期, 文号或出处]
//   - key: technology-contracts
//     list: 商洛市技术合同认定登记台账（卖方、买方）
//     keepers: 市科技局（技术合同认定登记机构）
//     about: [SOLD_TO, SOLD_BY]
//     kind: Contract
//     columns: [合同编号, 合同名称, 卖方, 卖方所在市, 买方, 买方所在市, 成交额（万元）, 登记日期]
//   - key: envoys
//     list: 科技特派员、“三区”人才选派名单（派出、服务单位）
//     keepers: 市、县区科技局
//     about: [ASSIGNED_TO, SERVED]
//     kind: Person
//     columns: [姓名, 人才类别, 派出单位, 派出单位所在市, 服务企业或基地, 服务县区, 服务期限, 文号或出处]
//   - key: envoy-teams
//     list: 科技特派团、产业技术服务团名单（派出、服务单位）
//     keepers: 市、县区科技局
//     about: [ASSIGNED_TO, SERVED]
//     kind: Team
//     columns: [团队名称, 团队类别, 派出单位, 派出单位所在市, 团长, 服务企业或基地, 服务县区, 服务期限, 文号或出处]
CALL () {
  UNWIND range(0, size(coalesce($needs, [])) - 1) AS number
  WITH number, $needs[number] AS need
  MATCH (c:Coverage {about: need.about})
  WHERE c.complete AND c.retired_in IS NULL
    AND coalesce(c.subkind, '') IN ['', coalesce(need.subkind, '')]
    AND coalesce(c.role, '') IN ['', coalesce(need.role, '')]
  RETURN collect({need: number, place: c.place, id: c.id}) AS complete
}
MATCH (f:Enterprise)
WHERE f.city IN ['商洛', '两市'] AND f.retired_in IS NULL AND ($county IS NULL OR f.county = $county)
  AND ($scope = 'all' OR EXISTS {
    MATCH (f)-[h:HAS_ROLE]->(role:Topic)
    WHERE h.retired_in IS NULL AND NOT coalesce(h.inferred, false) AND role.name CONTAINS '链主' })
CALL (f) {
  CALL (f) {
    MATCH (f)-[i:IN_CHAIN]->(c:Chain) WHERE i.retired_in IS NULL AND NOT coalesce(i.inferred, false)
    RETURN c
    UNION
    MATCH (f)-[t:CO_BUILT_BY|MEMBER_OF|HOSTS|OPERATES|LED]-(m:Platform|Base|Park)-[i:IN_CHAIN]->(c:Chain)
    WHERE none(x IN [t, i] WHERE x.retired_in IS NOT NULL OR coalesce(x.inferred, false))
    RETURN c
  }
  WITH c ORDER BY c.name
  RETURN collect(c) AS in_chains
}
WITH complete, f, in_chains
WHERE $chain IS NULL OR any(c IN in_chains WHERE c.name = $chain)
CALL (f) {
  CALL (f) {
    MATCH (f)-[t:CO_BUILT_BY|PARTNER_OF|MEMBER_OF|HOSTS|OPERATES|LED|UNDERTOOK|SUPPORTED_BY|
                 INVESTED_IN|FOUNDED|ASSIGNED_TO|SERVED|SOLD_TO|SOLD_BY]-(p:University|Institute)
    WHERE t.retired_in IS NULL AND NOT coalesce(t.inferred, false) AND p.retired_in IS NULL
    RETURN p, '' AS via, [t] AS ties
    UNION
    MATCH (f)-[t:CO_BUILT_BY|PARTNER_OF|MEMBER_OF|HOSTS|OPERATES|LED|UNDERTOOK|SUPPORTED_BY|
                 INVESTED_IN|FOUNDED|ASSIGNED_TO|SERVED|SOLD_TO|SOLD_BY]-
          (m:Platform|Base|Project|Contract|Team)-
          [u:CO_BUILT_BY|PARTNER_OF|MEMBER_OF|HOSTS|OPERATES|LED|UNDERTOOK|SUPPORTED_BY|
             INVESTED_IN|FOUNDED|ASSIGNED_TO|SERVED|SOLD_TO|SOLD_BY]-(p:University|Institute)
    WHERE none(x IN [t, u] WHERE x.retired_in IS NOT NULL OR coalesce(x.inferred, false)) AND m.retired_in IS NULL
      AND p.retired_in IS NULL
    RETURN p, m.name AS via, [t, u] AS ties
  }
  WITH p, via, ties,
       CASE WHEN any(x IN ties WHERE x.stage = 'planned') THEN 'planned'
            WHEN any(x IN ties WHERE x.stage = 'signed') THEN 'signed' ELSE 'in force' END AS stage
  ORDER BY p.name, via
  RETURN collect({name: p.name, city: coalesce(p.city, '未知'), why: p.city_reason, via: via, stage: stage,
    ties: [x IN ties | {tie: x.id, type: type(x), start: startNode(x).name, end: endNode(x).name, stage: x.stage,
      status: x.status, date_text: coalesce(x.date_text, ''), records: x.records, sources: x.sources}]}) AS partners
}
CALL (f) {
  CALL (f) {
    MATCH (f)-[t:INCUBATED_IN|RD_AT]->(x:Park) WHERE t.retired_in IS NULL AND NOT coalesce(t.inferred, false)
    RETURN x
    UNION
    MATCH (f)-[t:VISITED]-(x:University|Institute) WHERE t.retired_in IS NULL AND NOT coalesce(t.inferred, false)
    RETURN x
    UNION
    MATCH (f)-[t:ATTENDED|HOSTS|ORGANISED|COVERS]-(e:Event)-[u:ATTENDED|HOSTS|ORGANISED]-(x:University|Institute)
    WHERE none(x IN [t, u] WHERE x.retired_in IS NOT NULL OR coalesce(x.inferred, false))
    RETURN x
  }
  WITH x ORDER BY x.name
  RETURN collect(DISTINCT x.name) AS contacts
}
WITH complete, f, [c IN in_chains | c.name] AS chains, in_chains, partners, contacts,
     [x IN partners WHERE x.city IN ['西安', '两市'] AND x.stage <> 'planned'] AS xian,
     [x IN partners WHERE NOT x.city IN ['西安', '两市', '未知']] AS elsewhere,
     [x IN partners WHERE x.city = '未知'] AS unknown,
     [x IN partners WHERE x.city IN ['西安', '两市'] AND x.stage = 'planned'] AS planned,
     [x IN [f.county, CASE f.city WHEN '商洛' THEN '商洛市' WHEN '西安' THEN '西安市' END, '陕西省', '全国']
  WHERE x IS NOT NULL] AS places
WITH *, [number IN range(0, size(coalesce($needs, [])) - 1) |
  [x IN complete WHERE x.need = number AND x.place IN places | x.id]] AS per_need
WITH *, CASE WHEN all(ids IN per_need WHERE size(ids) > 0)
  THEN reduce(found = [], ids IN per_need | found + ids) ELSE [] END AS covered
WITH *, CASE WHEN size(xian) > 0 THEN 'linked'
  WHEN size(covered) > 0 AND size(unknown) = 0 THEN 'none_found' ELSE 'not_collected' END AS state
CALL (in_chains, state) {
  CALL (in_chains, state) {
    UNWIND CASE state WHEN 'linked' THEN [] ELSE in_chains END AS c
    MATCH (b:University|Institute|Enterprise)-[i:IN_CHAIN]->(c)
    WHERE b.city = '西安' AND b.retired_in IS NULL AND i.retired_in IS NULL AND NOT coalesce(i.inferred, false)
    RETURN b
    UNION
    UNWIND CASE state WHEN 'linked' THEN [] ELSE in_chains END AS c
    MATCH (b:University|Institute)-[t:CO_BUILT_BY|MEMBER_OF|HOSTS|OPERATES|LED]-(m:Platform|Base)-[i:IN_CHAIN]->(c)
    WHERE b.city = '西安' AND b.retired_in IS NULL
      AND none(x IN [t, i] WHERE x.retired_in IS NOT NULL OR coalesce(x.inferred, false))
    RETURN b
  }
  WITH b ORDER BY b:Enterprise, b.name LIMIT 10
  RETURN collect({id: b.id, kind: [l IN labels(b) WHERE l IN ['University', 'Institute', 'Enterprise']][0],
    name: b.name, city: b.city, place: coalesce(b.county, b.place, '')}) AS candidates
}
RETURN f.id AS anchor_id, 'Enterprise' AS anchor_kind, f.name AS anchor_name, NULL AS anchor_key,
       coalesce(f.county, f.place, '') AS place, coalesce(f.county, '') AS county, chains,
       CASE WHEN size(xian) > 0 AND all(x IN xian WHERE x.stage = 'signed') THEN '与西安研发单位仅已签约'
            WHEN size(xian) > 0 THEN '与西安研发单位有联系'
            WHEN size(unknown) > 0 THEN '伙伴所在地未知'
            WHEN size(elsewhere) > 0 THEN '伙伴只在商洛或外地'
            WHEN size(planned) > 0 THEN '仅计划'
            WHEN size(contacts) > 0 THEN '只有入驻或会面'
            ELSE '未见研发联系' END AS group,
       state,
       [CASE WHEN size(xian) > 0 THEN {text: CASE WHEN all(x IN xian WHERE x.stage = 'signed') THEN '仅已签约' ELSE
          '西安研发伙伴' END, names: [x IN xian | x.name + CASE x.via WHEN '' THEN '' ELSE '（经' + x.via + '）' END
          + CASE WHEN x.stage = 'signed' THEN '（仅已签约）' ELSE '' END]}
        ELSE {text: '未见与西安高校、科研院所的研发联系'} END,
        {text: '仅计划的西安伙伴', names: [x IN planned | x.name]},
        {text: '所在地未知的伙伴', names: [x IN unknown | x.name + CASE x.via WHEN '' THEN '' ELSE '（经' + x.via + '）' END]},
        {text: '其他伙伴', names: [x IN elsewhere | x.name + '（' + x.city + coalesce('：' + x.why, '')
          + CASE x.via WHEN '' THEN '' ELSE '；经' + x.via END + '）']},
        CASE WHEN size(xian) = 0 THEN {text: '入驻、走访或同场（不算研发联系）', names: contacts} END] AS parts,
       CASE WHEN size(candidates) > 0 THEN '候选单位按同一产业链推断，不是已有联系' END AS note,
       reduce(found = [], x IN xian + unknown + elsewhere + planned | found + x.ties) AS evidence, candidates, covered
ORDER BY county, anchor_name
