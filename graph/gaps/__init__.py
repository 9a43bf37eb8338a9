"""Where are the holes: gap rules, each a statement of `cypher/gaps/`, asked one at a time.

    rules() -> list[RuleRef]
    ask(store, rule, **params) -> Answer[GapAnswer]
    record_findings(work, version)

A rule is its file: header and statement. Every statement returns the same columns, so this package knows no rule.
"""

from graph.gaps.question import ask
from graph.gaps.record import record_findings
from graph.gaps.rules import find, needs_of, rules

__all__ = ["ask", "find", "needs_of", "record_findings", "rules"]
