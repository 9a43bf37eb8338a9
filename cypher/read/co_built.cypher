// title: 企业与高校共建的平台
// why: a first statement to paste and to change; the API shows it as its example
// params:
//   limit: {type: integer, about: at most so many rows, default: 50}
// columns: [enterprise, platform, university]
MATCH (e:Enterprise)<-[a:CO_BUILT_BY]-(p:Platform)-[b:CO_BUILT_BY]->(u:University)
WHERE a.retired_in IS NULL AND b.retired_in IS NULL
RETURN e AS enterprise, p AS platform, u AS university
ORDER BY e.name, p.name, u.name
LIMIT $limit
