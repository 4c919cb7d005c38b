"""What a page shows of a report, made of its document by one pure function: the mailed report and the desk share it."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from provenance.model import RelationKind, Report
from provenance.report import wording
from provenance.report.circle_picture import CirclePicture, draw_circle
from provenance.report.document import related_to_dict
from provenance.report.picture import Picture, draw_chain
from provenance.report.schema import (
    ArticleRef,
    CircleDocument,
    ClaimDocument,
    FindingDocument,
    OutletDocument,
    Place,
    RelationDocument,
    ReportDocument,
    WordsDocument,
)
from provenance.report.segments import Paragraph, cut_paragraphs


@dataclass(frozen=True, slots=True, kw_only=True)
class OutletView:
    """`claims` are the numbers of those whose chains run through it, `resting` of those that rest on it by what others
    say."""

    number: int
    outlet: OutletDocument
    claims: tuple[int, ...]
    resting: tuple[int, ...]

    @property
    def anchor(self) -> str:
        """The same in the report of an article and beside one claim of it."""
        return f"outlet-{self.outlet['id'] or self.number}"


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
    """`whole` says that all is shown of it, and not only what fits in a few lines; `hidden` that its kind of source is
    not among those asked for."""

    number: int
    finding: FindingDocument
    outlets: tuple[OutletView, ...]
    whole: bool = True
    hidden: bool = False

    @property
    def picture(self) -> Picture:
        return draw_chain(self.finding["chain"])

    @property
    def relations(self) -> tuple[RelationView, ...]:
        return tuple(view_relation(one, self.finding["claim"]["text"]) for one in self.finding["relations"])


@dataclass(frozen=True, slots=True, kw_only=True)
class CircleView:
    """`numbers` are those of the report's claims, by id."""

    number: int
    circle: CircleDocument
    picture: CirclePicture
    numbers: Mapping[str, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """How many claims have one kind of source, where its stretch of the bar lies, in hundredths, and whether its claims
    are asked for. `following` are the kinds to ask for next, where this one is added or taken away."""

    kind: str
    count: int
    start: float
    width: float
    chosen: bool
    following: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RelatedView:
    """Another article with how many relations of each kind lead to it, in the order of wording.RELATIONS."""

    article: ArticleRef
    kinds: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportView:
    """`kinds` are kinds of source, by the number of the claim; `hidden` the numbers of the claims not asked for."""

    claims: tuple[ClaimView, ...]
    paragraphs: tuple[Paragraph, ...]
    kinds: Mapping[int, str]
    hidden: frozenset[int]
    circles: tuple[CircleView, ...]
    outlets: tuple[OutletView, ...]
    shares: tuple[Share, ...]


def view_report(
    document: ReportDocument, chosen: Collection[str] = (), whole: Collection[str] | None = None
) -> ReportView:
    """`chosen` are the kinds of source asked for; none means all. `whole` are the ids of the claims of which all is
    shown, every one where it is None."""
    outlets = _outlets(document)
    wanted = [kind for kind in wording.SOURCES if kind in chosen]
    claims = tuple(
        ClaimView(
            number=number,
            finding=finding,
            outlets=tuple(view for view in outlets if number in (*view.claims, *view.resting)),
            whole=whole is None or finding["claim"]["id"] in whole,
            hidden=bool(wanted) and finding["claim"]["source"] not in wanted,
        )
        for number, finding in enumerate(document["findings"], start=1)
    )
    places = {claim.number: places_of(claim.finding["claim"]) for claim in claims}
    return ReportView(
        claims=claims,
        paragraphs=cut_paragraphs(document["article"]["text"], places),
        kinds={claim.number: claim.finding["claim"]["source"] for claim in claims},
        hidden=frozenset(claim.number for claim in claims if claim.hidden),
        circles=_circles(document),
        outlets=outlets,
        shares=_shares(document, wanted),
    )


def view_claim(number: int, finding: FindingDocument, outlets: Mapping[int, OutletDocument]) -> ClaimView:
    """One claim alone, all of it. `outlets` are those that it comes through or rests on; the numbers of those in chains
    are those of the article's report."""
    return ClaimView(
        number=number,
        finding=finding,
        outlets=tuple(
            OutletView(
                number=place,
                outlet=outlet,
                claims=(number,) if outlet["claims"] else (),
                resting=(number,) if outlet["resting"] else (),
            )
            for place, outlet in outlets.items()
        ),
    )


def places_of(claim: ClaimDocument) -> list[Place]:
    """Where the claim is marked: its own characters, and the headline's that say the same."""
    return [*claim["spans"], *claim["headline_spans"]]


def view_relation(relation: RelationDocument, text: str) -> RelationView:
    """`text` is that of the claim at hand."""
    return RelationView(
        relation=relation,
        here=pieces(text, relation["differences"]["here"]),
        there=pieces(relation["text"], relation["differences"]["there"]),
    )


def articles_related(report: Report) -> tuple[RelatedView, ...]:
    """Other ones, those with most relations first."""
    return tuple(
        RelatedView(
            article=related_to_dict(each),
            kinds=tuple((kind, count) for kind in wording.RELATIONS if (count := each.kinds.get(RelationKind(kind)))),
        )
        for each in report.related
    )


def _circles(document: ReportDocument) -> tuple[CircleView, ...]:
    numbers = wording.numbered(document)
    return tuple(
        CircleView(number=number, circle=circle, picture=draw_circle(circle), numbers=numbers)
        for number, circle in enumerate(document["circles"], start=1)
    )


def _outlets(document: ReportDocument) -> tuple[OutletView, ...]:
    numbers = wording.numbered(document)
    return tuple(
        OutletView(
            number=number,
            outlet=outlet,
            claims=tuple(numbers[claim] for claim in outlet["claims"]),
            resting=tuple(numbers[claim] for claim in outlet["resting"]),
        )
        for number, outlet in enumerate(document["outlets"], start=1)
    )


def pieces(text: str, differing: Iterable[WordsDocument]) -> tuple[Piece, ...]:
    """The text, whole, cut where the words that differ begin and end."""
    cut: list[Piece] = []
    at = 0
    for words in differing:
        start, end = words["span"]
        cut += [Piece(text=text[at:start], differs=False), Piece(text=text[start:end], differs=True)]
        at = end
    return tuple(piece for piece in (*cut, Piece(text=text[at:], differs=False)) if piece.text)


def _shares(document: ReportDocument, wanted: Sequence[str]) -> tuple[Share, ...]:
    sources = [finding["claim"]["source"] for finding in document["findings"]]
    shares: list[Share] = []
    start = 0.0
    for kind in wording.SOURCES:
        count = sources.count(kind)
        width = 100 * count / max(len(sources), 1)
        shares.append(
            Share(
                kind=kind,
                count=count,
                start=round(start, 3),
                width=round(width, 3),
                chosen=kind in wanted,
                following=tuple(one for one in wording.SOURCES if (one in wanted) != (one == kind)),
            )
        )
        start += width
    return tuple(shares)
