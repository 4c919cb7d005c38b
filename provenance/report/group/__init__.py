"""A group of claims that say the same, told and drawn."""

from provenance.report.group.document import group_document
from provenance.report.group.facts import GroupFacts
from provenance.report.group.schema import GroupDocument

__all__ = ["GroupDocument", "GroupFacts", "group_document"]
