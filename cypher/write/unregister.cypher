// title: 注销编号与名称
// why: the registry holds names; of a person who asks to be left out none is kept
// params:
//   entity: {type: string, about: "id"}
MATCH (i:Identifier)
WHERE i.entity = $entity OR i.value = $entity
DELETE i
