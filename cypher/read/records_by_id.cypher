// title: 记录所述
// why: a body is put together from all live records that state it; one unique seek an id
// params:
//   ids: {type: list<string>, about: "ids of records"}
// columns: [id, understood]
UNWIND $ids AS id
MATCH (r:Record {id: id})
WHERE r.retired_in IS NULL
RETURN r.id AS id, r.understood AS understood
