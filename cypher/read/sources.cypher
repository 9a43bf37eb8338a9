// title: 按编号取来源
// why: whoever shows a tie shows who stated it; one index seek an id
// params:
//   ids: {type: list<string>, about: ids of sources}
// columns: [id, publisher, title, date, date_note, mark, url]
UNWIND $ids AS id
MATCH (s:Source {id: id})
RETURN s.id AS id,
       coalesce(s.publisher, '') AS publisher,
       coalesce(s.title, '') AS title,
       coalesce(s.date, '') AS date,
       coalesce(s.date_note, '') AS date_note,
       coalesce(s.mark, 'N') AS mark,
       coalesce(s.url, '') AS url
