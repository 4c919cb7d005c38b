"""What an article says that a speaker said."""

from dataclasses import dataclass, field
from enum import StrEnum

from provenance.model.article import digest
from provenance.model.chain import Chain
from provenance.model.text import Spans


class Mode(StrEnum):
    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"
    OWN = "own"


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """`text` is the content's characters at `spans`, pieces joined by a space; `cue` the words that attribute it, None
    in the publisher's own voice; `headline_spans` the places of the headline that say the same. `about` holds the ISO
    3166-1 codes of the states that the content speaks of, sorted; `decided` is the decision of a person that has the
    claim so, None for what the machine reads."""

    article_id: str
    revision: str
    text: str
    spans: Spans
    mode: Mode
    chain: Chain
    hedged: bool = False
    cue: str | None = None
    cue_spans: Spans = ()
    source_spans: Spans = ()
    headline_spans: Spans = ()
    about: tuple[str, ...] = ()
    decided: int | None = None
    id: str = field(init=False, compare=False)
    """From the content: the revision, the places, who speaks; and from the decision, for the machine's own reading
    stays beside what a person has in its place. The same reading gives the same id. Made once: whatever holds many
    claims against one another asks for it again and again."""

    def __post_init__(self) -> None:
        if not self.spans or not self.text.strip():
            raise ValueError("a claim has content")
        places = ",".join(f"{span.start}-{span.end}" for span in self.spans)
        agents = "|".join(f"{link.role}:{link.agent.name}" for link in self.chain.links[1:])
        decided = "" if self.decided is None else f" {self.decided}"
        made = "c" + digest(f"{self.article_id} {self.revision} {places} {agents}{decided}")[:16]
        object.__setattr__(self, "id", made)
