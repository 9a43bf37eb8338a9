// title: 城市：政府部门以名称为地点
// why: a bureau or government of a city is on that city's side; its name is its place
// params:
//   ids: {type: list<string>, about: "ids to derive"}
MATCH (p:Place)
WHERE (p.code STARTS WITH '6101' OR p.code STARTS WITH '6110') AND size(p.code) <= 6 AND p.retired_in IS NULL
WITH collect(p) AS places
UNWIND $ids AS id
MATCH (n:Entity {id: id}) USING INDEX SEEK n:Entity(id)
WHERE n:Agency
WITH n, [p IN places WHERE n.name STARTS WITH p.name AND n.name <> p.name] AS found
WHERE size(found) > 0
WITH n, reduce(best = found[0], p IN found | CASE WHEN size(p.name) > size(best.name) THEN p ELSE best END) AS p
SET n.city = CASE WHEN p.code STARTS WITH '6101' THEN '西安' ELSE '商洛' END,
    n.city_reason = '名称即地点：' + p.name + '的部门',
    n.county = CASE WHEN size(p.code) = 6 THEN p.name END
