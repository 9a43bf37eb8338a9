"""Which body a name means: names taken apart, curated aliases, the registry of identifiers, and the resolver."""
