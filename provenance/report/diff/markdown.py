"""A difference as Markdown (CommonMark with GitHub's tables and strikethrough)."""

from collections.abc import Iterator

from provenance.model import MadeWith, StoryDiff
from provenance.report.diff.document import diff_to_dict
from provenance.report.diff.pieces import cleaned, cut_side
from provenance.report.diff.schema import DiffDocument, EditDocument, SentenceDocument, SideDocument
from provenance.report.diff.wording import (
    EDITS,
    FATES,
    SENTENCES,
    fate_in_words,
    shown_sentences,
    summary_in_words,
    version_in_words,
)
from provenance.report.markdown import linked, listed, plain, table
from provenance.report.plain import for_terminal
from provenance.report.schema import ArticleDocument
from provenance.report.wording import place_in_words


def render_diff_markdown(diff: StoryDiff, made_with: MadeWith) -> str:
    """Headings, a list of what weighs, one section a sentence; words that only the first version has are struck
    through, words that only the second has are bold."""
    document = diff_to_dict(diff, made_with)
    made = document["made_with"]
    blocks = [
        "# What the second version changed" if document["versions"] else "# Two reports side by side",
        _version("First", document["before"]),
        _version("Second", document["after"]),
        f"**{plain(summary_in_words(document))}**",
        *([plain(document["note"])] if document["note"] and document["versions"] else []),
        *_body(document),
        "## What this comparison does not say",
        listed(document["limits"]),
        plain(
            f"Made with provenance {made['version']}, outlet directory {made['directory']}, policy {made['policy']}."
        ),
    ]
    return "\n\n".join(blocks) + "\n"


def _body(document: DiffDocument) -> Iterator[str]:
    if not document["in_common"]:
        return
    if document["versions"]:
        yield from _whole(document)
    if not document["identical"]:
        yield f"## {SENTENCES[document['versions']]}"
        for number, sentence in shown_sentences(document):
            yield from _sentence(number, sentence, document["versions"])


def _whole(document: DiffDocument) -> Iterator[str]:
    totals = document["totals"]
    counts = (totals["kept"], totals["changed"], totals["reworded"], totals["dropped"], totals["added"])
    yield table(tuple(word for word, _ in FATES.values()), [tuple(map(str, counts))])
    if document["edits"]:
        yield "\n".join(map(_edit, document["edits"]))


def _version(label: str, article: ArticleDocument) -> str:
    place = place_in_words(article)
    facts = [_line(article["title"] or "Untitled article"), _line(version_in_words(article))]
    return f"**{label}:** " + " · ".join([*facts, *([linked(for_terminal(place))] if place else [])])


def _sentence(number: int, sentence: SentenceDocument, are_versions: bool) -> Iterator[str]:
    yield f"### {number}: {fate_in_words(sentence)}"
    before, after = sentence["before"], sentence["after"]
    if sentence["fate"] == "kept" and after:
        yield f"> {_side(after, '')}"
    else:
        lines = [f"> First: {_side(before, '~~')}"] if before else []
        lines += [f"> Second: {_side(after, '**')}"] if after else []
        yield "\n>\n".join(lines)
    if sentence["edits"] and are_versions:
        yield "\n".join(map(_edit, sentence["edits"]))


def _side(side: SideDocument, sign: str) -> str:
    pieces = [cleaned(piece, for_terminal) for piece in cut_side(side)]
    return "".join(f"{sign}{plain(piece.text)}{sign}" if piece.differs else plain(piece.text) for piece in pieces)


def _edit(edit: EditDocument) -> str:
    return f"- **{EDITS[edit['code']]}:** {_line(edit['text'])}"


def _line(text: str) -> str:
    return plain(for_terminal(text))
