"""Answers as pages: one offline html file each. Imports schema and answers only, never the store."""

from graph.views.gap import gap_page
from graph.views.node import node_page
from graph.views.page import Links, write_page
from graph.views.path import path_page
from graph.views.table import table_page

__all__ = ["Links", "gap_page", "node_page", "path_page", "table_page", "write_page"]
