// title: 来源是否已有记录
// why: the first load of a source compares with nothing, so a large one need not be held in memory
// params:
//   source: {type: string, about: "id of the source"}
// columns: [id]
MATCH (r:Record {source: $source})
RETURN r.id AS id
LIMIT 1
