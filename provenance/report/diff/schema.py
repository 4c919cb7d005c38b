"""The shape of the JSON difference, schema 1: docs/diff.schema.json says the same to other programs."""

from typing import TypedDict

from provenance.report.schema import ArticleDocument, MadeWithDocument, Place, WordsDocument

DIFF_SCHEMA = 1


class EditDocument(TypedDict):
    """`before` and `after` are words of either article with their places in its text."""

    code: str
    text: str
    before: list[WordsDocument]
    after: list[WordsDocument]


class SideDocument(TypedDict):
    """A sentence, or sentences joined, with its place in the article's text; `only_here` are words that the other side
    has not got there."""

    text: str
    span: Place
    only_here: list[WordsDocument]


class SentenceDocument(TypedDict):
    fate: str
    moved: bool
    before: SideDocument | None
    after: SideDocument | None
    edits: list[EditDocument]


class DiffTotalsDocument(TypedDict):
    """`moved` counts sentences that stand under another fate, too; `edits` how often each code was found."""

    kept: int
    changed: int
    reworded: int
    dropped: int
    added: int
    moved: int
    edits: dict[str, int]


class DiffDocument(TypedDict):
    """`in_common` counts the sentences with a counterpart, `shorter` those of the shorter text; `versions` says whether
    they share enough to be two versions of one text; `note` is a sentence on the order of the two, None where
    there is nothing to say."""

    schema: int
    kind: str
    before: ArticleDocument
    after: ArticleDocument
    identical: bool
    in_common: int
    shorter: int
    versions: bool
    note: str | None
    totals: DiffTotalsDocument
    edits: list[EditDocument]
    sentences: list[SentenceDocument]
    limits: list[str]
    made_with: MadeWithDocument
