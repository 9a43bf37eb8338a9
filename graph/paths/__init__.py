"""How is A connected to B? Simple paths between two bodies, ranked, each tie with its sources; or why there is none."""

from graph.paths.find import find_paths
from graph.paths.question import PathQuestion

__all__ = ["PathQuestion", "find_paths"]
