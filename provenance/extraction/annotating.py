"""What follows from the words of a claim that a person marks, by the rules for those that the network finds."""

from dataclasses import dataclass

from provenance.extraction.cast import party_in
from provenance.extraction.layout import find_blocks
from provenance.extraction.lexicon import Lexicon
from provenance.extraction.manner import hedge_pattern, mode_of
from provenance.extraction.states import States
from provenance.model import Article, Mode, Spans


@dataclass(frozen=True, slots=True)
class Annotator:
    """The lists alone: nothing here needs the network."""

    lexicon: Lexicon
    states: States

    def mode(self, content: Spans, article: Article) -> Mode:
        """Of words that are attributed to somebody."""
        blocks = [block.span for block in find_blocks(article.text, article.title)]
        around = [block for block in blocks if any(block.overlaps(piece) for piece in content)]
        return mode_of(content, around, article.text)

    def about(self, text: str) -> tuple[str, ...]:
        """The states that it speaks of."""
        return self.states.codes(text)

    def party(self, words: str) -> str | None:
        """The state that these words say somebody speaks for, None where they say none."""
        code = self.states.code_of(words)
        return f"state:{code}" if code else party_in(words, self.states, self.lexicon)

    def hedged(self, cue: str) -> bool:
        return bool(hedge_pattern(self.lexicon).search(cue))
