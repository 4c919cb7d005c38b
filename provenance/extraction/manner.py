"""How a claim is told: in quotation marks or not, with a hedge or plainly."""

import re
from collections.abc import Sequence

from provenance.extraction.lexicon import Lexicon
from provenance.extraction.quotations import find_quotations
from provenance.model import Mode, Span, Spans, joined

_SENTENCE_WORDS = 8
_DIRECT_SHARE = 0.9


def mode_of(content: Spans, paragraphs: Sequence[Span], text: str) -> Mode:
    """Of words that are attributed. `paragraphs` are those in which they stand."""
    quotations = [
        Span(paragraph.start + quotation.start, paragraph.start + quotation.end)
        for paragraph in paragraphs
        for quotation in find_quotations(paragraph.of(text))
    ]
    words = [Span(p.start + m.start(), p.start + m.end()) for p in content for m in re.finditer(r"\w+", p.of(text))]
    quoted = sum(any(quotation.contains(word) for quotation in quotations) for word in words)
    if not quoted:
        return Mode.INDIRECT
    return Mode.DIRECT if quoted >= _DIRECT_SHARE * len(words) and _is_sentence(content, text) else Mode.MIXED


def hedge_pattern(lexicon: Lexicon) -> re.Pattern[str]:
    hedges = "|".join(re.escape(hedge) for hedge in sorted(lexicon.hedges, key=lambda hedge: (-len(hedge), hedge)))
    return re.compile(rf"(?<!\w)(?:{hedges})(?!\w)", re.IGNORECASE)


def _is_sentence(content: Spans, text: str) -> bool:
    """A sentence in quotation marks is direct speech; a few words of one are not."""
    words = re.findall(r"[^\W_]+", joined(content, text))
    return bool(words) and (words[0][0].isupper() or len(words) >= _SENTENCE_WORDS)
