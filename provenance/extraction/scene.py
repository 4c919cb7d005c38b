"""Who spoke so far, and what else is needed to tell who speaks."""

from collections.abc import Mapping
from dataclasses import dataclass

from provenance.extraction.cast import Cast
from provenance.extraction.lexicon import Lexicon
from provenance.extraction.places import Places
from provenance.extraction.states import States
from provenance.model import Agent, Span


@dataclass(frozen=True, slots=True)
class Speaker:
    agent: Agent
    span: Span


@dataclass(frozen=True, slots=True)
class Scene:
    """What is needed to tell who speaks: the article's text, its people, the bodies and subjects of sentences that the
    network saw."""

    text: str
    cast: Cast
    bodies: tuple[Span, ...]
    subjects: Places
    acronyms: Mapping[str, str]
    states: States
    lexicon: Lexicon
