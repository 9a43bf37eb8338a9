// title: 撤销编号的改指
// why: an id that is in use again no longer leads elsewhere
// params:
//   ids: {type: list<string>, about: "ids in use"}
UNWIND $ids AS id
MATCH (i:Identifier {scheme: 'merged', value: id})
DELETE i
