"""One file a subject; each route parses, asks one question and replies."""
