"""What people judge of bodies that may be one: the queue, a judgement with its effect, export and import."""

from __future__ import annotations

from loaders.review.decide import decide, take_back
from loaders.review.files import export_judgements, import_judgements

__all__ = ["decide", "export_judgements", "import_judgements", "take_back"]
