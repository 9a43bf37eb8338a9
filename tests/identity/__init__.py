"""Identity: the gold set of pairs of names and what is held to it."""
