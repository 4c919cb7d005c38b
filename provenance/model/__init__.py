"""The words of the domain: frozen values, standard library only, nothing read or written."""

from provenance.model.agent import Agent, AgentKind
from provenance.model.article import Article, digest
from provenance.model.attribution import Attribution
from provenance.model.chain import Chain, Link, Role, Via
from provenance.model.circle import Circle, CircleKind
from provenance.model.claim import Claim, Mode
from provenance.model.day import Day, Interval
from provenance.model.outlet import (
    Ambiguity,
    Assertion,
    Basis,
    Classification,
    Confidence,
    Evidence,
    Label,
    Outlet,
    OutletDomain,
    OutletName,
    OutletRelation,
    Standing,
    StateAffiliation,
)
from provenance.model.relation import (
    Agreement,
    Comparison,
    Group,
    Independence,
    Reason,
    Relation,
    RelationKind,
)
from provenance.model.report import (
    Caution,
    CautionCode,
    Finding,
    MadeWith,
    OriginCount,
    OutletEntry,
    RelatedClaim,
    Report,
    Totals,
)
from provenance.model.text import Span, Spans, joined
from provenance.model.version import Edit, EditCode, Fate, SentencePair, StoryDiff, Version

__all__ = [
    "Agent",
    "AgentKind",
    "Agreement",
    "Ambiguity",
    "Article",
    "Assertion",
    "Attribution",
    "Basis",
    "Caution",
    "CautionCode",
    "Chain",
    "Circle",
    "CircleKind",
    "Claim",
    "Classification",
    "Comparison",
    "Confidence",
    "Day",
    "Edit",
    "EditCode",
    "Evidence",
    "Fate",
    "Finding",
    "Group",
    "Independence",
    "Interval",
    "Label",
    "Link",
    "MadeWith",
    "Mode",
    "OriginCount",
    "Outlet",
    "OutletDomain",
    "OutletEntry",
    "OutletName",
    "OutletRelation",
    "Reason",
    "RelatedClaim",
    "Relation",
    "RelationKind",
    "Report",
    "Role",
    "SentencePair",
    "Span",
    "Spans",
    "Standing",
    "StateAffiliation",
    "StoryDiff",
    "Totals",
    "Version",
    "Via",
    "digest",
    "joined",
]
