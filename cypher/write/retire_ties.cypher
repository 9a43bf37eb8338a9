// title: 关系退役
// why: what no source states any more is kept as history and left out by default
// params:
//   ids: {type: list<string>, about: "ids of ties"}
//   version: {type: integer, about: "graph version of this load"}
// slots: {type: {one_of: tie types}}
UNWIND $ids AS id
MATCH ()-[r:/*slot type*/PARTNER_OF {id: id}]->()
USING INDEX SEEK r:/*slot type*/PARTNER_OF(id)
SET r.retired_in = $version
