// title: 一批关系是否都在
// why: >-
//   a load that was cut off is sent again; one unique seek an id costs a tenth of sending the row. The hint keeps the
//   plan from a scan of the type, which a store whose counts say that it is empty may otherwise get
// params:
//   ids: {type: list<string>, about: "ids of ties"}
// slots: {type: {one_of: tie types}}
// columns: [there]
UNWIND $ids AS id
MATCH ()-[r:/*slot type*/PARTNER_OF {id: id}]->()
USING INDEX SEEK r:/*slot type*/PARTNER_OF(id)
RETURN count(r) AS there
