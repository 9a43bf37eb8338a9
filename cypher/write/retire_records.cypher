// title: 记录退役
// why: the newest version of the source no longer has this row
// params:
//   ids: {type: list<string>, about: "ids of records"}
//   version: {type: integer, about: "graph version of this load"}
UNWIND $ids AS id
MATCH (r:Record {id: id})
SET r.retired_in = $version
