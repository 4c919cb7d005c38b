"""A difference as plain data, JSON schema 1: every other form is made from this one."""

from collections import Counter
from collections.abc import Iterable

from provenance.model import Edit, Fate, MadeWith, SentencePair, Span, Spans, StoryDiff
from provenance.report.diff.schema import (
    DIFF_SCHEMA,
    DiffDocument,
    DiffTotalsDocument,
    EditDocument,
    SentenceDocument,
    SideDocument,
)
from provenance.report.document import article_to_dict, publisher_of, to_json
from provenance.report.schema import WordsDocument

LIMITS = (
    "A change is not a fault: editors shorten, correct and update. This shows what was changed and judges nothing.",
    "Who says a sentence, and how surely, is read by a machine: some changes are missed, some are none.",
    "Words that stand elsewhere in a sentence are marked on both sides.",
    "The text given first is taken for the earlier one. The second may have been made of a third.",
)


def render_diff_json(diff: StoryDiff, made_with: MadeWith) -> str:
    """Schema 1, indented, one newline at the end."""
    return to_json(diff_to_dict(diff, made_with))


def diff_to_dict(diff: StoryDiff, made_with: MadeWith) -> DiffDocument:
    """The whole difference, ready for `json.dumps`."""
    return {
        "schema": DIFF_SCHEMA,
        "kind": "diff",
        "before": article_to_dict(diff.before.article, publisher_of(diff.before.article, diff.before.publisher)),
        "after": article_to_dict(diff.after.article, publisher_of(diff.after.article, diff.after.publisher)),
        "identical": diff.identical,
        "in_common": diff.in_common,
        "shorter": diff.shorter,
        "versions": diff.are_versions,
        "note": _note(diff),
        "totals": _totals(diff),
        "edits": [_edit(edit, diff) for edit in diff.edits],
        "sentences": [_sentence(pair, diff) for pair in diff.pairs],
        "limits": list(LIMITS),
        "made_with": {
            "version": made_with.version,
            "directory": made_with.directory,
            "policy": made_with.policy,
        },
    }


def _note(diff: StoryDiff) -> str | None:
    earlier, later = diff.before.article.published, diff.after.article.published
    if earlier is None or later is None or earlier <= later:
        return None
    return "The second was published before the first: give them in the other order to see what the later one changed."


def _totals(diff: StoryDiff) -> DiffTotalsDocument:
    fates = Counter(pair.fate for pair in diff.pairs)
    edits = Counter(edit.code.value for edit in (*diff.edits, *(edit for pair in diff.pairs for edit in pair.edits)))
    return {
        "kept": fates[Fate.KEPT],
        "changed": fates[Fate.CHANGED],
        "reworded": fates[Fate.REWORDED],
        "dropped": fates[Fate.DROPPED],
        "added": fates[Fate.ADDED],
        "moved": sum(pair.moved for pair in diff.pairs),
        "edits": dict(sorted(edits.items())),
    }


def _sentence(pair: SentencePair, diff: StoryDiff) -> SentenceDocument:
    return {
        "fate": pair.fate.value,
        "moved": pair.moved,
        "before": _side(pair.before, pair.only_before, diff.before.article.text),
        "after": _side(pair.after, pair.only_after, diff.after.article.text),
        "edits": [_edit(edit, diff) for edit in pair.edits],
    }


def _side(place: Span | None, only_here: Spans, text: str) -> SideDocument | None:
    if place is None:
        return None
    return {"text": place.of(text), "span": [place.start, place.end], "only_here": _words(only_here, text)}


def _edit(edit: Edit, diff: StoryDiff) -> EditDocument:
    return {
        "code": edit.code.value,
        "text": edit.text,
        "before": _words(edit.before, diff.before.article.text),
        "after": _words(edit.after, diff.after.article.text),
    }


def _words(spans: Iterable[Span], text: str) -> list[WordsDocument]:
    return [{"text": span.of(text), "span": [span.start, span.end]} for span in spans]
