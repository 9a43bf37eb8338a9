// title: 空白规则所需的收录范围
// why: every list that speaks of what a rule needs, complete or not, so that an answer can name what it looked at
// params:
//   needs: {type: list<map>, about: "maps of about, subkind, role: the coverage of a rule's header"}
// columns: [need, id, source, publisher, title, about, subkind, place, first, last, complete, claimed_by, declared, loaded, retrieved, every, due]
UNWIND range(0, size($needs) - 1) AS need
MATCH (c:Coverage {about: $needs[need].about})
WHERE c.retired_in IS NULL
  AND coalesce(c.subkind, '') IN ['', coalesce($needs[need].subkind, '')]
  AND coalesce(c.role, '') IN ['', coalesce($needs[need].role, '')]
OPTIONAL MATCH (s:Source {id: c.source})
OPTIONAL MATCH (v:Version {id: c.version})
RETURN need,
       c.id AS id,
       c.source AS source,
       coalesce(c.publisher, '') AS publisher,
       coalesce(s.title, '') AS title,
       c.about AS about,
       coalesce(c.subkind, '') AS subkind,
       coalesce(c.place, '') AS place,
       c.first AS first,
       c.last AS last,
       coalesce(c.complete, false) AS complete,
       coalesce(c.claimed_by, 'publisher') AS claimed_by,
       c.declared AS declared,
       c.loaded AS loaded,
       v.retrieved AS retrieved,
       v.every AS every,
       v.due AS due
ORDER BY need, complete DESC, source, place, id
