// title: 数某类关系
// why: a promise about counts is measured in the graph as it would be, before the load is let through
// params:
//   ids: {type: list<string>, about: "ids of ties the source states"}
// slots: {type: {one_of: tie types}}
// columns: [found]
UNWIND $ids AS id
MATCH ()-[r:/*slot type*/PARTNER_OF {id: id}]->()
WHERE r.retired_in IS NULL
RETURN count(DISTINCT r) AS found
