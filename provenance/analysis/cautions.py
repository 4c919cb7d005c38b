"""What a reader should weigh about a claim; the same rules for every state and every outlet."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from provenance.analysis.origins import (
    Origin,
    OriginKind,
    Root,
    called,
    family_of,
    joined_names,
    origin_of,
    some_names,
)
from provenance.model import (
    Agreement,
    Caution,
    CautionCode,
    Claim,
    Link,
    Mode,
    OriginCount,
    RelatedClaim,
    Role,
    Standing,
    StateAffiliation,
)

AFFILIATED = (StateAffiliation.YES, StateAffiliation.DISPUTED)

OF_OUTLETS = frozenset({CautionCode.SINGLE_FAMILY, CautionCode.STATE_AFFILIATED_ONLY})
"""They rest on what the outlets are through which a claim is known to come."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A claim with all that a caution may rest on. `saying` are the origins of everybody who says the same, itself
    included, each once; `backing` those of them that it is known to rest on: what is not known to be another witness
    adds nothing. `unsure` are the publishers of those that say the same and of which nobody knows whether they have it
    from somebody else; `beside` the claims of its group that do not say the same by their own words."""

    claim: Claim
    saying: Sequence[Origin]
    backing: Sequence[Origin]
    unsure: frozenset[str]
    count: OriginCount
    relations: Sequence[RelatedClaim]
    beside: Sequence[Claim] = ()
    circle: str | None = None
    """A sentence on the circle or the one root that it is part of within its group."""
    gains: Sequence[str] = ()
    """Sentences on those that have it with less certainty, and of which this claim was made."""
    resembles: str | None = None
    """What the host of the claim's page resembles without being it, in a sentence."""

    @property
    def roots(self) -> list[Root]:
        return [root for origin in self.backing for root in origin.roots]

    @property
    def known_roots(self) -> tuple[str, ...]:
        """The outlets among the roots, by id."""
        return tuple(dict.fromkeys(root.agent.outlet for root in self.roots if root.agent.outlet))

    @property
    def proviso(self) -> str:
        """A sentence on those who say the same and may have it from the same origins; empty where there are none."""
        names = self.unsure - {root.agent.name for root in self.roots}
        return f" Whether {joined_names(names)} had it from elsewhere is not known." if names else ""

    @property
    def outlets(self) -> list[Link]:
        """The outlets of this claim's own chain."""
        return [link for link in self.claim.chain.links if link.role is not Role.SPEAKER]


def find_cautions(case: Case) -> tuple[Caution, ...]:
    """In the order of the rules."""
    return tuple(
        Caution(code=code, text=text, outlets=case.known_roots if code in OF_OUTLETS else ())
        for code, rule in RULES
        for text in rule(case)
    )


def single_source(case: Case) -> Iterator[str]:
    """An attributed claim with fewer than two independent origins; the publisher's own voice is `unattributed`."""
    if case.claim.mode is Mode.OWN or case.count.independent >= 2:
        return
    if case.count.origins == 1:
        yield f"Only one origin is known: {origin_of(case.claim).name}."
    else:
        name = origin_of(case.claim).name
        yield f"{case.count.origins} origins are known, but none of them is known to be independent of {name}."


def single_family(case: Case) -> Iterator[str]:
    outlets = {root.agent.name for root in case.roots}
    families = {family_of(root) for root in case.roots}
    if len(outlets) > 1 and len(families) == 1 and all(root.standing for root in case.roots):
        names = joined_names(outlets)
        yield f"{names}, through which all of it comes, are under one control ({families.pop()}).{case.proviso}"


def state_affiliated_only(case: Case) -> Iterator[str]:
    ratings = [rating_of(root.standing) for root in case.roots]
    if StateAffiliation.YES in ratings and all(rating in AFFILIATED for rating in ratings):
        names = joined_names(root.agent.name for root in case.roots)
        disputed = {root.agent.name for root in case.roots if rating_of(root.standing) is StateAffiliation.DISPUTED}
        doubt = f" Of {joined_names(disputed)} that is disputed." if disputed else ""
        others = {called(claim) for claim in case.beside if not is_affiliated(claim)}
        told = f" Look at its group too: {some_names(others)} may say so in other words." if others else ""
        yield f"It rests on state-affiliated outlets alone: {names}.{doubt}{case.proviso}{told}"


def is_affiliated(claim: Claim) -> bool:
    """Whether all outlets that it comes from are, or are disputed to be."""
    return all(rating_of(link.standing) in AFFILIATED for link in claim.chain.roots)


def rating_of(standing: Standing | None) -> StateAffiliation:
    return standing.state_affiliated if standing else StateAffiliation.UNKNOWN


def unnamed_only(case: Case) -> Iterator[str]:
    if all(origin.kind is OriginKind.NOBODY for origin in case.saying):
        yield "Nobody who says so is named."


def unattributed(case: Case) -> Iterator[str]:
    if case.claim.mode is Mode.OWN:
        roots = joined_names(root.agent.name for root in case.claim.chain.roots)
        yield f"{roots} says so in its own voice and names no source."


def hearsay(case: Case) -> Iterator[str]:
    nobody = case.claim.mode is not Mode.OWN and not case.claim.chain.speakers and not case.claim.chain.carriers
    if case.claim.hedged or nobody:
        yield "The text itself reports it as hearsay."


def circular(case: Case) -> Iterator[str]:
    if case.circle:
        yield case.circle


def gains_certainty(case: Case) -> Iterator[str]:
    yield from case.gains


def contradicted(case: Case) -> Iterator[str]:
    others = [related for related in case.relations if related.relation.agreement is Agreement.CONFLICTS]
    if others:
        yield f"Contradicted by {joined_names(origin_of(related.claim).name for related in others)}."


def figures_differ(case: Case) -> Iterator[str]:
    others = [related for related in case.relations if related.relation.agreement is Agreement.FIGURES_DIFFER]
    if others:
        yield f"Other figures come from {joined_names(origin_of(related.claim).name for related in others)}."


def self_interest(case: Case) -> Iterator[str]:
    for state in case.claim.about:
        if all(state in origin.states for origin in case.backing):
            yield (
                f"It speaks of the state {state}, and all that it is known to rest on speak for that state "
                f"or are under its control.{case.proviso}"
            )


def unknown_outlet(case: Case) -> Iterator[str]:
    names = [link.agent.name for link in case.outlets if link.standing is None]
    if names:
        yield f"The directory does not know {joined_names(names)}."


def disputed_label(case: Case) -> Iterator[str]:
    disputed = [
        link.agent.name
        for link in case.outlets
        if link.standing and link.standing.state_affiliated is StateAffiliation.DISPUTED
    ]
    if disputed:
        yield f"Raters disagree on whether {joined_names(disputed)} is state-affiliated."


def look_alike(case: Case) -> Iterator[str]:
    if case.resembles:
        yield case.resembles


RULES: tuple[tuple[CautionCode, Callable[[Case], Iterator[str]]], ...] = (
    (CautionCode.SINGLE_SOURCE, single_source),
    (CautionCode.SINGLE_FAMILY, single_family),
    (CautionCode.STATE_AFFILIATED_ONLY, state_affiliated_only),
    (CautionCode.UNNAMED_ONLY, unnamed_only),
    (CautionCode.UNATTRIBUTED, unattributed),
    (CautionCode.HEARSAY, hearsay),
    (CautionCode.CIRCULAR, circular),
    (CautionCode.GAINS_CERTAINTY, gains_certainty),
    (CautionCode.CONTRADICTED, contradicted),
    (CautionCode.FIGURES_DIFFER, figures_differ),
    (CautionCode.SELF_INTEREST, self_interest),
    (CautionCode.UNKNOWN_OUTLET, unknown_outlet),
    (CautionCode.DISPUTED_LABEL, disputed_label),
    (CautionCode.LOOK_ALIKE, look_alike),
)
