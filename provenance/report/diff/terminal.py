"""A difference as text for a terminal."""

from collections.abc import Iterable
from typing import cast

from rich.console import Group, RenderableType
from rich.text import Text

from provenance.model import MadeWith, StoryDiff
from provenance.report.diff.document import diff_to_dict
from provenance.report.diff.pieces import cleaned, cut_side
from provenance.report.diff.schema import DiffDocument, EditDocument, SentenceDocument, SideDocument
from provenance.report.diff.wording import (
    EDITS,
    SENTENCES,
    fate_in_words,
    shown_sentences,
    summary_in_words,
    version_in_words,
)
from provenance.report.plain import everywhere, for_terminal
from provenance.report.schema import ArticleDocument
from provenance.report.terminal import hung, indented, printed, titled
from provenance.report.wording import place_in_words

_LABEL = 14
_STYLES = {"changed": "bold", "reworded": "magenta", "dropped": "red", "added": "green", "kept": "dim"}


def render_diff_text(diff: StoryDiff, made_with: MadeWith, width: int, colour: bool) -> str:
    """As a report: lines of at most `width` columns, colours only where they are asked for. Words that one side alone
    has stand in square brackets with a sign, so that nothing depends on colour: [-gone-], [+new+]."""
    document = diff_to_dict(diff, made_with)
    return printed(_parts(document, cast("DiffDocument", everywhere(for_terminal, document))), width, colour)


def _parts(document: DiffDocument, shown: DiffDocument) -> Iterable[RenderableType]:
    yield _version("First", shown["before"])
    yield _version("Second", shown["after"])
    yield Group(Text(), Text(summary_in_words(shown), style="bold"))
    if shown["versions"]:
        yield from _whole(shown)
    if shown["in_common"] and not shown["identical"]:
        yield titled(SENTENCES[shown["versions"]])
        yield from (_sentence(sentence, shown["versions"]) for _, sentence in shown_sentences(document))
    yield titled("What this comparison does not say")
    yield from (indented(Text(limit)) for limit in shown["limits"])


def _whole(shown: DiffDocument) -> Iterable[RenderableType]:
    if shown["note"]:
        yield _edited("!", shown["note"])
    yield from map(_edit, shown["edits"])


def _version(label: str, article: ArticleDocument) -> RenderableType:
    title = Text(article["title"] or "Untitled article", style="bold")
    place = place_in_words(article)
    facts = " · ".join(fact for fact in (version_in_words(article), place) if fact)
    return hung(Text(label, style="dim"), 6, title, Text(facts, style="dim"))


def _sentence(sentence: SentenceDocument, are_versions: bool) -> RenderableType:
    """What was changed is told of versions alone."""
    label = Text(fate_in_words(sentence), style=_STYLES[sentence["fate"]])
    before, after = sentence["before"], sentence["after"]
    if sentence["fate"] == "kept" and after:
        lines = [_side(after, "", "+", "dim")]
    else:
        lines = [
            _side(side, sign, sign, style)
            for side, sign, style in ((before, "-", "red"), (after, "+", "green"))
            if side
        ]
    return Group(Text(), hung(label, _LABEL, *lines, *map(_edit, sentence["edits"] if are_versions else ())))


def _side(side: SideDocument, lead: str, sign: str, style: str) -> RenderableType:
    text = Text()
    for piece in (cleaned(piece, for_terminal) for piece in cut_side(side)):
        text.append(f"[{sign}{piece.text}{sign}]" if piece.differs else piece.text, style if piece.differs else "")
    return hung(Text(lead, style=style), 1, text) if lead else text


def _edit(edit: EditDocument) -> RenderableType:
    cleaned_text = for_terminal(edit["text"])
    return hung(Text("!", style="bold yellow"), 1, Text.assemble((EDITS[edit["code"]], "bold"), f": {cleaned_text}"))


def _edited(sign: str, words: str) -> RenderableType:
    return hung(Text(sign, style="bold yellow"), 1, Text(words))
