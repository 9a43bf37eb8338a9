"""The knowledge graph of the innovation resources of Xi'an and Shangluo: what is in it and what can be asked of it."""
