// title: 撤销编号的改指
// why: an id that is in use again no longer leads elsewhere; that it did is kept, so that a load can be taken back
// params:
//   ids: {type: list<string>, about: "ids in use"}
//   version: {type: integer, about: "graph version of this load"}
UNWIND $ids AS id
MATCH (i:Identifier {scheme: 'merged', value: id})
USING INDEX SEEK i:Identifier(scheme, value)
MERGE (s:Superseded {id: toString($version) + '|Identifier|merged|' + id})
ON CREATE SET s += properties(i), s.superseded_in = $version, s.superseded_kind = 'Identifier'
DELETE i
