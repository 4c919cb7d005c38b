"""An article's sentences as a reader counts them: headline, prose and captions, without navigation."""

from provenance.extraction.bylines import find_dateline
from provenance.extraction.layout import Block, BlockKind, find_blocks
from provenance.extraction.naming import OutletFinder
from provenance.extraction.sentences import find_sentences
from provenance.model import Article, Span, Spans


def cut_sentences(article: Article, finder: OutletFinder) -> Spans:
    """In the order of the text. A dateline stands alone; of a quotation over several sentences each is one."""
    text = article.text
    blocks = [block for block in find_blocks(text, article.title) if block.kind is not BlockKind.NAVIGATION]
    _, dateline = find_dateline(text, blocks, finder.mentions(text))
    return tuple(sentence for block in blocks for sentence in _sentences(text, block, dateline))


def _sentences(text: str, block: Block, dateline: Span | None) -> Spans:
    span = block.span
    if dateline is None or not span.contains(dateline):
        return _lettered(text, span)
    head = Span(dateline.start, dateline.start + len(dateline.of(text).rstrip()))
    return (head, *_lettered(text, Span(dateline.end, span.end))) if dateline.end < span.end else (head,)


def _lettered(text: str, block: Span) -> Spans:
    """A stretch without a letter or a figure, such as a row of stars, is no sentence."""
    return tuple(span for span in find_sentences(text, block) if any(map(str.isalnum, span.of(text))))
