// title: 来源一览
// why: every page says what it rests on; this lists all of it, by page, keyset style, sources after a given id
// params:
//   after: {type: string, about: id after which to go on; empty from the start, default: ''}
//   limit: {type: integer, about: at most so many, default: 50}
// columns: [id, publisher, title, date, date_note, mark, url, licence, version]
MATCH (s:Source)
WHERE s.id > $after
WITH s ORDER BY s.id LIMIT $limit
OPTIONAL MATCH (v:Version {id: s.current})
OPTIONAL MATCH (l:Load {id: v.load})
WITH s, v {.id, .retrieved, .every, .due, .read, .loaded, .rejected, .left_out, .load, finished: l.finished} AS version
RETURN s.id AS id,
       coalesce(s.publisher, '') AS publisher,
       coalesce(s.title, '') AS title,
       coalesce(s.date, '') AS date,
       coalesce(s.date_note, '') AS date_note,
       coalesce(s.mark, 'N') AS mark,
       coalesce(s.url, '') AS url,
       coalesce(s.licence, '') AS licence,
       version
ORDER BY id
