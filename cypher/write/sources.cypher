// title: 写入来源与所引出版物
// why: whoever shows a fact shows who published it; an address comes for the marks O and R only
// params:
//   rows: {type: list<map>, about: "id, props"}
UNWIND $rows AS row
MERGE (s:Source {id: row.id})
SET s += row.props
