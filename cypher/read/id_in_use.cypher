// title: 编号是否已用
// why: two keys may hash to one id; a body that is history and that no record states may come back under its id
// params:
//   id: {type: string, about: "id"}
// columns: [used]
OPTIONAL MATCH (n:Entity {id: $id})
RETURN n IS NOT NULL AND n.retired_in IS NULL AS used
