// title: 县区与产业链的名称
// why: a county or chain that is no one's is an error, never an empty answer
// columns: [counties, chains]
CALL () {
  MATCH (p:Place) WHERE p.kind = '县区' AND p.city IN ['西安', '商洛']
  WITH p ORDER BY p.code
  RETURN collect(p.name) AS counties
}
CALL (counties) {
  MATCH (c:Chain) WHERE c.retired_in IS NULL
  WITH c ORDER BY c.name
  RETURN collect(c.name) AS chains
}
RETURN counties, chains
