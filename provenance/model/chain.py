"""The way of a claim from the page to its origin."""

from dataclasses import dataclass
from enum import StrEnum

from provenance.model.agent import Agent
from provenance.model.outlet import Standing
from provenance.model.text import Span


class Role(StrEnum):
    PUBLISHER = "publisher"
    CARRIER = "carrier"
    SPEAKER = "speaker"


class Via(StrEnum):
    """How a carrier came by the claim."""

    REPORTED = "reported"
    TOLD = "told"
    QUOTED = "quoted"
    CITED = "cited"
    SEEN = "seen"
    INTERVIEW = "interview"
    DATELINE = "dateline"


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """One agent on the way. `step` counts from the page (publisher 0); links in parallel share a step.

    `span` holds the characters that prove the link, None for the publisher and for the publisher's own voice.
    `mention` is the agent's name as the text has it there ("he"), None where the link has no span. `in_text_label`
    is what the article itself calls the outlet ("propaganda outlet"). `standing` is what the directory derives of
    the outlet at the article's day, None for an agent that is no outlet.
    """

    step: int
    role: Role
    agent: Agent
    via: Via | None = None
    span: Span | None = None
    mention: str | None = None
    in_text_label: str | None = None
    standing: Standing | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Chain:
    """Links ordered by step, publisher first, speaker last. `channel` is a way of speaking that is no outlet
    ("Telegram", "a televised address"), None where the text names none."""

    links: tuple[Link, ...]
    channel: str | None = None

    def __post_init__(self) -> None:
        steps = [link.step for link in self.links]
        if not self.links or self.links[0].role is not Role.PUBLISHER or steps != sorted(steps):
            raise ValueError("a chain starts with its publisher and its links are in the order of their steps")
        if any(link.role is Role.PUBLISHER for link in self.links[1:]):
            raise ValueError("a chain has one publisher")

    @property
    def publisher(self) -> Link:
        return self.links[0]

    @property
    def carriers(self) -> tuple[Link, ...]:
        """From the page inwards; the last ones are nearest to the origin."""
        return tuple(link for link in self.links if link.role is Role.CARRIER)

    @property
    def speakers(self) -> tuple[Link, ...]:
        """More than one where they speak jointly ("Russia and Ukraine said"), none where an outlet is the origin."""
        return tuple(link for link in self.links if link.role is Role.SPEAKER)

    @property
    def roots(self) -> tuple[Link, ...]:
        """The outlets nearest to the origin: the last carriers (several in parallel), or the publisher."""
        carriers = self.carriers
        if not carriers:
            return (self.publisher,)
        return tuple(link for link in carriers if link.step == carriers[-1].step)
