"""Source, cue and content as they stand in one article's text, before anybody is resolved."""

from dataclasses import dataclass

from provenance.model.text import Spans


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """After PARC and PolNeAR: `content` the words attributed (in pieces where the text breaks them), `source` the words
    that name who said it (empty where nobody is named: "reportedly"), `cue` the words that tie the two."""

    content: Spans
    source: Spans = ()
    cue: Spans = ()

    def __post_init__(self) -> None:
        if not self.content:
            raise ValueError("an attribution has content")
