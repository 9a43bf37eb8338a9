// title: 撤销一次装载的记录
// why: rows that came with the load go, all others are what they were before it
// params:
//   gone: {type: list<string>, about: "ids of records that came with the load"}
//   rows: {type: list<map>, about: "id, props: what is put back; null takes away"}
CALL () {
  UNWIND $gone AS id
  MATCH (r:Record {id: id})
  DELETE r
}
CALL () {
  UNWIND $rows AS row
  MATCH (r:Record {id: row.id})
  SET r += row.props
}
