// title: 按编号取节点
// why: what is shown beside an answer, and what tells equal names apart; one index seek an id
// params:
//   ids: {type: list<string>, about: ids of entities}
// columns: [id, labels, name, city, place, county, transit, walk_degree]
UNWIND $ids AS id
MATCH (n:Entity {id: id})
RETURN n.id AS id,
       labels(n) AS labels,
       n.name AS name,
       coalesce(n.city, '未知') AS city,
       coalesce(n.place, '') AS place,
       coalesce(n.county, '') AS county,
       coalesce(n.transit, false) AS transit,
       coalesce(n.walk_degree, 0) AS walk_degree
