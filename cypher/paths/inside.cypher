// title: 一个地点及其下属地点
// why: a body in 商州区 is in 商洛市; when a place is the end of a path, its parts are too, down to the village
// params:
//   id: {type: string, about: id of the place}
//   limit: {type: integer, about: at most so many places, default: 5000}
// columns: [place, ties, nodes]
MATCH p = (q:Entity)-[:PART_OF*0..5]->(:Entity {id: $id})
WHERE all(r IN relationships(p) WHERE r.retired_in IS NULL) AND all(n IN nodes(p) WHERE n:Place OR n.id = $id)
RETURN q.id AS place, [r IN relationships(p) | r.id] AS ties, [n IN nodes(p) | n.id] AS nodes
ORDER BY size(ties), place
LIMIT $limit
