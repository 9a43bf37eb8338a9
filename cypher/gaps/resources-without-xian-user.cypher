// title: 商洛哪些优质资源还没有西安的用户
// why: >
//   反向流动。商洛的产品、资源和产业链，有没有共享给西安的单位或市场。只签约的算已有联系并注明；仅计划的不算。
// params:
//   county: {type: string, about: 县区名，如 柞水县, optional: true}
//   chain: {type: string, about: 产业链名，如 中药材, optional: true}
//   needs: {type: list<map>, about: 本规则所需的收录范围（题头的 coverage）, optional: true}
// columns: [anchor_id, anchor_kind, anchor_name, anchor_key, place, county, chains, group, state, parts, note,
//   evidence, candidates, covered]
// commitments: [C21, C24, C27]
// anchor: Product
// looks_at: [SHARED_WITH, HAS_CHAIN, IN_CHAIN, LOCATED_IN, OFFERS, MADE_AT, CO_BUILT_BY, MEMBER_OF, HOSTS, OPERATES,
//   LED]
// coverage:
//   - {about: SHARED_WITH}
// wanted:
//   - key: resources-shared
//     list: 商洛优质资源、产品对接西安台账（用户、销往单位）
//     keepers: 市农业农村局、市文化和旅游局、市工信局
//     about: [SHARED_WITH]
//     kind: Product
//     columns: [资源或产品名称, 资源类别, 所在县区, 所在产业链, 提供单位, 使用或采购单位, 使用或采购单位所在市, 方式, 状态,
//       日期, 文号或出处]
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
  MATCH (r:Product) WHERE r.city IN ['商洛', '两市']
  RETURN r, coalesce(r.county, '') AS county
  UNION
  MATCH (r:Product)-[t:LOCATED_IN|MADE_AT]->(p:Place|Organisation)
  WHERE p.city = '商洛' AND t.retired_in IS NULL AND NOT coalesce(t.inferred, false)
  RETURN r, CASE WHEN p.kind = '县区' THEN p.name ELSE coalesce(p.county, '') END AS county
  UNION
  MATCH (b:Organisation)-[t:OFFERS]->(r:Product)
  WHERE b.city IN ['商洛', '两市'] AND t.retired_in IS NULL AND NOT coalesce(t.inferred, false)
  RETURN r, coalesce(b.county, '') AS county
  UNION
  MATCH (p:Place)-[h:HAS_CHAIN]->(r:Chain)
  WHERE p.city = '商洛' AND h.retired_in IS NULL AND NOT coalesce(h.inferred, false)
  RETURN r, CASE WHEN p.kind = '县区' THEN p.name ELSE coalesce(p.county, '') END AS county
  UNION
  MATCH (b:Organisation|Carrier)-[i:IN_CHAIN]->(r:Chain)
  WHERE b.city IN ['商洛', '两市'] AND i.retired_in IS NULL AND NOT coalesce(i.inferred, false)
    AND coalesce(i.stage, '') <> 'planned'
  RETURN r, coalesce(b.county, '') AS county
  UNION
  MATCH (b:Organisation)-[t:CO_BUILT_BY|MEMBER_OF|HOSTS|OPERATES|LED]-(m:Platform|Base)-[i:IN_CHAIN]->(r:Chain)
  WHERE b.city IN ['商洛', '两市'] AND none(x IN [t, i] WHERE x.retired_in IS NOT NULL OR coalesce(x.inferred, false))
  RETURN r, coalesce(m.county, '') AS county
}
WITH complete, r, collect(DISTINCT county) AS counties
WHERE r.retired_in IS NULL AND ($county IS NULL OR $county IN counties)
CALL (r) {
  MATCH (r)-[i:IN_CHAIN]->(c:Chain) WHERE i.retired_in IS NULL AND NOT coalesce(i.inferred, false)
  WITH c ORDER BY c.name
  RETURN collect(c.name) AS own
}
WITH complete, r, counties, CASE WHEN r:Chain THEN [r.name] ELSE own END AS chains
WHERE $chain IS NULL OR $chain IN chains
CALL (r) {
  MATCH (r)-[t:SHARED_WITH]->(x:Entity)
  WHERE t.retired_in IS NULL AND NOT coalesce(t.inferred, false) AND x.retired_in IS NULL
  WITH x, t ORDER BY x.name, t.id
  RETURN collect({name: x.name, city: coalesce(x.city, '未知'), stage: coalesce(t.stage, ''),
    tie: {tie: t.id, type: 'SHARED_WITH', start: r.name, end: x.name, stage: t.stage,
      status: t.status, date_text: coalesce(t.date_text, ''), records: t.records, sources: t.sources}}) AS users
}
WITH complete, r, counties, chains, users,
     [x IN users WHERE x.city IN ['西安', '两市'] AND x.stage <> 'planned'] AS xian,
     [x IN users WHERE x.city IN ['西安', '两市'] AND x.stage = 'planned'] AS planned,
     [x IN users WHERE NOT x.city IN ['西安', '两市']] AS others,
     CASE WHEN size(counties) = 1 THEN counties[0] ELSE '' END AS county,
     [x IN counties WHERE size(counties) = 1 AND x <> ''] + ['商洛市', '陕西省', '全国'] AS places
WITH *, [number IN range(0, size(coalesce($needs, [])) - 1) |
  [x IN complete WHERE x.need = number AND x.place IN places | x.id]] AS per_need
WITH *, CASE WHEN all(ids IN per_need WHERE size(ids) > 0)
  THEN reduce(found = [], ids IN per_need | found + ids) ELSE [] END AS covered
WITH *, CASE WHEN size(xian) > 0 THEN 'linked'
  WHEN size(covered) > 0 AND none(x IN others WHERE x.city = '未知') THEN 'none_found' ELSE 'not_collected' END AS state
CALL (r, state) {
  MATCH (b:University|Institute|Enterprise)-[i:IN_CHAIN]->(r)
  WHERE state <> 'linked' AND b.city = '西安' AND b.retired_in IS NULL AND i.retired_in IS NULL
    AND NOT coalesce(i.inferred, false)
  WITH b ORDER BY b.name LIMIT 10
  RETURN collect({id: b.id, kind: [l IN labels(b) WHERE l IN ['University', 'Institute', 'Enterprise']][0],
    name: b.name, city: b.city, place: coalesce(b.county, b.place, '')}) AS candidates
}
RETURN r.id AS anchor_id, CASE WHEN r:Chain THEN 'Chain' ELSE 'Product' END AS anchor_kind, r.name AS anchor_name,
       NULL AS anchor_key, CASE county WHEN '' THEN '商洛市' ELSE county END AS place, county, chains,
       coalesce(r.kind, CASE WHEN r:Chain THEN '产业链' END, '') AS group, state,
       [CASE WHEN size(xian) > 0 THEN {text: CASE WHEN all(x IN xian WHERE x.stage = 'signed') THEN '仅已签约，西安的用户或市场'
          ELSE '西安的用户或市场' END, names: [x IN xian | x.name + CASE x.stage WHEN 'signed' THEN '（已签约）' ELSE '' END]}
        ELSE {text: '未见西安的用户或市场'} END,
        {text: '仅计划', names: [x IN planned | x.name]},
        {text: '其他用户', names: [x IN others | x.name + '（' + x.city + '）']}] AS parts,
       CASE WHEN size(candidates) > 0 THEN '候选单位按同一产业链推断，不是已有联系' END AS note,
       [x IN users | x.tie] AS evidence, candidates, covered
ORDER BY anchor_kind DESC, anchor_name
