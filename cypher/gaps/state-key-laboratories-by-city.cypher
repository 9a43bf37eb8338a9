// title: 两市各有哪些国家重点实验室
// why: >
//   三种状态的正面对照。名单自称全部、每个实验室都给出地点，所以名单里没有的城市是“完整名单中未见”，不是“未收录依据”。
//   先数名单所列的；别的来源另外提到的国家重点实验室、全国重点实验室单列，不混入名单的数。
// params:
//   cities: {type: list<string>, about: 要看的城市, default: [西安市, 商洛市]}
//   needs: {type: list<map>, about: 本规则所需的收录范围（题头的 coverage）, optional: true}
// columns: [anchor_id, anchor_kind, anchor_name, anchor_key, place, county, chains, group, state, parts, note,
//   evidence, candidates, covered]
// commitments: [C2c, C7]
// anchor: Place
// looks_at: [LOCATED_IN, HOSTS]
// coverage:
//   - {about: Platform, subkind: 重点实验室, role: 国家重点实验室}
// wanted:
//   - key: state-laboratories
//     list: 全国重点实验室名单（依托单位、所在市）
//     keepers: 科技部，省科技厅
//     about: [Platform]
//     kind: Platform
//     columns: [实验室名称, 平台类别, 依托单位, 所在市, 批准日期, 文号或出处]
CALL () {
  UNWIND range(0, size(coalesce($needs, [])) - 1) AS number
  WITH number, $needs[number] AS need
  MATCH (c:Coverage {about: need.about})
  WHERE c.complete AND c.retired_in IS NULL
    AND coalesce(c.subkind, '') IN ['', coalesce(need.subkind, '')]
    AND coalesce(c.role, '') IN ['', coalesce(need.role, '')]
  RETURN collect({need: number, place: c.place, id: c.id, source: c.source}) AS complete
}
MATCH (p:Place)
WHERE p.name IN $cities AND p.retired_in IS NULL
WITH p, complete, [x IN complete | x.source] AS lists, [p.name, '陕西省', '全国'] AS places
CALL (p, lists) {
  MATCH (m:Platform)-[t:LOCATED_IN]->(:Place)-[:PART_OF*0..2]->(p)
  WHERE t.retired_in IS NULL AND NOT coalesce(t.inferred, false) AND m.retired_in IS NULL
    AND coalesce(t.stage, '') <> 'planned'
  WITH m, t, any(r IN m.records WHERE split(r, ':')[0] IN lists) AS listed
  WHERE listed OR m.name CONTAINS '国家重点实验室' OR m.name CONTAINS '全国重点实验室'
  WITH m, listed, collect(t)[0] AS t ORDER BY m.name
  RETURN collect({name: m.name, listed: listed,
    tie: {tie: t.id, type: 'LOCATED_IN', start: m.name, end: endNode(t).name,
    stage: t.stage, status: t.status, date_text: coalesce(t.date_text, ''), records: t.records, sources: t.sources}})
    AS laboratories
}
WITH p, complete, places, laboratories, [x IN laboratories WHERE x.listed] AS listed,
     [x IN laboratories WHERE NOT x.listed] AS others
WITH *, [number IN range(0, size(coalesce($needs, [])) - 1) |
  [x IN complete WHERE x.need = number AND x.place IN places | x.id]] AS per_need
WITH *, CASE WHEN all(ids IN per_need WHERE size(ids) > 0)
  THEN reduce(found = [], ids IN per_need | found + ids) ELSE [] END AS covered
RETURN p.id AS anchor_id, 'Place' AS anchor_kind, p.name AS anchor_name, p.code AS anchor_key, p.name AS place,
       '' AS county, [] AS chains, '' AS group,
       CASE WHEN size(laboratories) > 0 THEN 'linked' WHEN size(covered) > 0 THEN 'none_found'
            ELSE 'not_collected' END AS state,
       [CASE WHEN size(laboratories) = 0 THEN {text: '未见国家重点实验室'} END,
        CASE WHEN size(listed) > 0 THEN {text: '名单所列 ' + toString(size(listed)) + ' 个',
          names: [x IN listed | x.name]} END,
        CASE WHEN size(others) > 0 THEN {text: '另有其他来源提到 ' + toString(size(others)) + ' 个',
          names: [x IN others | x.name]} END] AS parts,
       NULL AS note, [x IN laboratories | x.tie] AS evidence, [] AS candidates, covered
ORDER BY anchor_key
