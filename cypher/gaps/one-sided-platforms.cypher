// title: 哪些共建平台、基地只有一侧的伙伴
// why: >
//   两市的平台和基地，共建方、成员和依托单位是否两侧都有。伙伴的一侧按单位所在地算，不按平台所在地；
//   外地和所在地未知的伙伴照列，不算任何一侧。
// params:
//   scope: {type: string, about: "built：有共建方或成员的平台和基地；all：两市全部平台和基地，含只有依托单位的", default: built, choices: [built, all]}
//   county: {type: string, about: 县区名，如 山阳县, optional: true}
//   chain: {type: string, about: 产业链名，如 核桃, optional: true}
//   needs: {type: list<map>, about: 本规则所需的收录范围（题头的 coverage）, optional: true}
// columns: [anchor_id, anchor_kind, anchor_name, anchor_key, place, county, chains, group, state, parts, note,
//   evidence, candidates, covered]
// commitments: [C3, C4, C6]
// anchor: Platform
// looks_at: [CO_BUILT_BY, PARTNER_OF, MEMBER_OF, HOSTS, OPERATES, LED, SUPPORTED_BY]
// coverage:
//   - {about: CO_BUILT_BY}
//   - {about: PARTNER_OF}
//   - {about: MEMBER_OF}
//   - {about: HOSTS}
//   - {about: OPERATES}
//   - {about: LED}
//   - {about: SUPPORTED_BY}
// wanted:
//   - key: platforms
//     list: 两市共建平台台账（共建、依托、运营和技术支撑单位）
//     keepers: 市科技局、各县区科技局
//     about: [CO_BUILT_BY, PARTNER_OF, MEMBER_OF, HOSTS, OPERATES, LED, SUPPORTED_BY]
//     kind: Platform
//     columns: [平台名称, 平台类别, 所在县区, 所在产业链, 依托单位, 依托单位所在市, 共建单位, 共建单位所在市, 运营单位,
//       技术支撑单位, 状态, 日期, 文号或出处]
//   - key: bases
//     list: 两市共建基地台账（共建、依托、运营和技术支撑单位）
//     keepers: 市科技局、各县区科技局
//     about: [CO_BUILT_BY, PARTNER_OF, MEMBER_OF, HOSTS, OPERATES, LED, SUPPORTED_BY]
//     kind: Base
//     columns: [基地名称, 基地类别, 所在县区, 所在产业链, 依托单位, 依托单位所在市, 共建单位, 共建单位所在市, 运营单位,
//       技术支撑单位, 状态, 日期, 文号或出处]
CALL () {
  UNWIND range(0, size(coalesce($needs, [])) - 1) AS number
  WITH number, $needs[number] AS need
  MATCH (c:Coverage {about: need.about})
  WHERE c.complete AND c.retired_in IS NULL
    AND coalesce(c.subkind, '') IN ['', coalesce(need.subkind, '')]
    AND coalesce(c.role, '') IN ['', coalesce(need.role, '')]
  RETURN collect({need: number, place: c.place, id: c.id}) AS complete
}
MATCH (m:Carrier)
WHERE (m:Platform OR m:Base) AND m.retired_in IS NULL AND ($county IS NULL OR m.county = $county)
  AND ($scope = 'all' OR EXISTS { MATCH (m)-[t:CO_BUILT_BY]->(:Organisation) WHERE t.retired_in IS NULL }
                      OR EXISTS { MATCH (m)<-[t:MEMBER_OF]-(:Organisation) WHERE t.retired_in IS NULL })
CALL (m) {
  MATCH (m)-[t:CO_BUILT_BY|PARTNER_OF|MEMBER_OF|HOSTS|OPERATES|LED|SUPPORTED_BY]-(b:Organisation)
  WHERE t.retired_in IS NULL AND NOT coalesce(t.inferred, false) AND coalesce(t.stage, '') <> 'planned'
    AND b.retired_in IS NULL
  WITH b, t ORDER BY b.name, t.id
  WITH b, collect({tie: t.id, type: type(t), start: startNode(t).name, end: endNode(t).name, stage: t.stage,
       status: t.status, date_text: coalesce(t.date_text, ''), records: t.records, sources: t.sources}) AS ties
  RETURN collect({name: b.name, city: coalesce(b.city, '未知'), ties: ties,
    signed: all(x IN ties WHERE x.stage = 'signed')}) AS partners
}
CALL (m) {
  MATCH (m)-[i:IN_CHAIN]->(c:Chain) WHERE i.retired_in IS NULL AND NOT coalesce(i.inferred, false)
  WITH c ORDER BY c.name
  RETURN collect(c.name) AS chains
}
WITH complete, m, chains, partners,
     [x IN partners WHERE x.city IN ['西安', '两市']] AS xian,
     [x IN partners WHERE x.city IN ['商洛', '两市']] AS shangluo,
     [x IN partners WHERE NOT x.city IN ['西安', '商洛', '两市']] AS others,
     [x IN [m.county, CASE m.city WHEN '商洛' THEN '商洛市' WHEN '西安' THEN '西安市' END, '陕西省', '全国']
  WHERE x IS NOT NULL] AS places
WHERE size(xian) + size(shangluo) > 0 AND ($chain IS NULL OR $chain IN chains)
WITH *, [number IN range(0, size(coalesce($needs, [])) - 1) |
  [x IN complete WHERE x.need = number AND x.place IN places | x.id]] AS per_need
WITH *, CASE WHEN all(ids IN per_need WHERE size(ids) > 0)
  THEN reduce(found = [], ids IN per_need | found + ids) ELSE [] END AS covered
RETURN m.id AS anchor_id, CASE WHEN m:Base THEN 'Base' ELSE 'Platform' END AS anchor_kind, m.name AS anchor_name,
       NULL AS anchor_key, coalesce(m.county, m.place, '') AS place, coalesce(m.county, '') AS county, chains,
       CASE WHEN size(shangluo) = 0 THEN '只有西安一侧' WHEN size(xian) = 0 THEN '只有商洛一侧' ELSE '两侧都有' END AS group,
       CASE WHEN size(xian) > 0 AND size(shangluo) > 0 THEN 'linked'
            WHEN size(covered) > 0 AND none(x IN others WHERE x.city = '未知') THEN 'none_found'
            ELSE 'not_collected' END AS state,
       [CASE WHEN size(xian) = 0 THEN {text: '未见西安一侧的伙伴'} END,
        CASE WHEN size(shangluo) = 0 THEN {text: '未见商洛一侧的伙伴'} END,
        {text: '西安一侧', names: [x IN xian | x.name + CASE WHEN x.signed THEN '（仅已签约）' ELSE '' END]},
        {text: '商洛一侧', names: [x IN shangluo | x.name + CASE WHEN x.signed THEN '（仅已签约）' ELSE '' END]},
        {text: '外地或所在地未知', names: [x IN others | x.name + '（' + x.city + '）']}] AS parts,
       NULL AS note, reduce(found = [], x IN partners | found + x.ties) AS evidence, [] AS candidates, covered
ORDER BY county, anchor_name
