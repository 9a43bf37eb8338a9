"""The served pages, as a browser and as a reader of their html meets them."""
