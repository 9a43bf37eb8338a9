// title: 城市：人随任职单位
// why: the side of help is the side of the helper's home body
// params:
//   ids: {type: list<string>, about: "ids to derive"}
UNWIND $ids AS id
MATCH (n:Entity {id: id}) USING INDEX SEEK n:Entity(id)
WHERE n:Person AND n.city = '未知'
MATCH (n)-[r:WORKS_AT]->(body:Entity)
WHERE r.retired_in IS NULL AND coalesce(r.inferred, false) = false AND body.city <> '未知'
WITH n, body ORDER BY body.name, body.id
WITH n, collect(DISTINCT body.city) AS cities, head(collect(body)) AS first
SET n.city = CASE WHEN size(cities) = 1 THEN cities[0] WHEN '西安' IN cities AND '商洛' IN cities THEN '两市' ELSE first.city END,
    n.city_reason = '任职于' + first.name + '；' + first.city_reason
