// title: 有可走关系的单位
// why: the bodies between which a path may be asked for; the bench draws its random pairs from them
// columns: [id]
MATCH (n:Entity)
WHERE n.retired_in IS NULL AND n.walk_degree > 0
RETURN n.id AS id
ORDER BY id
