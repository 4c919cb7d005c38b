"""`provenance articles`, `claims`, `single-source`, `state-affiliated`, `circular`, `group`: rows out of the store."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Annotated, Any

import typer

from provenance import services
from provenance.cli.console import note
from provenance.cli.options import (
    ArticleFilter,
    CautionFilter,
    FormatOption,
    LimitOption,
    ModeFilter,
    OutletFilter,
    PageOption,
    SearchFilter,
    SinceFilter,
    SpeakerFilter,
    TextFilter,
    UntilFilter,
    now_of,
    parse_day,
    part_asked,
    settings_to_list,
    settings_to_read,
)
from provenance.cli.rows import Column, Listing, RowFormat
from provenance.model import CautionCode, Chain, Group, GroupChange, StateAffiliation, ToldCircle, ToldClaim
from provenance.services import ArticleRow, ClaimRow, EventRow, GroupChangeRow, GroupLine, GroupRow

if TYPE_CHECKING:
    from provenance.storage import KeptGroup

Columns = tuple[Column[ClaimRow], ...]

ALONE_NOTE = (
    "Attributed claims, as a report counts them: `provenance claims --caution state-affiliated-only` has those in a "
    "publisher's own voice, too. On whose word an outlet is called that: `provenance outlets explain NAME --on DATE`."
)

NOTHING_FOUND = (
    "Words are looked for in claims, in the names of those who say, carry and print them, and in titles; all of them "
    "must be there. Try fewer words, a name alone, or the beginning of a word."
)
"""For who searched in vain."""


def way(chain: Chain) -> str:
    """The chain in one line, from the page to the origin; links in parallel stand side by side."""
    steps: dict[int, list[str]] = {}
    for link in chain.links:
        steps.setdefault(link.step, []).append(link.agent.name)
    return " > ".join(" + ".join(names) for _, names in sorted(steps.items()))


def _article_and_title(row: ClaimRow) -> str:
    return "\n".join(part for part in (row.article.id, row.article.title) if part)


def _said_of(row: ClaimRow, code: CautionCode) -> list[str]:
    return [caution.text for caution in row.finding.cautions if caution.code is code]


def _state_affiliated_links(row: ClaimRow) -> str:
    held = {
        link.agent.name: link.standing
        for link in row.finding.claim.chain.links
        if link.standing and link.standing.state_affiliated in (StateAffiliation.YES, StateAffiliation.DISPUTED)
    }
    return "; ".join(
        f"{name} ({standing.label}{', disputed' if standing.state_affiliated == 'disputed' else ''})"
        for name, standing in held.items()
    )


def _reason(row: ClaimRow) -> str:
    """Why there are no two independent origins: the caution, and why witnesses were merged or not counted."""
    return " ".join([*_said_of(row, CautionCode.SINGLE_SOURCE), *row.finding.count.reasons])


def _alone(row: ClaimRow) -> str:
    return " ".join(_said_of(row, CautionCode.STATE_AFFILIATED_ONLY))


def _claim_to_dict(row: ClaimRow) -> Mapping[str, Any]:
    """Any: JSON. The service is loaded when first called."""
    return services.claim_to_dict(row)


def _worded(told: ToldClaim) -> str:
    """What one outlet prints and on whose word: certainty lies in both."""
    hedge = f", hedged ({told.claim.cue})" if told.claim.hedged and told.claim.cue else ""
    return f"{way(told.claim.chain)}{hedge}: “{told.claim.text}”"


def _what_became(change: GroupChange) -> str:
    if len(change.after) == 1:
        return "merged"
    return "split" if len(change.before) == 1 else "divided anew"


def _marks(group: "KeptGroup") -> Iterator[str]:
    if group.contradicted:
        yield CautionCode.CONTRADICTED.value
    if group.figures_differ:
        yield CautionCode.FIGURES_DIFFER.value


def _sizes(groups: Iterable[Group]) -> str:
    """ "g0123456789abcdef (3)"."""
    return "\n".join(f"{group.id} ({len(group.claims)})" for group in groups)


ID_WIDTH = 13
DAY_WIDTH = 10
GROUP_WIDTH = 17

PLACE: Columns = (
    Column("article", lambda row: row.article.id, told=_article_and_title, width=ID_WIDTH),
    Column("published", lambda row: row.article.published, width=DAY_WIDTH),
    Column("title", lambda row: row.article.title, wide=True),
    Column("url", lambda row: row.article.url, wide=True),
    Column("id", lambda row: row.finding.claim.id, wide=True),
)
CLAIM: Column[ClaimRow] = Column("claim", lambda row: row.finding.claim.text)
MODE: Column[ClaimRow] = Column("mode", lambda row: row.finding.claim.mode)
CHAIN: Column[ClaimRow] = Column("chain", lambda row: way(row.finding.claim.chain))
ORIGINS: Column[ClaimRow] = Column("origins", lambda row: row.finding.count.origins, wide=True)
INDEPENDENT: Column[ClaimRow] = Column(
    "independent", lambda row: row.finding.count.independent, width=len("independent")
)
SAID: Columns = (CLAIM, replace(MODE, wide=True), CHAIN)
"""What is said by whom: a table has no room for the mode."""
CAUTIONS: Columns = (
    Column("cautions", lambda row: ", ".join(caution.code for caution in row.finding.cautions)),
    Column("group", lambda row: row.finding.group.id, wide=True),
)
REASON: Columns = (Column("reason", _reason),)
OUTLETS: Columns = (Column("outlets", _state_affiliated_links),)
ALONE: Columns = (Column("reason", _alone),)

ARTICLES: Listing[ArticleRow] = Listing(
    noun="article",
    columns=(
        Column("id", lambda row: row.article.id, width=ID_WIDTH),
        Column("published", lambda row: row.article.published),
        Column("outlet", lambda row: row.article.outlet or row.article.outlet_name),
        Column("title", lambda row: row.article.title),
        Column("claims", lambda row: row.claims),
        Column("revisions", lambda row: row.revisions),
        Column("language", lambda row: row.article.language, wide=True),
        Column("url", lambda row: row.article.url, wide=True),
        Column("sha256", lambda row: row.article.sha256, wide=True),
    ),
    to_dict=lambda row: services.article_to_dict(row),  # noqa: PLW0108 - loaded when first called
)
CLAIMS: Listing[ClaimRow] = Listing("claim", (*PLACE, *SAID, ORIGINS, INDEPENDENT, *CAUTIONS), _claim_to_dict)
SINGLE_SOURCE: Listing[ClaimRow] = Listing(
    "claim", (*PLACE, *SAID, ORIGINS, replace(INDEPENDENT, wide=True), *REASON), _claim_to_dict
)
STATE_AFFILIATED: Listing[ClaimRow] = Listing("attribution", PLACE + SAID + OUTLETS, _claim_to_dict)
STATE_AFFILIATED_ALONE: Listing[ClaimRow] = Listing("claim", PLACE + SAID + ALONE, _claim_to_dict)
GROUPS: Listing[GroupRow] = Listing(
    noun="group",
    columns=(
        Column("id", lambda row: row.group.id, width=GROUP_WIDTH),
        Column("size", lambda row: len(row.group.claims)),
        Column("origins", lambda row: row.count.origins),
        Column("independent", lambda row: row.count.independent),
        Column("claim", lambda row: row.members[0].finding.claim.text),
    ),
    to_dict=lambda row: services.group_to_dict(row),  # noqa: PLW0108 - loaded when first called
)
GROUP_LINES: Listing[GroupLine] = Listing(
    noun="group",
    columns=(
        Column("id", lambda row: row.group.id, width=GROUP_WIDTH),
        Column("size", lambda row: row.group.size),
        Column("origins", lambda row: row.group.origins),
        Column("independent", lambda row: row.group.independent),
        Column("claim", lambda row: row.first[0].text),
        Column("marks", lambda row: ", ".join(_marks(row.group))),
        Column("last told", lambda row: row.group.latest, wide=True),
    ),
    to_dict=lambda row: services.listed_group_to_dict(row),  # noqa: PLW0108 - loaded when first called
)


EVENTS: Listing[EventRow] = Listing(
    noun="event",
    columns=(
        Column("id", lambda row: row.group.id, width=GROUP_WIDTH),
        Column("claims", lambda row: len(row.members)),
        Column("statements", lambda row: row.statements),
        Column("articles", lambda row: len({told.article.id for told in row.members})),
        Column("first", lambda row: row.members[0].article.published),
        Column("last", lambda row: row.members[-1].article.published),
        Column("claim", lambda row: row.members[0].claim.text),
    ),
    to_dict=lambda row: services.event_to_dict(row),  # noqa: PLW0108 - loaded when first called
)
GROUP_CHANGES: Listing[GroupChangeRow] = Listing(
    noun="change",
    columns=(
        Column("at", lambda row: row.change.made_at.date()),
        Column("what", lambda row: _what_became(row.change)),
        Column("before", lambda row: _sizes(row.change.before)),
        Column("after", lambda row: _sizes(row.change.after)),
        Column("claim", lambda row: row.text),
    ),
    to_dict=lambda row: services.group_change_to_dict(row),  # noqa: PLW0108 - loaded when first called
)
CIRCULAR: Listing[ToldCircle] = Listing(
    noun="circle",
    columns=(
        Column("kind", lambda row: row.circle.kind),
        Column("chain", lambda row: row.circle.text),
        Column("claims", lambda row: "\n".join(_worded(told) for told in row.claims)),
        Column("outlets", lambda row: "; ".join(row.circle.outlets), wide=True),
        Column("group", lambda row: row.circle.group),
        Column("ids", lambda row: " ".join(told.claim.id for told in row.claims), wide=True),
        Column("articles", lambda row: " ".join(told.article.id for told in row.claims), wide=True),
    ),
    to_dict=lambda row: services.circle_to_dict(row),  # noqa: PLW0108 - loaded when first called
)


def articles(
    context: typer.Context,
    *,
    limit: LimitOption = None,
    page: PageOption = None,
    row_format: FormatOption = RowFormat.TABLE,
) -> None:
    """Lists the stored articles, the latest first."""
    asked = part_asked(limit, page)
    wanted = services.ArticleFilter(limit=asked.size, offset=asked.offset) if asked else None
    ARTICLES.show(services.list_articles(settings_to_read(context), now_of(context), wanted), row_format)


def claims(  # noqa: PLR0913 - one parameter per filter
    context: typer.Context,
    *,
    article: ArticleFilter = None,
    outlet: OutletFilter = None,
    speaker: SpeakerFilter = None,
    since: SinceFilter = None,
    until: UntilFilter = None,
    caution: CautionFilter = None,
    mode: ModeFilter = None,
    text: TextFilter = None,
    search: SearchFilter = None,
    limit: LimitOption = None,
    page: PageOption = None,
    row_format: FormatOption = RowFormat.TABLE,
) -> None:
    """Lists the stored claims; filters narrow it, and all of them must hold."""
    wanted = services.ClaimFilter(
        article=article,
        outlet=outlet,
        speaker=speaker,
        since=parse_day(since, "--since"),
        until=parse_day(until, "--until"),
        mode=mode,
        text=text,
    )
    cautions = () if caution is None else (caution,)
    _show_claims(
        CLAIMS,
        context,
        services.FindingFilter(claims=wanted, cautions=cautions, words=search),
        part_asked(limit, page),
        row_format,
    )


def _show_claims(
    listing: Listing[ClaimRow],
    context: typer.Context,
    wanted: "services.FindingFilter",
    asked: services.PageAsked | None,
    row_format: RowFormat,
) -> None:
    """Only JSON shows the relations of a claim: without them a list is there at once."""
    whole = row_format is RowFormat.JSON
    rows = services.list_found(settings_to_list(context), now_of(context), wanted, asked, whole=whole)
    listing.show(rows, row_format)
    if wanted.words and not rows:
        note(NOTHING_FOUND)


def single_source(
    context: typer.Context,
    *,
    article: ArticleFilter = None,
    limit: LimitOption = None,
    page: PageOption = None,
    row_format: FormatOption = RowFormat.TABLE,
) -> None:
    """Lists the attributed claims with fewer than two independent origins, and why: of the whole store, or of one
    article."""
    wanted = services.FindingFilter(claims=services.ClaimFilter(article=article), cautions=(CautionCode.SINGLE_SOURCE,))
    _show_claims(SINGLE_SOURCE, context, wanted, part_asked(limit, page), row_format)


def state_affiliated(
    context: typer.Context,
    *,
    article: ArticleFilter = None,
    alone: Annotated[
        bool, typer.Option("--alone", help="Only those that rest on state-affiliated outlets alone, and on which.")
    ] = False,
    limit: LimitOption = None,
    page: PageOption = None,
    row_format: FormatOption = RowFormat.TABLE,
) -> None:
    """Lists the attributions whose chain runs through an outlet that was state-affiliated on the article's day, or is
    disputed to have been, whatever else they rest on; with --alone only the claims that rest on such outlets alone, as
    a report counts them. Of the whole store, or of one article."""
    wanted = services.FindingFilter(
        claims=services.ClaimFilter(article=article),
        cautions=(CautionCode.STATE_AFFILIATED_ONLY,) if alone else (),
        own_voice=False if alone else None,
        attributed=None if alone else True,
        state_affiliated=None if alone else True,
    )
    listing = STATE_AFFILIATED_ALONE if alone else STATE_AFFILIATED
    _show_claims(listing, context, wanted, part_asked(limit, page), row_format)
    if alone:
        note(ALONE_NOTE)


def group(
    context: typer.Context,
    group_id: Annotated[str, typer.Argument(metavar="ID", help="A group's id, as `provenance groups` shows it.")],
    row_format: FormatOption = RowFormat.TABLE,
) -> None:
    """Shows the claims of one group, in the order of publication."""
    CLAIMS.show(services.show_group(settings_to_read(context), now_of(context), group_id).members, row_format)


def circular(
    context: typer.Context,
    *,
    limit: LimitOption = None,
    page: PageOption = None,
    row_format: FormatOption = RowFormat.TABLE,
) -> None:
    """Lists circular reporting: outlets that cite each other, many outlets that lead back to one, and claims that gain
    certainty as they travel, with the wording of each."""
    asked = part_asked(limit, page)
    CIRCULAR.show(services.list_circular(settings_to_list(context), now_of(context), asked), row_format)


def add_to(app: typer.Typer) -> None:
    for name, command, example in (
        ("articles", articles, "provenance articles --format csv"),
        ("claims", claims, "provenance claims --speaker Medinsky --caution figures-differ"),
        ("single-source", single_source, "provenance single-source --format csv"),
        ("state-affiliated", state_affiliated, "provenance state-affiliated"),
        ("circular", circular, "provenance circular --format csv"),
        ("group", group, "provenance group g0123456789abcdef"),
    ):
        app.command(name, epilog=f"Example: {example}")(command)
