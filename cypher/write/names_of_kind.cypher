// title: 一类主体的全部名称
// why: a new body is compared with those of its kind, so that look-alikes are shown to a person
// slots: {kind: {one_of: labels}}
// columns: [id, name, city, place]
MATCH (n:/*slot kind*/University)
WHERE n.retired_in IS NULL
RETURN n.id AS id, n.name AS name, coalesce(n.city, '未知') AS city, coalesce(n.county, n.place, '') AS place
