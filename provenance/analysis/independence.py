"""Are two claims two witnesses, or one witness twice? Judged by their origins alone."""

from collections.abc import Callable
from dataclasses import dataclass

from provenance.analysis.names import outlet_key, same_agent
from provenance.analysis.origins import STATE, Origin, OriginKind, family_of, joined_names, origin_of
from provenance.matching import Reprint
from provenance.model import AgentKind, Claim, Independence, Reason

Verdict = tuple[Independence, tuple[Reason, ...]]

DECIDED = "decision"
"""The code of a reason that a person gave."""

ONE_ORIGIN = frozenset({"same-speaker", "same-party", "same-outlet"})
"""Reasons for which the later of two claims is the origin's own revision of the earlier."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two origins, whichever comes first; `same_sentence` is what comparing the words of their claims found."""

    one: Origin
    other: Origin
    same_sentence: bool = False


def independence(left: Claim, right: Claim, reprint: Reprint | None, same_sentence: bool = False) -> Verdict:
    """With the first reason that decides; `reprint` is what ties the two claims' articles, None where nothing does.
    What is not known never makes two origins independent."""
    if reprint is not None:
        return reprinted(left, right, reprint)
    return judge(origin_of(left), origin_of(right), same_sentence)


def reprinted(left: Claim, right: Claim, reprint: Reprint) -> Verdict:
    names = joined_names(claim.chain.publisher.agent.name for claim in (left, right))
    return dependent("reprint", f"{names}: one article reprints the other. {reprint.reason}")


def judge(left: Origin, right: Origin, same_sentence: bool) -> Verdict:
    """By the rules alone."""
    one, other = (left, right) if left.place <= right.place else (right, left)
    pair = Pair(one, other, same_sentence)
    for rule in RULES:
        if decision := rule(pair):
            return decision
    text = f"{one.name} and {other.name} have nothing known in common."
    return Independence.INDEPENDENT, (Reason(code="different-origins", text=text),)


def speaks_again(left: Claim, right: Claim, reprint: Reprint | None) -> bool:
    """Whether both are one origin's own word. What another publisher's copy has otherwise is the copy's."""
    if reprint is not None and outlet_key(left.chain.publisher.agent) != outlet_key(right.chain.publisher.agent):
        return False
    pair = Pair(origin_of(left), origin_of(right))
    verdicts = (rule(pair) for rule in (same_speaker, same_party, same_root))
    return any(verdict[1][0].code in ONE_ORIGIN for verdict in verdicts if verdict)


def dependent(code: str, text: str) -> Verdict:
    return Independence.DEPENDENT, (Reason(code=code, text=text),)


def unknown(code: str, text: str) -> Verdict:
    return Independence.UNKNOWN, (Reason(code=code, text=text),)


def same_speaker(pair: Pair) -> Verdict | None:
    for speaker in pair.one.speakers:
        if any(same_agent(speaker, counterpart) for counterpart in pair.other.speakers):
            return dependent("same-speaker", f"{speaker.name} speaks in both.")
    return None


def same_party(pair: Pair) -> Verdict | None:
    if shared := sorted(pair.one.parties & pair.other.parties):
        names = joined_names(speaker.name for speaker in (*pair.one.speakers, *pair.other.speakers))
        return dependent("same-party", f"{names} speak for one party ({party_name(shared[0])}).")
    return None


def party_name(party: str) -> str:
    return f"the state {party.removeprefix(STATE)}" if party.startswith(STATE) else party.partition(":")[2] or party


def same_root(pair: Pair) -> Verdict | None:
    shared = [root.agent.name for root in pair.one.roots if outlet_key(root.agent) in pair.other.outlets]
    if not shared:
        return None
    code = "same-outlet" if pair.one.kind is pair.other.kind is OriginKind.OUTLET else "same-root"
    return dependent(code, f"Both come through {joined_names(shared)}.")


def same_family(pair: Pair) -> Verdict | None:
    """Outlets under one controller are one origin; so are speakers of whom all is known through them."""
    shared = pair.one.families & pair.other.families
    outlets_speak = pair.one.kind is pair.other.kind is OriginKind.OUTLET
    if not shared or not (outlets_speak or len(pair.one.families | pair.other.families) == 1):
        return None
    names = joined_names(root.agent.name for root in (*pair.one.roots, *pair.other.roots) if family_of(root) in shared)
    return dependent("same-family", f"{names} are under one control ({', '.join(sorted(shared))}).")


def same_sentence(pair: Pair) -> Verdict | None:
    """Background that stands in two outlets' own voices word for word: nobody says who wrote it, so it adds nothing."""
    if not (pair.same_sentence and pair.one.kind is pair.other.kind is OriginKind.OUTLET):
        return None
    text = "The same sentence stands word for word in both: one of them or a third wrote it first."
    return unknown("same-sentence", text)


def unnamed(pair: Pair) -> Verdict | None:
    for origin in (pair.one, pair.other):
        if origin.kind is OriginKind.NOBODY:
            return unknown("unnamed", f"Who {origin.name} is remains unknown: it may be the same witness.")
    return None


def unknown_outlet(pair: Pair) -> Verdict | None:
    names = [root.agent.name for root in (*pair.one.roots, *pair.other.roots) if root.standing is None]
    if not names:
        return None
    return unknown("unknown-outlet", f"The directory does not know {joined_names(names)}, nor who controls it.")


def unknown_party(pair: Pair) -> Verdict | None:
    names = [
        speaker.name
        for speaker in (*pair.one.speakers, *pair.other.speakers)
        if speaker.kind is AgentKind.PERSON and speaker.party is None
    ]
    return unknown("unknown-party", f"The text does not say for whom {joined_names(names)} speaks.") if names else None


def state_and_its_outlet(pair: Pair) -> Verdict | None:
    """An outlet that shares a state's interest may merely pass on what the state's officials say."""
    for official, outlet in ((pair.one, pair.other), (pair.other, pair.one)):
        spoken = {party.removeprefix(STATE) for party in official.parties if party.startswith(STATE)}
        if outlet.kind is OriginKind.OUTLET and (shared := sorted(spoken & served_states(outlet))):
            text = f"{outlet.name} shares the interest of the state {shared[0]}, for which {official.name} speaks."
            return unknown("state-and-its-outlet", text)
    return None


def shared_interest(pair: Pair) -> Verdict | None:
    """Outlets of one state's interest, where raters dispute that the state controls them both."""
    if not pair.one.kind is pair.other.kind is OriginKind.OUTLET:
        return None
    shared = sorted(served_states(pair.one) & served_states(pair.other))
    if not shared:
        return None
    text = f"{pair.one.name} and {pair.other.name} are both said to serve the state {shared[0]}: they may be one voice."
    return unknown("shared-interest", text)


def served_states(origin: Origin) -> set[str]:
    return {state for root in origin.roots if root.standing for state in root.standing.states}


RULES: tuple[Callable[[Pair], Verdict | None], ...] = (
    same_speaker,
    same_party,
    same_root,
    same_family,
    same_sentence,
    unnamed,
    unknown_outlet,
    unknown_party,
    state_and_its_outlet,
    shared_interest,
)
"""Tried in this order: what makes one origin of two comes before what is not known."""
