// title: 写入收录范围
// why: a missing tie may be called none only where a list that would show it is loaded whole
// params:
//   source: {type: string, about: "id of the source"}
//   rows: {type: list<map>, about: "id, props"}
UNWIND $rows AS row
MERGE (c:Coverage {id: row.id})
SET c.source = $source, c += row.props, c.retired_in = null
