// title: 城市：从区划代码与来源所述
// why: a division code decides for a place; for all else what a source states counts until a place decides
// params:
//   ids: {type: list<string>, about: "ids to derive"}
UNWIND $ids AS id
MATCH (n:Entity {id: id}) USING INDEX SEEK n:Entity(id)
WITH n, CASE WHEN n:Place THEN n.code END AS code
OPTIONAL MATCH (c:Place {code: left(code, 6)})
WHERE size(code) >= 6 AND c.retired_in IS NULL
WITH n, code, min(c.name) AS county
OPTIONAL MATCH (t:Place {code: left(code, 4)})
WHERE size(code) >= 4 AND t.retired_in IS NULL
WITH n, code, county, min(t.name) AS town
WITH n, county, town, code,
     CASE
       WHEN code STARTS WITH '6101' THEN ['西安', '区划代码 ' + code + '，属西安市']
       WHEN code STARTS WITH '6110' THEN ['商洛', '区划代码 ' + code + '，属商洛市']
       WHEN size(code) >= 4 THEN ['其他', '区划代码 ' + code + coalesce('，属' + town, '') + '，不属西安、商洛']
       WHEN code IS NOT NULL AND code <> '61' THEN ['其他', n.name + '不属西安、商洛']
       WHEN code IS NOT NULL THEN ['未知', '省级区划，不归一市']
       WHEN n.city_stated IS NOT NULL THEN [n.city_stated, n.city_stated_reason]
       WHEN n:Place AND n.name STARTS WITH '杨凌' THEN ['其他', '杨凌是省属示范区，不属西安']
       WHEN n:Place AND n.kind = '市' THEN ['其他', n.name + '不属西安、商洛']
       ELSE ['未知', '来源未给出地点']
     END AS found
SET n.city = found[0], n.city_reason = found[1], n.county = county
