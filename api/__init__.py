"""The HTTP door: parse, ask one question of `graph`, reply."""
