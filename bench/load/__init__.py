"""How fast a graph is written: our writers and the whole pipeline beside peers, on a made-up world."""
