// title: 城市：代管的新区
// why: a zone without a division code counts for the city that manages it, from the date that is known
// params:
//   ids: {type: list<string>, about: "ids to derive"}
UNWIND $ids AS id
MATCH (n:Entity {id: id}) USING INDEX SEEK n:Entity(id)
WHERE (n:Place AND n.code IS NULL) OR n:Park
MATCH (n)-[r:MANAGED_BY]->(p:Place)
WHERE p.code IN ['6101', '6110'] AND r.retired_in IS NULL AND coalesce(r.inferred, false) = false
WITH n, p, r ORDER BY p.code, r.id
WITH n, head(collect({code: p.code, date: r.date_text})) AS found
WITH n, CASE WHEN found.code = '6101' THEN '西安' ELSE '商洛' END AS city, found.date AS date
SET n.city = city, n.city_reason = '由' + city + '代管' + coalesce('，截至 ' + date, '')
