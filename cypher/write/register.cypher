// title: 登记编号与名称
// why: every key and name of a body leads to its id, and stays registered when no source states it any more
// params:
//   rows: {type: list<map>, about: "scheme, value, entity"}
UNWIND $rows AS row
MERGE (i:Identifier {scheme: row.scheme, value: row.value})
SET i.entity = row.entity
