"""Figures that claims give for one thing: what a claim says, what others say of the same."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from provenance.matching import Figure, read_figures
from provenance.model import Claim, RelatedClaim, Span

OF_ONE_THING = ("figures-differ", "figures-agree")
"""The reasons of a comparison that hold a figure of one claim against one of the other."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldFigure:
    """A figure at its place in a claim's own text, with the bounds that its words leave open, None for none."""

    claim: str
    span: Span
    words: str
    low: float | None
    high: float | None


def figures_of(
    claim: Claim, related: Sequence[RelatedClaim], saying: Iterable[Claim]
) -> tuple[tuple[ToldFigure, ...], ...]:
    """For every figure of the claim that another claim gives otherwise: that figure first, then those of the others.
    `saying` are claims that say the same: they count where they give the same figure."""
    alike = [other for other in saying if other.id != claim.id]
    series = []
    for span in differing(related):
        own = read_figure(claim, span)
        others = {
            one.claim.id: figure
            for one in related
            for reason in one.relation.reasons
            if reason.code in OF_ONE_THING and span in reason.left
            if (figure := read_figure(one.claim, reason.right[0]))
        }
        same = {other.id: figure for other in alike if own and (figure := find_same(own, claim, other))}
        if own and others:
            series.append((own, *(same | others).values()))
    return tuple(series)


def differing(related: Iterable[RelatedClaim]) -> list[Span]:
    reasons = (reason for one in related for reason in one.relation.reasons if reason.code == "figures-differ")
    return sorted({reason.left[0] for reason in reasons if reason.left and reason.right})


def read_figure(claim: Claim, span: Span) -> ToldFigure | None:
    """None for what is no number, such as a time of day."""
    figure = next(iter(read_figures(span.of(claim.text))), None)
    if figure is None or isinstance(figure.value, str):
        return None
    low, high, _ = figure.value
    return ToldFigure(claim=claim.id, span=span, words=span.of(claim.text), low=finite(low), high=finite(high))


def find_same(own: ToldFigure, claim: Claim, other: Claim) -> ToldFigure | None:
    wanted: Figure | None = next(iter(read_figures(own.span.of(claim.text))), None)
    found = (figure for figure in read_figures(other.text) if wanted and figure.value == wanted.value)
    first = next(found, None)
    return read_figure(other, first.span) if first else None


def finite(bound: float) -> float | None:
    return bound if abs(bound) != float("inf") else None
