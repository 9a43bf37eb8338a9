// title: 清空关系，一批
// why: a hub may have more ties than one transaction of a small server holds, so ties go before their bodies
// params:
//   limit: {type: integer, about: "ties a batch"}
// columns: [removed]
MATCH ()-[r]->()
WITH r LIMIT $limit
DELETE r
RETURN count(*) AS removed
