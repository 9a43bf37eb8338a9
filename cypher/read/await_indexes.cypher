// title: 等索引建成
// why: a store that was built offline is put in place only when every index of it answers
// params:
//   seconds: {type: integer, about: "longest wait"}
CALL db.awaitIndexes($seconds)
