// title: 一批节点是否都在
// why: a load that was cut off is sent again; one unique seek an id costs a tenth of sending the row
// params:
//   ids: {type: list<string>, about: "ids of nodes"}
// slots: {label: {one_of: labels}}
// columns: [there]
UNWIND $ids AS id
MATCH (n:/*slot label*/Entity {id: id})
RETURN count(n) AS there
