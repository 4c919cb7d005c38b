"""Source, cue and content as they stand in one article's text, before anybody is resolved."""

from dataclasses import dataclass

from provenance.model.agent import AgentKind
from provenance.model.text import Spans


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """After PARC and PolNeAR: `content` the words attributed (in pieces where the text breaks them), `source` the words
    that name who said it (empty where nobody is named: "reportedly"), `cue` the words that tie the two. `via` are the
    words that name the outlets credited beside it; an outlet that is itself the source stands in both. `kind` is
    what the source looks like; None where there is none."""

    content: Spans
    source: Spans = ()
    cue: Spans = ()
    via: Spans = ()
    kind: AgentKind | None = None

    def __post_init__(self) -> None:
        if not self.content:
            raise ValueError("an attribution has content")
