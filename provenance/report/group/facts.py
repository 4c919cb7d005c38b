"""What is known of a group, before it is told."""

from dataclasses import dataclass

from provenance.analysis import Attestation, ToldFigure
from provenance.matching import Reprint
from provenance.model import Group, ToldClaim


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupFacts:
    """`members` are its claims in the order of publication; `against` the id of the one that others are held against:
    what they are to it stands in `attestation.related`, `left_off` more were not read; `figures` are a series for each
    figure of it that others give otherwise."""

    group: Group
    members: tuple[ToldClaim, ...]
    attestation: Attestation
    reprints: tuple[Reprint, ...]
    against: str
    left_off: int
    figures: tuple[tuple[ToldFigure, ...], ...]
