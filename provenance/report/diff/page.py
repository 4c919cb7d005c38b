"""A difference as one self-contained HTML page in the report's style: nothing is fetched, nothing in the articles
becomes markup, nothing runs."""

from collections.abc import Mapping
from dataclasses import dataclass

from markupsafe import Markup

from provenance.model import MadeWith, StoryDiff
from provenance.report.diff import wording
from provenance.report.diff.document import diff_to_dict
from provenance.report.diff.pieces import Piece, cut_side
from provenance.report.diff.schema import DiffDocument, EditDocument, SentenceDocument, SideDocument
from provenance.report.page import content_policy, make_environment
from provenance.report.plain import for_page


@dataclass(frozen=True, slots=True, kw_only=True)
class SentenceView:
    number: int
    sentence: SentenceDocument
    before: tuple[Piece, ...]
    after: tuple[Piece, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class EditView:
    """`number` is that of the sentence it is told of, None where it concerns the whole story."""

    edit: EditDocument
    number: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class DiffView:
    """`sentences` are those to show, with their numbers among all; `edits` come the weightiest first, and there are
    none of two reports that were written apart."""

    sentences: tuple[SentenceView, ...]
    edits: tuple[EditView, ...]


def render_diff_html(diff: StoryDiff, made_with: MadeWith, templates: Mapping[str, str]) -> str:
    """The page. `templates` holds the files of report/templates by name."""
    document = diff_to_dict(diff, made_with)
    style = templates["report.css"]
    environment = make_environment(templates)
    environment.globals["words"] = wording
    return for_page(
        environment.get_template("diff.html").render(
            document=document,
            view=view_diff(document),
            style=Markup(style),  # noqa: S704 - ours, and the policy holds its digest
            policy=content_policy(style),
        )
    )


def view_diff(document: DiffDocument) -> DiffView:
    return DiffView(
        sentences=tuple(_view(number, sentence) for number, sentence in wording.shown_sentences(document)),
        edits=tuple(_edits(document)) if document["versions"] else (),
    )


def _view(number: int, sentence: SentenceDocument) -> SentenceView:
    return SentenceView(
        number=number, sentence=sentence, before=_cut(sentence["before"]), after=_cut(sentence["after"])
    )


def _cut(side: SideDocument | None) -> tuple[Piece, ...]:
    return cut_side(side) if side else ()


def _edits(document: DiffDocument) -> list[EditView]:
    """All edits, the weightiest first, those of the whole story before those of its sentences."""
    found = [EditView(edit=edit, number=None) for edit in document["edits"]]
    for number, sentence in enumerate(document["sentences"], start=1):
        found += [EditView(edit=edit, number=number) for edit in sentence["edits"]]
    weight = {code: place for place, code in enumerate(wording.EDITS)}
    return sorted(found, key=lambda view: (weight[view.edit["code"]], view.number or 0))
