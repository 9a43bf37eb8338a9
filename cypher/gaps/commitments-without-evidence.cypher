// title: 哪些条款还没有收录到依据
// why: >
//   协议的每个末级条款，库里有没有一条有关的事实。
//   有一条，只说明它与条款有关，不说明条款已经落实。
//   一条事实的日期若全在签署之前，只是背景；只有背景的条款仍算已有依据，理由里写明。
// params:
//   signed: {type: string, about: 签署年份；图里有签署日期时以其为准, default: "2021"}
//   direction: {type: string, about: 只看一个方向的条款, optional: true, choices: [西安→商洛, 商洛→西安, both]}
//   needs: {type: list<map>, about: 本规则所需的收录范围（题头的 coverage）, optional: true}
// columns: [anchor_id, anchor_kind, anchor_name, anchor_key, place, county, chains, group, state, parts, note,
//   evidence, candidates, covered]
// commitments: [C0, C22, C26]
// anchor: Commitment
// looks_at: [BEARS_ON]
// coverage:
//   - {about: BEARS_ON}
// wanted:
//   - key: progress
//     list: 协议各条款落实情况台账（事项、单位、进展）
//     keepers: 签约双方（西安市科技局、商洛市科技局）
//     about: [BEARS_ON]
//     kind: WorkItem
//     columns: [条款编号, 事项, 实施单位, 合作单位, 进展, 日期, 完成数量, 文号或出处]
CALL () {
  UNWIND range(0, size(coalesce($needs, [])) - 1) AS number
  WITH number, $needs[number] AS need
  MATCH (c:Coverage {about: need.about})
  WHERE c.complete AND c.retired_in IS NULL
    AND coalesce(c.subkind, '') IN ['', coalesce(need.subkind, '')]
    AND coalesce(c.role, '') IN ['', coalesce(need.role, '')]
  RETURN collect({need: number, place: c.place, id: c.id}) AS complete
}
MATCH (a:Commitment)
WHERE a.leaf AND a.retired_in IS NULL AND ($direction IS NULL OR a.direction = $direction)
CALL (a) {
  OPTIONAL MATCH (a)-[:PART_OF*0..1]->(:Commitment)<-[h:HAS_COMMITMENT]-(:Agreement)<-[s:SIGNED]-(:Entity)
  WHERE s.retired_in IS NULL AND h.retired_in IS NULL AND s.date_text =~ '\\d{4}.*'
  RETURN coalesce(min(s.date_text), $signed) AS signed
}
CALL (a, signed) {
  MATCH (s:Entity)-[b:BEARS_ON]->(a)
  WHERE b.retired_in IS NULL AND NOT coalesce(b.inferred, false)
  WITH s, b, signed, split(coalesce(b.date_text, ''), '/')[-1] AS ended
  OPTIONAL MATCH (owner:Entity)-[v:HAS_VALUE]->(s)-[:OF_INDICATOR]->(i:Indicator)
  WHERE v.retired_in IS NULL
  OPTIONAL MATCH (s)-[t]->(o:Entity)
  WHERE i IS NULL AND NOT t:BEARS_ON AND t.retired_in IS NULL AND any(r IN t.records WHERE r IN b.records)
  WITH s, b, owner, v, i, t, o, ended, ended =~ '\\d{4}.*' AND ended < signed AS background
  ORDER BY b.date_text, b.id, t.id
  RETURN collect({
    tie: coalesce(t.id, v.id, b.id),
    type: coalesce(type(t), CASE WHEN i IS NULL THEN 'BEARS_ON' ELSE 'HAS_VALUE' END),
    start: coalesce(owner.name, s.name), end: coalesce(o.name, i.name, a.name), value: s.value, unit: s.unit,
    records: b.records, sources: b.sources, stage: b.stage, status: b.status,
    date_text: coalesce(b.date_text, ''), background: background
  }) AS evidence,
  count(DISTINCT b) AS facts,
  count(DISTINCT CASE WHEN background THEN b END) AS before,
  count(DISTINCT CASE WHEN b.stage IN ['planned', 'signed'] THEN b END) AS intended,
  max(CASE WHEN ended =~ '\\d{4}.*' THEN ended END) AS latest
}
WITH *, ['商洛市', '西安市', '陕西省', '全国'] AS places
WITH *, [number IN range(0, size(coalesce($needs, [])) - 1) |
  [x IN complete WHERE x.need = number AND x.place IN places | x.id]] AS per_need
WITH *, CASE WHEN all(ids IN per_need WHERE size(ids) > 0)
  THEN reduce(found = [], ids IN per_need | found + ids) ELSE [] END AS covered
RETURN a.id AS anchor_id, 'Commitment' AS anchor_kind, 
       CASE WHEN a.name STARTS WITH a.key + ' ' THEN substring(a.name, size(a.key) + 1) ELSE a.name END
         AS anchor_name, a.key AS anchor_key,
       coalesce(a.place, '') AS place, '' AS county, [] AS chains, coalesce(a.direction, '') AS group,
       CASE WHEN facts > 0 THEN 'linked' WHEN size(covered) > 0 THEN 'none_found' ELSE 'not_collected' END AS state,
       CASE WHEN facts = 0 THEN [{text: '已装载的来源里未见与本条款有关的事实'}]
            WHEN facts = before THEN [{text: '仅有协议签署之前的背景事实（' + toString(facts) + ' 条）'}]
            ELSE [{text: '有关的事实 ' + toString(facts) + ' 条'},
                  CASE WHEN before > 0 THEN {text: '其中签署之前的背景 ' + toString(before) + ' 条'} END,
                  CASE WHEN intended = facts THEN {text: '都只是计划或已签约'} END,
                  CASE WHEN latest IS NOT NULL THEN {text: '最近一条的日期 ' + latest} END]
       END AS parts,
       CASE WHEN facts > 0 THEN '“与条款有关”不等于“已落实”' END AS note,
       evidence, [] AS candidates, covered
ORDER BY coalesce(toInteger(substring(a.key, 1)), toInteger(substring(a.key, 1, size(a.key) - 2))), a.key
