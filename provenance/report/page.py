"""A report as one self-contained HTML page: nothing is fetched, nothing in the article becomes markup."""

import base64
import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import cast

from jinja2 import DictLoader, Environment, StrictUndefined
from markupsafe import Markup

from provenance.model import Report
from provenance.report import wording
from provenance.report.address import web_address
from provenance.report.circle_picture import CirclePicture, draw_circle
from provenance.report.document import report_to_dict
from provenance.report.picture import Picture, draw_chain
from provenance.report.plain import everywhere, for_page
from provenance.report.schema import (
    CircleDocument,
    ClaimDocument,
    FindingDocument,
    OutletDocument,
    Place,
    RelationDocument,
    ReportDocument,
    WordsDocument,
)
from provenance.report.segments import cut_paragraphs


@dataclass(frozen=True, slots=True, kw_only=True)
class OutletView:
    number: int
    outlet: OutletDocument
    claims: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """Some words of a claim; `differs` where the other side has not got them."""

    text: str
    differs: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class RelationView:
    relation: RelationDocument
    here: tuple[Piece, ...]
    there: tuple[Piece, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimView:
    number: int
    finding: FindingDocument
    picture: Picture
    relations: tuple[RelationView, ...]
    outlets: tuple[OutletView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CircleView:
    """`numbers` are those of the report's claims, by id."""

    number: int
    circle: CircleDocument
    picture: CirclePicture
    numbers: Mapping[str, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """How many claims have one kind of source, and where its stretch of the bar lies, in hundredths."""

    kind: str
    count: int
    start: float
    width: float


def render_html(report: Report, templates: Mapping[str, str]) -> str:
    """The page. `templates` holds the files of report/templates by name: the caller reads them, the core opens no
    file. A Content-Security-Policy in the page lets nothing run or be drawn but its own style and script."""
    document = cast("ReportDocument", everywhere(for_page, report_to_dict(report)))
    style, script = templates["report.css"], templates["report.js"]
    environment = make_environment(templates)
    claims = _claims(document)
    return environment.get_template("report.html").render(
        document=document,
        claims=claims,
        paragraphs=cut_paragraphs(
            document["article"]["text"], {claim.number: places_of(claim.finding["claim"]) for claim in claims}
        ),
        kinds={claim.number: claim.finding["claim"]["source"] for claim in claims},
        circles=_circles(document),
        outlets=_outlets(document),
        shares=_shares(document),
        style=Markup(style),  # noqa: S704 - ours, and the policy holds its digest
        script=Markup(script),  # noqa: S704
        policy=content_policy(style, script),
    )


def places_of(claim: ClaimDocument) -> list[Place]:
    """Where the claim is marked: its own characters, and the headline's that say the same."""
    return [*claim["spans"], *claim["headline_spans"]]


def make_environment(templates: Mapping[str, str]) -> Environment:
    environment = Environment(
        loader=DictLoader(templates), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    environment.globals["wording"] = wording
    environment.filters["web_address"] = web_address
    return environment


def content_policy(style: str, script: str | None = None) -> str:
    """Lets nothing run or be drawn but this style and this script, where there is one."""
    return "; ".join(
        (
            "default-src 'none'",
            f"style-src '{_digest(style)}'",
            *([f"script-src '{_digest(script)}'"] if script else []),
            "img-src 'none'",
            "base-uri 'none'",
            "form-action 'none'",
        )
    )


def _digest(source: str) -> str:
    return f"sha256-{base64.b64encode(hashlib.sha256(source.encode()).digest()).decode()}"


def _claims(document: ReportDocument) -> list[ClaimView]:
    outlets = _outlets(document)
    return [_claim(number, finding, outlets) for number, finding in enumerate(document["findings"], start=1)]


def _claim(number: int, finding: FindingDocument, outlets: Iterable[OutletView]) -> ClaimView:
    text = finding["claim"]["text"]
    return ClaimView(
        number=number,
        finding=finding,
        picture=draw_chain(finding["chain"]),
        relations=tuple(
            RelationView(
                relation=relation,
                here=pieces(text, relation["differences"]["here"]),
                there=pieces(relation["text"], relation["differences"]["there"]),
            )
            for relation in finding["relations"]
        ),
        outlets=tuple(view for view in outlets if number in view.claims),
    )


def _circles(document: ReportDocument) -> list[CircleView]:
    numbers = wording.numbered(document)
    return [
        CircleView(number=number, circle=circle, picture=draw_circle(circle), numbers=numbers)
        for number, circle in enumerate(document["circles"], start=1)
    ]


def _outlets(document: ReportDocument) -> list[OutletView]:
    numbers = wording.numbered(document)
    return [
        OutletView(number=number, outlet=outlet, claims=tuple(numbers[claim] for claim in outlet["claims"]))
        for number, outlet in enumerate(document["outlets"], start=1)
    ]


def pieces(text: str, differing: Iterable[WordsDocument]) -> tuple[Piece, ...]:
    """The text, whole, cut where the words that differ begin and end."""
    cut: list[Piece] = []
    at = 0
    for words in differing:
        start, end = words["span"]
        cut += [Piece(text=text[at:start], differs=False), Piece(text=text[start:end], differs=True)]
        at = end
    return tuple(piece for piece in (*cut, Piece(text=text[at:], differs=False)) if piece.text)


def _shares(document: ReportDocument) -> Sequence[Share]:
    sources = [finding["claim"]["source"] for finding in document["findings"]]
    shares: list[Share] = []
    start = 0.0
    for kind in wording.SOURCES:
        count = sources.count(kind)
        width = 100 * count / max(len(sources), 1)
        shares.append(Share(kind=kind, count=count, start=round(start, 3), width=round(width, 3)))
        start += width
    return shares
