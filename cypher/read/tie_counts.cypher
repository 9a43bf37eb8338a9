// title: 一个节点各类关系的条数
// why: how many ties of each kind there are, so that a list that was cut says out of how many
// params:
//   id: {type: string, about: id of the entity}
// columns: [type, forward, ties]
MATCH (n:Entity {id: $id})-[r]-(:Entity)
WHERE r.retired_in IS NULL
RETURN type(r) AS type, startNode(r) = n AS forward, count(r) AS ties
ORDER BY type, forward DESC
