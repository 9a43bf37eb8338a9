// title: 记一条判定
// why: append-only, in the transaction of its effect; a judgement is taken back by a later one
// params:
//   id: {type: string, about: "id of the entry"}
//   kind: {type: string, about: "same, different, unsure or hide"}
//   ids: {type: list<string>, about: "ids judged"}
//   hash: {type: string, about: "hash of a hidden person, else empty"}
//   reason: {type: string, about: "why"}
//   who: {type: string, about: "who, or which rule"}
//   at: {type: string, about: "time, ISO 8601"}
//   sequence: {type: integer, about: "number of the entry"}
CREATE (j:Journal {id: $id})
SET j.kind = $kind, j.ids = $ids, j.hash = $hash, j.reason = $reason, j.who = $who, j.at = $at, j.sequence = $sequence
