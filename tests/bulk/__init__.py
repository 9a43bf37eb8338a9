"""Writers of big loads: the same graph by every one of them, whatever is cut off on the way."""
