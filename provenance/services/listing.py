"""Lists of what is stored: articles, claims, groups."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from provenance.analysis import Ruling, find_circular, tell_circle
from provenance.errors import InvalidOption
from provenance.matching import Level, compare_claims, day_number, group_ids
from provenance.model import CautionCode, Group, Mode, StateAffiliation, ToldCircle, ToldClaim
from provenance.outlets import Directory
from provenance.services.comparing import load_frequencies
from provenance.services.directories import directory_of
from provenance.services.findings import by_publication, corpus_around, find_claims, find_groups
from provenance.services.opening import open_to_read
from provenance.services.outlets import find_outlets
from provenance.services.rulings import find_group, groups_around, groups_in_force, rulings_of
from provenance.services.values import ArticleRow, ClaimRow, EventRow, GroupChangeRow, GroupRow
from provenance.settings import Settings
from provenance.storage import ClaimFilter, Store

AFFILIATED = (StateAffiliation.YES, StateAffiliation.DISPUTED)


def list_articles(settings: Settings, now: datetime) -> tuple[ArticleRow, ...]:
    """The latest published first."""
    with open_to_read(settings, now) as store:
        articles = store.articles()
        counts = store.counts(article.id for article in articles)
        return tuple(
            ArticleRow(article=article, claims=counts[article.id].claims, revisions=counts[article.id].revisions)
            for article in articles
        )


def list_claims(
    settings: Settings, now: datetime, wanted: ClaimFilter, caution: CautionCode | None = None
) -> tuple[ClaimRow, ...]:
    """The latest published first. In `wanted` the article may be an address, the outlet a name or a domain. Raises
    NotStored, UnknownOutlet, and InvalidOption where a name means several."""
    with open_to_read(settings, now) as store:
        directory = directory_of(store)
        rows = find_claims(store, store.claims(_resolved(store, wanted, directory)), directory)
    return tuple(row for row in rows if caution is None or caution in {c.code for c in row.finding.cautions})


def _resolved(store: Store, wanted: ClaimFilter, directory: Directory) -> ClaimFilter:
    article = store.find_article(wanted.article).id if wanted.article is not None else None
    outlet = _outlet_id(wanted.outlet, directory) if wanted.outlet is not None else None
    return replace(wanted, article=article, outlet=outlet)


def _outlet_id(name: str, directory: Directory) -> str:
    outlets = find_outlets(name, directory)
    if len(outlets) > 1:
        ids = ", ".join(outlet.id for outlet in outlets)
        raise InvalidOption(f"--outlet {name}: several outlets bear that name: {ids}; give the id of one")
    return outlets[0].id


def list_single_source(settings: Settings, now: datetime) -> tuple[ClaimRow, ...]:
    """Attributed claims with fewer than two independent origins in the whole store."""
    return list_claims(settings, now, ClaimFilter(), CautionCode.SINGLE_SOURCE)


def list_state_affiliated(settings: Settings, now: datetime) -> tuple[ClaimRow, ...]:
    """Attributions whose chain runs through an outlet that was state-affiliated on the article's day, or is disputed to
    have been."""
    rows = list_claims(settings, now, ClaimFilter())
    return tuple(row for row in rows if _is_attributed(row) and _runs_through_affiliated(row))


def _is_attributed(row: ClaimRow) -> bool:
    """To a speaker, or to an outlet that the publisher credits."""
    return row.finding.claim.mode is not Mode.OWN or bool(row.finding.claim.chain.carriers)


def _runs_through_affiliated(row: ClaimRow) -> bool:
    standings = (link.standing for link in row.finding.claim.chain.links)
    return any(standing.state_affiliated in AFFILIATED for standing in standings if standing)


def list_groups(settings: Settings, now: datetime) -> tuple[GroupRow, ...]:
    """Those of two claims or more, the largest first."""
    with open_to_read(settings, now) as store:
        return find_groups(store, groups_in_force(store, rulings_of(store)), directory_of(store))


def list_circular(settings: Settings, now: datetime) -> tuple[ToldCircle, ...]:
    """Outlets that cite each other, many outlets that lead back to one, claims that gain certainty as they travel."""
    with open_to_read(settings, now) as store:
        claims = store.claims_by_id(claim_id for group in store.groups() for claim_id in group.claims)
        corpus = corpus_around(store, claims.values(), directory_of(store))
    return tuple(tell_circle(circle, corpus) for circle in find_circular(corpus))


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
