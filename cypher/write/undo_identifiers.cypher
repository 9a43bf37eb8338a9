// title: 撤销一次装载的登记
// why: what the load registered goes, what it made lead elsewhere leads where it did, unless a later load changed it again
// params:
//   load: {type: integer, about: "graph version the load made"}
CALL () {
  MATCH (i:Identifier)
  WHERE i.first_load = $load
  DELETE i
}
CALL () {
  MATCH (s:Superseded)
  WHERE s.id STARTS WITH toString($load) + '|Identifier|'
    AND NOT EXISTS {
      MATCH (t:Superseded {superseded_kind: 'Identifier', scheme: s.scheme, value: s.value})
      WHERE t.superseded_in > $load
    }
  MERGE (i:Identifier {scheme: s.scheme, value: s.value})
  SET i.entity = s.entity, i.first_load = s.first_load
}
