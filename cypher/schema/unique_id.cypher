// title: 节点编号唯一
// why: one uniqueness constraint on Entity.id makes every end of a tie one index seek; the books have their own
// slots: {label: {one_of: Entity and the bookkeeping labels with an id}}
CREATE CONSTRAINT /*slot label*/Entity IF NOT EXISTS
FOR (n:/*slot label*/Entity) REQUIRE n.id IS UNIQUE
