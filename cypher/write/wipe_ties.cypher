// title: 清空一类关系，一批
// why: a hub may have more ties than one transaction of a small server holds, so ties go before their bodies
// params:
//   limit: {type: integer, about: "ties a batch"}
// slots: {type: {one_of: tie types}}
// columns: [removed]
MATCH ()-[r:/*slot type*/PARTNER_OF]->()
WITH r LIMIT $limit
DELETE r
RETURN count(*) AS removed
