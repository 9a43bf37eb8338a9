"""The first load of a large source: what its rows say is kept on disk, and put together a part at a time."""
