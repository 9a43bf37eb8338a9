// title: 一个节点的关系条数
// why: how many ties there are, so that a list that was cut says out of how many
// params:
//   id: {type: string, about: id of the entity}
// columns: [ties]
MATCH (n:Entity {id: $id})-[r]-(:Entity)
WHERE r.retired_in IS NULL
RETURN count(r) AS ties
