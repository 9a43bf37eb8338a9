// title: 城市：从所在地点
// why: >-
//   a body is where its sites are, through parks and parts of places; run until no place and no park changes, since a park
//   may be in a zone that is itself part of another. A site in each of the two cities is both; a plan places nothing. The
//   end of MANAGED_BY has no label here: as a Place it was the start of the plan in a graph of little but places
// params:
//   ids: {type: list<string>, about: "ids to derive"}
// columns: [changed]
UNWIND $ids AS id
MATCH (n:Entity {id: id}) USING INDEX SEEK n:Entity(id)
WHERE NOT (n:Place AND n.code IS NOT NULL)
  AND NOT EXISTS { (n)-[r:MANAGED_BY]->(p) WHERE p.code IN ['6101', '6110'] AND r.retired_in IS NULL }
MATCH (n)-[r:LOCATED_IN|PART_OF]->(site:Entity)
WHERE r.retired_in IS NULL AND coalesce(r.inferred, false) = false AND r.stage <> 'planned'
  AND (site:Place OR site:Park) AND (n:Place OR type(r) = 'LOCATED_IN') AND site.city <> '未知'
WITH n, site ORDER BY site.name, site.id
WITH n, collect(DISTINCT site) AS sites
WITH n, sites, [s IN sites WHERE s.city IN ['西安', '两市']] AS xian, [s IN sites WHERE s.city IN ['商洛', '两市']] AS shangluo,
     [s IN sites WHERE s.city = '其他'] AS other
WITH n, sites, other, CASE
       WHEN size(xian) > 0 AND size(shangluo) > 0
         THEN ['两市', '在西安（' + xian[0].name + '）与商洛（' + shangluo[0].name + '）均有场所']
       WHEN size(xian) > 0 THEN ['西安', '位于' + xian[0].name + '；' + xian[0].city_reason]
       WHEN size(shangluo) > 0 THEN ['商洛', '位于' + shangluo[0].name + '；' + shangluo[0].city_reason]
       ELSE ['其他', '位于' + other[0].name + '；' + other[0].city_reason]
     END AS found
WITH n, found[0] AS city,
     found[1] + CASE WHEN found[0] <> '其他' AND size(other) > 0 THEN '；另在' + other[0].name ELSE '' END AS reason,
     reduce(all = [], s IN sites | CASE WHEN s.county IS NULL OR s.county IN all THEN all ELSE all + s.county END) AS counties
WITH n, city, reason, CASE
       WHEN size(counties) > 0 THEN reduce(text = counties[0], c IN counties[1..] | text + '、' + c)
       ELSE n.county
     END AS county
WHERE n.city <> city OR n.city_reason <> reason OR coalesce(n.county, '') <> coalesce(county, '')
SET n.city = city, n.city_reason = reason, n.county = county
RETURN count(CASE WHEN n:Place OR n:Park THEN n END) AS changed
