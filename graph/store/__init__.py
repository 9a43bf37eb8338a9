"""The only importer of the driver."""

from __future__ import annotations

from graph.store.client import GraphState, Plan, Row, Store, Work
from graph.store.faults import first_line, translated
from graph.store.plain import plain
from graph.store.table import Table

__all__ = ["GraphState", "Plan", "Row", "Store", "Table", "Work", "first_line", "plain", "translated"]
