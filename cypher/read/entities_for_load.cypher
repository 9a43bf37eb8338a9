// title: 装载所涉主体的现状
// why: ids keep their first load, and the records of a body say what it is made of; one unique seek an id
// params:
//   ids: {type: list<string>, about: "ids"}
//   frame: {type: list<string>, about: "labels that are not the kind"}
// columns: [id, label, first_load, retired_in, records]
UNWIND $ids AS id
MATCH (n:Entity {id: id})
RETURN id, [label IN labels(n) WHERE NOT label IN $frame][0] AS label, n.first_load AS first_load,
       n.retired_in AS retired_in, n.records AS records
