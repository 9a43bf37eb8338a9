// title: 隐去留存里的人
// why: what loads keep holds a person who asks to be left out no more than the graph does
// params:
//   entity: {type: string, about: "id of the person"}
//   rows: {type: list<map>, about: "id, raw, understood"}
CALL () {
  UNWIND $rows AS row
  MATCH (s:Superseded {id: row.id})
  SET s.raw = row.raw, s.understood = row.understood
}
CALL () {
  MATCH (s:Superseded)
  WHERE s.superseded_id = $entity OR $entity IN s.superseded_ends OR s.entity = $entity OR s.value = $entity
  DELETE s
}
