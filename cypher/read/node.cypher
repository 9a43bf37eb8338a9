// title: 一个节点的全部属性
// why: the page of one node, with everything its sources say of it
// params:
//   id: {type: string, about: id of the entity}
// columns: [labels, properties]
MATCH (n:Entity {id: $id})
RETURN labels(n) AS labels, properties(n) AS properties
