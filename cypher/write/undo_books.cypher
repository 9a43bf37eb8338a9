// title: 撤销一次装载的来源、版本与收录范围
// why: >-
//   what the source said of itself before holds again; a publication that only this load cited goes, one that others
//   cite too stays, and one that a later load wrote again is left as that load wrote it
// params:
//   source: {type: string, about: "id of the source"}
//   source_version: {type: string, about: "id of the version that the load wrote"}
//   load: {type: integer, about: "graph version the load made"}
CALL () {
  MATCH (c:Coverage {source: $source})
  DELETE c
}
CALL () {
  MATCH (v:Version {id: $source_version})
  DELETE v
}
CALL () {
  MATCH (s:Source)
  WHERE s.first_load = $load
    AND NOT EXISTS { MATCH (r:Record) WHERE s.id IN r.sources }
    AND NOT EXISTS { MATCH (v:Version {source: s.id}) }
  DELETE s
}
CALL () {
  MATCH (s:Superseded)
  WHERE s.id STARTS WITH toString($load) + '|Coverage|'
  MERGE (n:Coverage {id: s.superseded_id})
  SET n = properties(s)
  SET n.id = s.superseded_id, n.superseded_id = null, n.superseded_in = null, n.superseded_kind = null
}
CALL () {
  MATCH (s:Superseded)
  WHERE s.id STARTS WITH toString($load) + '|Version|'
  MERGE (n:Version {id: s.superseded_id})
  SET n = properties(s)
  SET n.id = s.superseded_id, n.superseded_id = null, n.superseded_in = null, n.superseded_kind = null
}
CALL () {
  MATCH (s:Superseded)
  WHERE s.id STARTS WITH toString($load) + '|Source|'
    AND (s.superseded_id = $source OR NOT EXISTS {
      MATCH (t:Superseded {superseded_kind: 'Source', superseded_id: s.superseded_id})
      WHERE t.superseded_in > $load
    })
  MERGE (n:Source {id: s.superseded_id})
  SET n = properties(s)
  SET n.id = s.superseded_id, n.superseded_id = null, n.superseded_in = null, n.superseded_kind = null
}
