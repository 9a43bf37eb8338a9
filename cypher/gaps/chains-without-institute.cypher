// title: 哪些产业链还没有产业技术研究院
// why: >
//   商洛的产业链（地方点名的，或商洛单位和平台所在的），有没有一个类别为产业技术研究院的平台处在这条链上。
//   仅计划的研究院不算；只签约的算已有联系并注明。
// params:
//   county: {type: string, about: 县区名，如 山阳县, optional: true}
//   chain: {type: string, about: 产业链名，如 钒, optional: true}
//   needs: {type: list<map>, about: 本规则所需的收录范围（题头的 coverage）, optional: true}
// columns: [anchor_id, anchor_kind, anchor_name, anchor_key, place, county, chains, group, state, parts, note,
//   evidence, candidates, covered]
// commitments: [C6, C16]
// anchor: Chain
// looks_at: [IN_CHAIN, HAS_CHAIN, CO_BUILT_BY, MEMBER_OF, HOSTS, OPERATES, LED]
// coverage:
//   - {about: Platform, subkind: 产业技术研究院}
//   - {about: IN_CHAIN}
// wanted:
//   - key: institutes
//     list: 商洛市产业技术研究院名单（所在产业链、共建方）
//     keepers: 市科技局、市工信局
//     about: [Platform, IN_CHAIN]
//     kind: Platform
//     columns: [研究院名称, 平台类别, 所在县区, 所在产业链, 依托单位, 共建方, 共建方所在市, 状态, 成立日期, 文号或出处]
CALL () {
  UNWIND range(0, size(coalesce($needs, [])) - 1) AS number
  WITH number, $needs[number] AS need
  MATCH (c:Coverage {about: need.about})
  WHERE c.complete AND c.retired_in IS NULL
    AND coalesce(c.subkind, '') IN ['', coalesce(need.subkind, '')]
    AND coalesce(c.role, '') IN ['', coalesce(need.role, '')]
  RETURN collect({need: number, place: c.place, id: c.id}) AS complete
}
CALL (complete) {
  MATCH (p:Place)-[h:HAS_CHAIN]->(c:Chain)
  WHERE p.city = '商洛' AND h.retired_in IS NULL AND NOT coalesce(h.inferred, false)
  RETURN c, CASE WHEN p.kind = '县区' THEN p.name ELSE coalesce(p.county, '') END AS county, p.name AS who
  UNION
  MATCH (b:Organisation|Carrier)-[i:IN_CHAIN]->(c:Chain)
  WHERE b.city IN ['商洛', '两市'] AND i.retired_in IS NULL AND NOT coalesce(i.inferred, false)
    AND coalesce(i.stage, '') <> 'planned'
  RETURN c, coalesce(b.county, '') AS county, b.name AS who
  UNION
  MATCH (b:Organisation)-[t:CO_BUILT_BY|MEMBER_OF|HOSTS|OPERATES|LED]-(m:Platform|Base)-[i:IN_CHAIN]->(c:Chain)
  WHERE b.city IN ['商洛', '两市'] AND none(x IN [t, i] WHERE x.retired_in IS NOT NULL OR coalesce(x.inferred, false))
  RETURN c, coalesce(m.county, '') AS county, m.name AS who
}
WITH complete, c, collect(DISTINCT county) AS counties, collect(DISTINCT who) AS who
WHERE c.retired_in IS NULL AND ($chain IS NULL OR c.name = $chain) AND ($county IS NULL OR $county IN counties)
CALL (c) {
  MATCH (m:Platform)-[i:IN_CHAIN]->(c)
  WHERE i.retired_in IS NULL AND NOT coalesce(i.inferred, false) AND m.retired_in IS NULL
    AND coalesce(i.stage, '') <> 'planned' AND coalesce(m.stage, '') <> 'planned'
    AND (m.kind = '产业技术研究院' OR m.name CONTAINS '产业技术研究院')
  WITH m, i ORDER BY m.name
  RETURN collect({name: m.name, city: m.city, signed: i.stage = 'signed' OR m.stage = 'signed',
    tie: {tie: i.id, type: 'IN_CHAIN', start: m.name, end: c.name, stage: i.stage, status: i.status,
      date_text: coalesce(i.date_text, ''), records: i.records, sources: i.sources}}) AS institutes
}
WITH *, CASE WHEN size(counties) = 1 THEN counties[0] ELSE '' END AS county,
     [x IN counties WHERE size(counties) = 1 AND x <> ''] + ['商洛市', '陕西省', '全国'] AS places
WITH *, [number IN range(0, size(coalesce($needs, [])) - 1) |
  [x IN complete WHERE x.need = number AND x.place IN places | x.id]] AS per_need
WITH *, CASE WHEN all(ids IN per_need WHERE size(ids) > 0)
  THEN reduce(found = [], ids IN per_need | found + ids) ELSE [] END AS covered
WITH *, CASE WHEN size(institutes) > 0 THEN 'linked' WHEN size(covered) > 0 THEN 'none_found'
  ELSE 'not_collected' END AS state
CALL (c, state) {
  CALL (c, state) {
    MATCH (b:University|Institute|Enterprise|Platform)-[i:IN_CHAIN]->(c)
    WHERE state <> 'linked' AND b.city = '西安' AND b.retired_in IS NULL AND i.retired_in IS NULL
      AND NOT coalesce(i.inferred, false)
    RETURN b
    UNION
    MATCH (b:University|Institute)-[t:CO_BUILT_BY|MEMBER_OF|HOSTS|OPERATES|LED]-(m:Platform|Base)-[i:IN_CHAIN]->(c)
    WHERE state <> 'linked' AND b.city = '西安' AND b.retired_in IS NULL
      AND none(x IN [t, i] WHERE x.retired_in IS NOT NULL OR coalesce(x.inferred, false))
    RETURN b
  }
  WITH b ORDER BY b:Enterprise, b.name LIMIT 10
  RETURN collect({id: b.id, kind: [l IN labels(b) WHERE l IN ['University', 'Institute', 'Enterprise', 'Platform']][0],
    name: b.name, city: b.city, place: coalesce(b.county, b.place, '')}) AS candidates
}
RETURN c.id AS anchor_id, 'Chain' AS anchor_kind, c.name AS anchor_name, NULL AS anchor_key,
       CASE county WHEN '' THEN '商洛市' ELSE county END AS place, county, [c.name] AS chains, '' AS group, state,
       [CASE WHEN size(institutes) > 0 THEN {text: '产业技术研究院', names: [x IN institutes | x.name +
          CASE WHEN x.signed THEN '（仅已签约）' ELSE '' END]} ELSE {text: '未见处于本链的产业技术研究院'} END,
        {text: '在商洛的依据', names: who[..5]}] AS parts,
       CASE WHEN size(candidates) > 0 THEN '候选单位按同一产业链推断，不是已有联系' END AS note,
       [x IN institutes | x.tie] AS evidence, candidates, covered
ORDER BY anchor_name
