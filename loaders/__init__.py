"""Files as published → graph."""
