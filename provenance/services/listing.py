"""Lists of what is stored: articles, claims, groups. What was found of claims is kept: a list reads the rows that it
shows and no others."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from provenance.analysis import Ruling
from provenance.errors import InvalidOption
from provenance.matching import Level, compare_claims, day_number, group_ids
from provenance.model import Article, CautionCode, Group, ToldCircle, ToldClaim
from provenance.outlets import Directory
from provenance.services.comparing import load_frequencies
from provenance.services.directories import directory_of
from provenance.services.findings import by_publication, find_claims, find_groups, finding_of, tell_circles
from provenance.services.opening import open_to_read
from provenance.services.outlets import find_outlets
from provenance.services.renewing import Listing, open_to_list
from provenance.services.rulings import find_group, groups_around, rulings_of
from provenance.services.searching import names_in
from provenance.services.standings import with_standing
from provenance.services.values.articles import ArticleRow, Home
from provenance.services.values.claims import ClaimRow, EventRow, GroupChangeRow, GroupLine, GroupRow
from provenance.services.values.pages import Page, PageAsked
from provenance.settings import Settings
from provenance.storage import (
    ArticleFilter,
    ArticleOrder,
    ClaimFilter,
    FindingFilter,
    FoundClaim,
    GroupFilter,
    Store,
)

NEWEST_ARTICLES = 12
"""On the home page."""


def list_articles(settings: Settings, now: datetime, wanted: ArticleFilter | None = None) -> tuple[ArticleRow, ...]:
    """The latest published first unless told otherwise."""
    with open_to_read(settings, now) as store:
        return _articles(store, wanted or ArticleFilter(), directory_of(store))


def page_articles(settings: Settings, now: datetime, wanted: ArticleFilter, asked: PageAsked) -> Page[ArticleRow]:
    """The outlet may be a name or a domain. Raises UnknownOutlet."""
    with open_to_read(settings, now) as store:
        directory = directory_of(store)
        if wanted.outlet is not None:
            wanted = replace(wanted, outlet=_outlet_id(wanted.outlet, directory))
        if wanted.words is not None:
            wanted = replace(wanted, names=names_in(directory))
        rows = _articles(store, replace(wanted, limit=asked.size, offset=asked.offset), directory)
        return Page(rows=rows, asked=asked, total=store.count_wanted(wanted))


def _articles(store: Store, wanted: ArticleFilter, directory: Directory) -> tuple[ArticleRow, ...]:
    articles = store.articles(wanted)
    counts = store.counts(article.id for article in articles)
    return tuple(
        ArticleRow(
            article=article,
            publisher=_publisher(article, directory),
            claims=counts[article.id].claims,
            revisions=counts[article.id].revisions,
        )
        for article in articles
    )


def read_home(settings: Settings, now: datetime) -> Home:
    """What there is, how many claims have each caution, and what was read last."""
    with open_to_list(settings, now) as listing:
        return Home(
            totals=listing.store.totals(),
            articles=_articles(
                listing.store, ArticleFilter(order=ArticleOrder.READ_LAST, limit=NEWEST_ARTICLES), listing.directory
            ),
        )


def _publisher(article: Article, directory: Directory) -> str | None:
    known = directory.outlets.get(article.outlet or "")
    return known.name if known else None


def page_claims(settings: Settings, now: datetime, wanted: FindingFilter, asked: PageAsked) -> Page[ClaimRow]:
    """Findings without relations and decisions, in the order that `wanted` names. The article may be an address, the
    outlet a name or a domain. Raises NotStored, UnknownOutlet, and InvalidOption where a name means several."""
    with open_to_list(settings, now) as listing:
        resolved = _resolved(listing, wanted)
        limited = replace(resolved, claims=replace(resolved.claims, limit=asked.size, offset=asked.offset))
        rows = _claim_rows(listing, listing.store.found(limited))
        return Page(rows=rows, asked=asked, total=listing.store.count_found(resolved))


def list_claims(
    settings: Settings, now: datetime, wanted: ClaimFilter, caution: CautionCode | None = None, *, whole: bool = True
) -> tuple[ClaimRow, ...]:
    """The latest published first. In `wanted` the article may be an address, the outlet a name or a domain. Without
    `whole` the findings come without relations and decisions, much faster. Raises NotStored, UnknownOutlet, and
    InvalidOption where a name means several."""
    cautions = () if caution is None else (caution,)
    return list_found(settings, now, FindingFilter(claims=wanted, cautions=cautions), whole=whole)


def list_found(
    settings: Settings, now: datetime, wanted: FindingFilter, asked: PageAsked | None = None, *, whole: bool = True
) -> tuple[ClaimRow, ...]:
    """The same for conditions of every kind; the whole list where no part of it is asked for."""
    if asked:
        wanted = replace(wanted, claims=replace(wanted.claims, limit=asked.size, offset=asked.offset))
    with open_to_list(settings, now) as listing:
        found = listing.store.found(_resolved(listing, wanted))
        if not whole:
            return _claim_rows(listing, found)
        claims = listing.store.claims_by_id(each.claim for each in found)
        return find_claims(listing.store, (claims[each.claim] for each in found), listing.directory)


def _resolved(listing: Listing, wanted: FindingFilter) -> FindingFilter:
    claims = wanted.claims
    article = listing.store.find_article(claims.article).id if claims.article is not None else None
    outlet = _outlet_id(claims.outlet, listing.directory) if claims.outlet is not None else None
    names = names_in(listing.directory) if wanted.words is not None else wanted.names
    return replace(wanted, claims=replace(claims, article=article, outlet=outlet), names=names)


def _outlet_id(name: str, directory: Directory) -> str:
    outlets = find_outlets(name, directory)
    if len(outlets) > 1:
        ids = ", ".join(outlet.id for outlet in outlets)
        raise InvalidOption(f"--outlet {name}: several outlets bear that name: {ids}; give the id of one")
    return outlets[0].id


def _claim_rows(listing: Listing, found: Sequence[FoundClaim]) -> tuple[ClaimRow, ...]:
    """From what is kept alone, in the order given; standings are those of the day."""
    store = listing.store
    claims = store.claims_by_id(each.claim for each in found)
    articles = store.articles_by_id({each.article for each in found})
    members = store.members_of({each.group for each in found if each.group_size > 1})
    return tuple(
        ClaimRow(
            article=articles[each.article],
            finding=finding_of(
                each, with_standing(claims[each.claim], articles[each.article], listing.directory), members
            ),
        )
        for each in found
    )


def list_groups(settings: Settings, now: datetime, wanted: GroupFilter | None = None) -> tuple[GroupRow, ...]:
    """Those of two claims or more, the largest first unless told otherwise, each with its findings whole."""
    with open_to_list(settings, now) as listing:
        kept = listing.store.found_groups(_of_groups(listing, wanted or GroupFilter()))
        members = listing.store.members_of(group.id for group in kept)
        groups = [Group(claims=members[group.id]) for group in kept]
        return find_groups(listing.store, groups, listing.directory)


def list_group_lines(settings: Settings, now: datetime, wanted: GroupFilter) -> tuple[GroupLine, ...]:
    """The same, with what a list shows of each alone: much faster."""
    with open_to_list(settings, now) as listing:
        return _group_lines(listing.store, _of_groups(listing, wanted))


def page_groups(settings: Settings, now: datetime, wanted: GroupFilter, asked: PageAsked) -> Page[GroupLine]:
    with open_to_list(settings, now) as listing:
        resolved = _of_groups(listing, wanted)
        rows = _group_lines(listing.store, replace(resolved, limit=asked.size, offset=asked.offset))
        return Page(rows=rows, asked=asked, total=listing.store.count_found_groups(resolved))


def _of_groups(listing: Listing, wanted: GroupFilter) -> GroupFilter:
    return wanted if wanted.words is None else replace(wanted, names=names_in(listing.directory))


def _group_lines(store: Store, wanted: GroupFilter) -> tuple[GroupLine, ...]:
    kept = store.found_groups(wanted)
    lines = store.claim_lines(claim for group in kept for claim in group.first)
    return tuple(GroupLine(group=group, first=tuple(lines[claim] for claim in group.first)) for group in kept)


def list_circular(settings: Settings, now: datetime, asked: PageAsked | None = None) -> tuple[ToldCircle, ...]:
    """Outlets that cite each other, many outlets that lead back to one, claims that gain certainty as they travel:
    rings first, then what most claims take part in. The whole list where no part of it is asked for."""
    with open_to_list(settings, now) as listing:
        return _told_circles(listing, asked)


def page_circular(settings: Settings, now: datetime, asked: PageAsked) -> Page[ToldCircle]:
    with open_to_list(settings, now) as listing:
        return Page(rows=_told_circles(listing, asked), asked=asked, total=listing.store.count_circles())


def _told_circles(listing: Listing, asked: PageAsked | None) -> tuple[ToldCircle, ...]:
    store = listing.store
    circles = store.circles(limit=asked.size, offset=asked.offset) if asked else store.circles()
    return tell_circles(store, circles, listing.directory)


def list_events(settings: Settings, now: datetime) -> tuple[EventRow, ...]:
    """Claims of two or more articles that speak of one happening, whatever they say of it; the most told first. They
    are found when they are asked for, among all stored claims: nothing else depends on them."""
    with open_to_read(settings, now) as store:
        worded = {wording.id: wording for wording in store.all_wordings()}
        days = {claim_id: day_number(wording.day) for claim_id, wording in worded.items()}
        comparisons = compare_claims(worded.values(), load_frequencies(), days)
        events = [
            group
            for group in group_ids(worded, comparisons, Level.EVENT)
            if len({worded[claim].article_id for claim in group.claims}) > 1
        ]
        rulings = rulings_of(store)
        rows = [_event_row(store, event, rulings) for event in events]
    return tuple(sorted(rows, key=lambda row: (-len(row.members), row.group.id)))


def _event_row(store: Store, event: Group, rulings: Sequence[Ruling]) -> EventRow:
    claims = store.claims_by_id(event.claims)
    articles = store.articles_by_id({claim.article_id for claim in claims.values()})
    told = [ToldClaim(article=articles[claim.article_id], claim=claim) for claim in claims.values()]
    return EventRow(
        group=event,
        statements=len(groups_around(store, event.claims, rulings)),
        members=tuple(sorted(told, key=by_publication)),
    )


def list_group_changes(settings: Settings, now: datetime) -> tuple[GroupChangeRow, ...]:
    """Merges and splits of groups as claims came in, the latest first."""
    with open_to_read(settings, now) as store:
        changes = store.group_changes()[::-1]
        texts = store.wordings(claim for change in changes for group in change.before for claim in group.claims)
    return tuple(
        GroupChangeRow(
            change=change,
            text=next((texts[claim].text for group in change.before for claim in group.claims if claim in texts), None),
        )
        for change in changes
    )


def show_group(settings: Settings, now: datetime, name: str) -> GroupRow:
    """By its id or the first characters of it. Raises NotStored."""
    with open_to_read(settings, now) as store:
        return find_groups(store, [find_group(store, name, rulings_of(store))], directory_of(store))[0]
