"""Libraries that are loaded at their first use, for modules that use one throughout.

    if TYPE_CHECKING:
        import polars as pl
    else:
        pl = late("polars")

Every `xishang load` comes past such a module, also for a source that has not changed and is skipped: it takes about
0.6 s of CPU in all, of which polars would be a further 0.2.
"""

from __future__ import annotations

import importlib.util
import sys
from types import ModuleType


def late(name: str) -> ModuleType:
    """The module of this name, which loads itself when something of it is asked for. Raises `ImportError` at once."""
    if name in sys.modules:
        return sys.modules[name]
    spec = importlib.util.find_spec(name)
    if spec is None or spec.loader is None:
        raise ImportError(f"no library {name}", name=name)
    loader = importlib.util.LazyLoader(spec.loader)
    spec.loader = loader
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    loader.exec_module(module)
    return module
