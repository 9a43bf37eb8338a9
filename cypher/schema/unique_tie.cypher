// title: 关系编号唯一
// why: two ties of one kind between the same two bodies stay two, and loading twice doubles none (model.md, Provenance)
// slots: {type: {one_of: every tie type of the schema}}
CREATE CONSTRAINT /*slot type*/PARTNER_OF IF NOT EXISTS
FOR ()-[r:/*slot type*/PARTNER_OF]-() REQUIRE r.id IS UNIQUE
