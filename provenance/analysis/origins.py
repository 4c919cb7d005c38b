"""Where a claim comes from: the speaker at the end of its chain, or the outlet, or nobody who is named."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from provenance.analysis.names import outlet_key
from provenance.model import Agent, AgentKind, Claim, Mode, Standing

STATE = "state:"

SOME = 3
"""Names in a sentence that need not give all."""


class OriginKind(StrEnum):
    SPEAKER = "speaker"
    OUTLET = "outlet"
    NOBODY = "nobody"


@dataclass(frozen=True, slots=True)
class Root:
    """An outlet nearest to an origin, with its standing at the article's day, None where the directory has none."""

    agent: Agent
    standing: Standing | None


@dataclass(frozen=True, kw_only=True)
class Origin:
    """`speakers` are the agents of an origin that speaks, `roots` the outlets nearest to it. NOBODY is an unnamed
    speaker, or a claim that the text hangs on nobody ("reportedly"). Nothing here is of one claim alone: claims of the
    same people and outlets have equal origins. What follows for it is found once, not with every other that it is held
    against: slots would leave no room for that."""

    kind: OriginKind
    speakers: tuple[Agent, ...]
    roots: tuple[Root, ...]

    @cached_property
    def parties(self) -> frozenset[str]:
        """What its speakers speak for, as far as known."""
        return frozenset(speaker.party for speaker in self.speakers if speaker.party)

    @cached_property
    def outlets(self) -> frozenset[str]:
        return frozenset(outlet_key(root.agent) for root in self.roots)

    @cached_property
    def families(self) -> frozenset[str]:
        """The control families of the roots, each outlet of unknown family one of its own."""
        return frozenset(family_of(root) for root in self.roots)

    @cached_property
    def states(self) -> frozenset[str]:
        """The states whose own source this is: for which all its speakers speak, or that control all its roots."""
        spoken = [frozenset({(speaker.party or "").removeprefix(STATE)}) for speaker in self.speakers]
        controlled = [frozenset(root.standing.states if root.standing else ()) for root in self.roots]
        return common(spoken) | common(controlled)

    @cached_property
    def place(self) -> tuple[str, list[str]]:
        """Where it stands among others: of two the lesser is named first, whichever is held against the other."""
        return self.name, sorted(self.outlets)

    @cached_property
    def name(self) -> str:
        """As a sentence names it: "Vladimir Medinsky (through TASS)"."""
        roots = joined_names(root.agent.name for root in self.roots)
        if self.kind is OriginKind.OUTLET:
            return roots
        if not self.speakers:
            return f"somebody unnamed (in {roots})"
        return f"{joined_names(speaker.name for speaker in self.speakers)} (through {roots})"


def common(sets: Sequence[frozenset[str]]) -> frozenset[str]:
    """What all of them hold; nothing where there are none."""
    return frozenset.intersection(*sets) if sets else frozenset()


def joined_names(names: Iterable[str]) -> str:
    """ "Reuters, TASS and RBC"."""
    *others, last = sorted(set(names))
    return f"{', '.join(others)} and {last}" if others else last


def some_names(names: Iterable[str]) -> str:
    """The same, the first few of many: "AFP, dpa, RBC and 4 more"."""
    listed = sorted(set(names))
    more = len(listed) - SOME
    return f"{', '.join(listed[:SOME])} and {more} more" if more > 0 else joined_names(listed)


def called(claim: Claim) -> str:
    """Who publishes it, and from whom where somebody is credited: "VI Free Press (from Reuters)"."""
    publisher = claim.chain.publisher.agent.name
    roots = [link.agent.name for link in claim.chain.roots if link.agent.name != publisher]
    return f"{publisher} (from {joined_names(roots)})" if roots else publisher


def family_of(root: Root) -> str:
    return root.standing.control_family if root.standing else outlet_key(root.agent)


def origin_of(claim: Claim) -> Origin:
    """A claim has one origin, also where several speak jointly or several outlets carry it in parallel."""
    chain = claim.chain
    speakers = tuple(link.agent for link in chain.speakers)
    roots = tuple(Root(link.agent, link.standing) for link in chain.roots)
    return Origin(kind=origin_kind(claim, speakers), speakers=speakers, roots=roots)


def origin_kind(claim: Claim, speakers: tuple[Agent, ...]) -> OriginKind:
    if speakers:
        named = any(speaker.kind is not AgentKind.UNNAMED for speaker in speakers)
        return OriginKind.SPEAKER if named else OriginKind.NOBODY
    return OriginKind.OUTLET if claim.mode is Mode.OWN or claim.chain.carriers else OriginKind.NOBODY
