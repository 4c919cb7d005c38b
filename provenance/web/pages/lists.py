"""Lists: what came in, claims and searches, single-source and state-affiliated claims, groups, circles, articles."""

from collections.abc import Sequence
from datetime import date
from typing import Annotated, Any

from fastapi import APIRouter, Query, Response

from provenance.errors import InvalidOption
from provenance.model import CautionCode, GroupOrder, Mode
from provenance.report import SourceKind
from provenance.services import (
    ArticleFilter,
    ArticleOrder,
    ClaimFilter,
    ClaimOrder,
    FindingFilter,
    GroupFilter,
    PageAsked,
    Table,
    article_to_dict,
    circle_to_dict,
    home_to_dict,
    listed_claim_to_dict,
    listed_group_to_dict,
    page_articles,
    page_circular,
    page_claims,
    page_groups,
    page_to_dict,
    read_home,
)
from provenance.web.desk import Desk, Here

router = APIRouter()

EXPORTED = 100_000
"""Rows of a list as CSV or JSON, which is not paged unless a page is asked for."""

Number = Annotated[int | None, Query(alias="page", ge=1)]
Text = Annotated[str, Query(max_length=200)]


@router.get("/")
def home(desk: Here) -> Response:
    return desk.show("home.html", home_to_dict(read_home(desk.settings, desk.now)))


@router.get("/claims")
def claims(  # noqa: PLR0913 - one parameter per filter
    desk: Here,
    *,
    q: Text = "",
    article: Text = "",
    outlet: Text = "",
    speaker: Text = "",
    since: Text = "",
    until: Text = "",
    mode: Text = "",
    source: Text = "",
    caution: Text = "",
    family: Text = "",
    attributed: bool = False,
    own_voice: bool | None = None,
    state_affiliated: bool = False,
    sort: Text = "",
    page: Number = None,
) -> Response:
    """Claims, and what is searched for among them; filters narrow it, and all of them must hold."""
    wanted = FindingFilter(
        claims=ClaimFilter(
            article=article or None,
            outlet=outlet or None,
            speaker=speaker or None,
            since=_day(since, "since"),
            until=_day(until, "until"),
            mode=_one_of(Mode, mode, "mode"),
        ),
        cautions=tuple(code for code in [_one_of(CautionCode, caution, "caution")] if code),
        source=_one_of(SourceKind, source, "source"),
        family=family or None,
        attributed=attributed or None,
        own_voice=own_voice,
        state_affiliated=state_affiliated or None,
        words=q or None,
        order=_order(sort),
    )
    return _show(desk, "Claims", "", wanted, page)


@router.get("/single-source")
def single_source(desk: Here, q: Text = "", sort: Text = "", page: Number = None) -> Response:
    """Attributed claims with fewer than two independent origins in the whole store."""
    wanted = FindingFilter(
        cautions=(CautionCode.SINGLE_SOURCE,),
        words=q or None,
        order=_order(sort),
    )
    return _show(desk, "Single source", single_source.__doc__ or "", wanted, page)


@router.get("/state-affiliated")
def state_affiliated(desk: Here, q: Text = "", sort: Text = "", page: Number = None) -> Response:
    """Attributions whose chain runs through an outlet that was state-affiliated on the article's day, or is disputed to
    have been, whatever else they rest on."""
    wanted = FindingFilter(
        attributed=True,
        state_affiliated=True,
        words=q or None,
        order=_order(sort),
    )
    return _show(desk, "State-affiliated", state_affiliated.__doc__ or "", wanted, page)


def _show(desk: Desk, title: str, meaning: str, wanted: FindingFilter, page: int | None) -> Response:
    found = page_claims(desk.settings, desk.now, wanted, _part(desk, page))
    document = page_to_dict(found, "findings", listed_claim_to_dict)
    about = {"title": title, "meaning": " ".join(meaning.split()), "sort": wanted.order.value}
    return desk.show("claims.html", {**about, **document}, rows=_claims_table(document["findings"]))


@router.get("/groups")
def groups(
    desk: Here,
    *,
    q: Text = "",
    contradicted: bool = False,
    figures_differ: bool = False,
    sort: Text = "",
    page: Number = None,
) -> Response:
    """Claims that say the same; the words must all be in one claim of the group."""
    wanted = GroupFilter(
        contradicted=contradicted or None,
        figures_differ=figures_differ or None,
        words=q or None,
        order=_one_of(GroupOrder, sort, "sort") or GroupOrder.LARGEST,
    )
    found = page_groups(desk.settings, desk.now, wanted, _part(desk, page))
    document = {"sort": wanted.order.value, **page_to_dict(found, "groups", listed_group_to_dict)}
    columns = ("id", "size", "origins", "independent_origins", "contradicted", "figures_differ", "latest", "text")
    return desk.show("groups.html", document, rows=_table("groups", columns, document["groups"]))


@router.get("/circular")
def circular(desk: Here, page: Number = None) -> Response:
    """Outlets that cite each other, many outlets that lead back to one, claims that gain certainty as they travel."""
    found = page_circular(desk.settings, desk.now, _part(desk, page))
    document = page_to_dict(found, "circles", circle_to_dict)
    columns = ("kind", "group", "text")
    return desk.show("circular.html", document, rows=_table("circular", columns, document["circles"]))


def _table(name: str, columns: tuple[str, ...], rows: Sequence[Any]) -> Table:  # Any: JSON
    """A cell for each of these values; nothing for what is not known."""
    return Table(
        name=name,
        columns=columns,
        rows=tuple(tuple("" if row[one] is None else str(row[one]) for one in columns) for row in rows),
    )


@router.get("/articles")
def articles(  # noqa: PLR0913 - one parameter per filter
    desk: Here,
    *,
    q: Text = "",
    outlet: Text = "",
    since: Text = "",
    until: Text = "",
    sort: Text = "",
    page: Number = None,
) -> Response:
    wanted = ArticleFilter(
        words=q or None,
        outlet=outlet or None,
        since=_day(since, "since"),
        until=_day(until, "until"),
        order=_one_of(ArticleOrder, sort, "sort") or ArticleOrder.NEWEST,
    )
    found = page_articles(desk.settings, desk.now, wanted, _part(desk, page))
    document = page_to_dict(found, "articles", article_to_dict)
    columns = ("id", "published", "title", "url", "language", "claims", "revisions")
    rows = tuple(tuple(str(row[name] or "") for name in columns) for row in document["articles"])
    table = Table(
        name="articles",
        columns=("outlet", *columns),
        rows=tuple(
            ((row["outlet"] or {}).get("name") or "", *cells)
            for row, cells in zip(document["articles"], rows, strict=True)
        ),
    )
    return desk.show("articles.html", {"sort": wanted.order.value, **document}, rows=table)


def _part(desk: Desk, page: int | None) -> PageAsked:
    """A page of what is looked at; the whole list of what is taken away."""
    if page is None and desk.wants_data:
        return PageAsked(size=EXPORTED)
    return PageAsked(number=page or 1)


def _claims_table(findings: Sequence[Any]) -> Table:  # Any: JSON
    columns = (
        "article", "published", "title", "url", "claim", "text", "mode", "source", "chain",
        "origins", "independent_origins", "cautions", "group", "group_size",
    )  # fmt: skip
    return Table(name="claims", columns=columns, rows=tuple(map(_claim_cells, findings)))


def _claim_cells(finding: Any) -> tuple[str, ...]:
    article, claim = finding["article"], finding["claim"]
    return (
        article["id"],
        article["published"] or "",
        article["title"] or "",
        article["url"] or "",
        claim["id"],
        claim["text"],
        claim["mode"],
        claim["source"],
        " > ".join(link["name"] for link in finding["chain"]),
        str(finding["origins"]),
        str(finding["independent_origins"]),
        ", ".join(caution["code"] for caution in finding["cautions"]),
        finding["group"]["id"],
        str(finding["group"]["size"]),
    )


def _one_of(choices: Any, text: str, name: str) -> Any:
    """Any: a closed set of texts, and one of them; None where nothing was chosen."""
    if not text:
        return None
    try:
        return choices(text)
    except ValueError:
        raise InvalidOption(f"{name} {text}: write one of {'; '.join(choices)}") from None


def _order(sort: str) -> ClaimOrder:
    order: ClaimOrder = _one_of(ClaimOrder, sort, "sort") or ClaimOrder.NEWEST
    return order


def _day(text: str, name: str) -> date | None:
    try:
        return date.fromisoformat(text.strip()) if text.strip() else None
    except ValueError:
        raise InvalidOption(f"{name} {text}: not a day of the calendar; write YYYY-MM-DD") from None
