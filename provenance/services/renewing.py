"""Findings are kept as long as nothing changes that they rest on, and made again by whoever asks next.

Who drops them: triggers of the database note a claim when anything of it changes, its links, its comparisons, its
members of a group, its article or a decision about it, whoever changes that. The claims that are noted, and all that is
connected to them, are looked at again in batches, each kept at once. Until none is left nobody lists anything; and what
was made with another edition of the analysis, the policy or the directory is as good as nothing.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime

from provenance.analysis import Census, Corpus, take_census
from provenance.errors import NotLookedAtYet, StoreUnavailable
from provenance.model import (
    Article,
    CautionCode,
    Claim,
    Finding,
    Mode,
    OriginCount,
    StateAffiliation,
    ToldClaim,
)
from provenance.outlets import Directory
from provenance.report import source_kind
from provenance.services.comparing import is_stale
from provenance.services.directories import directory_of
from provenance.services.editions import edition_of
from provenance.services.findings import by_publication, corpus_connected, find_article
from provenance.services.opening import open_to_read
from provenance.services.waiting import keep_waiting
from provenance.settings import Settings
from provenance.storage import FIRST_TOLD, Due, KeptArticle, KeptFinding, KeptGroup, Store, may_write, open_store

AT_ONCE = 300
"""Claims that are noted, looked at in one batch with all that is connected to them: about a second, and nobody else can
write meanwhile."""

WEIGHED_AT_ONCE = 5
"""Articles: a quarter of a second."""

TRIES = 3
"""So often it is tried to catch up with somebody who goes on writing; then what is missing is found for this reader
alone."""

AFFILIATED = (StateAffiliation.YES, StateAffiliation.DISPUTED)


@dataclass(frozen=True, slots=True)
class Listing:
    """A store whose findings are whole, and the directory that they were made with."""

    store: Store
    directory: Directory


def renew_findings(settings: Settings, now: datetime, limit: int | None = None) -> int:
    """Looks again at claims that are due: at all, or, where `limit` is given, at batches until it has looked at so many
    of them. How many are still due."""
    with open_to_read(settings, now) as store:
        if store.is_settled(edition_of(directory_of(store))):
            return 0
    looked = 0
    while True:
        with open_store(settings.database, now=now) as store:
            if is_stale(store):
                return 0  # whoever reads or writes compares it anew first
            directory = directory_of(store)
            _begin(store, directory)
            looked += renew_batch(store, directory)
            left = store.count_due()
            if not left:
                store.keep_counted()
            store.commit()
        if not left or (limit is not None and looked >= limit):
            return left


def count_due(settings: Settings, now: datetime) -> int:
    """How many claims are to be looked at before anything is listed; none where the store may only be read, for then
    each list does that for itself."""
    if not may_write(settings.database):
        return 0
    with open_to_read(settings, now) as store:
        return store.count_waiting(edition_of(directory_of(store)))


def weigh_articles(settings: Settings, now: datetime, limit: int | None = None) -> int:
    """Finds of articles as wholes what is not kept, so that their pages need not: of all, or of so many at most. How
    many it was; none while claims are still due."""
    weighed = 0
    while limit is None or weighed < limit:
        with open_to_read(settings, now) as store:
            if not store.is_whole(edition_of(directory_of(store))) or not store.articles_unweighed(1):
                break
        with open_store(settings.database, now=now) as store:
            store.begin_writing()
            directory = directory_of(store)
            if not store.is_whole(edition_of(directory)):
                break
            articles = store.articles_by_id(store.articles_unweighed(WEIGHED_AT_ONCE))
            store.save_article_findings([_weighed(store, article, directory) for article in articles.values()])
            store.commit()
        weighed += len(articles)
    return weighed


def _weighed(store: Store, article: Article, directory: Directory) -> KeptArticle:
    analysis = find_article(store, article, directory, explained=())
    return KeptArticle(
        article=article.id,
        origins=analysis.count.origins,
        independent=analysis.count.independent,
        circles=tuple(told.circle for told in analysis.circles),
        related=analysis.related,
    )


def renew_in_batches(settings: Settings, now: datetime) -> Iterator[int]:
    """Looks again at all claims that are due, a batch at a time, each kept at once: whoever stops in between goes on
    there the next time. Gives how many are still due, before the first batch and after each; nothing where none is."""
    with open_store(settings.database, now=now) as store:
        if is_stale(store):
            return  # as above
        _begin(store, directory_of(store))
        left = store.count_due()
        store.commit()
    while left:
        yield left
        left = renew_findings(settings, now, limit=1)
        if not left:
            yield 0


def _begin(store: Store, directory: Directory) -> None:
    """What was found with another edition goes, of decisions as of claims."""
    if store.begin_findings(edition_of(directory)):
        keep_waiting(store)


@contextmanager
def open_to_list(settings: Settings, now: datetime) -> Iterator[Listing]:
    """A store to list from, whose findings are made first where they are missing. Where nobody may write to it, or
    somebody else does all the time, they are made for this reader alone. Raises NotLookedAtYet where more are missing
    than the settings have patience for, and somebody can be at it."""
    for _ in range(TRIES):
        with open_to_read(settings, now) as store:
            directory = directory_of(store)
            edition = edition_of(directory)
            if store.is_whole(edition):
                yield Listing(store, directory)
                return
            if settings.patience is not None and may_write(settings.database):
                _expect_few(store.count_waiting(edition), settings.patience)
        try:
            renew_findings(settings, now)
        except StoreUnavailable:
            break
    with open_to_read(settings, now) as store:
        store.keep_findings_aside()
        directory = directory_of(store)
        store.begin_findings(edition_of(directory))
        while renew_batch(store, directory):
            pass
        yield Listing(store, directory)


def _expect_few(waiting: int, patience: int) -> None:
    if waiting > patience:
        raise NotLookedAtYet(
            f"{waiting:,} claims are still to be looked at again, after an upgrade, a decision or new articles. Lists "
            "come back when that is done; articles can be opened meanwhile"
        )


def renew_batch(store: Store, directory: Directory) -> int:
    """How many claims that were due are so no longer."""
    due = store.due(AT_ONCE)
    if not due:
        return 0
    corpus = corpus_connected(store, _to_look_at(store, due), directory)
    census = take_census(corpus)
    found = [_kept(finding, corpus.articles[finding.claim.article_id]) for finding in census.findings]
    looked_at = corpus.claims.keys() | {each.claim for each in due}
    store.save_findings(looked_at, found, _groups(corpus, census), census.circles)
    return len(due)


def _to_look_at(store: Store, due: Sequence[Due]) -> set[str]:
    """What is due; what it was compared with, for a claim that is no longer in force connects nothing any more; and the
    claims of all articles that a decision on how claims stand to one another ties to theirs, in force or not: it finds
    its claims again in what an article holds now, and may lose one."""
    decisions = store.decisions_about({each.article for each in due})
    tied = (decision.made.articles for decision in decisions if not decision.made.article_id)
    others = store.claims_of_articles(frozenset().union(*tied))
    noted = {each.claim for each in due}
    compared = {end for each in store.comparisons_of(noted) for end in (each.left, each.right)}
    return noted | compared | {claim.id for claims in others.values() for claim in claims}


def _kept(finding: Finding, article: Article) -> KeptFinding:
    claim = finding.claim
    standings = [link.standing for link in claim.chain.links if link.standing]
    return KeptFinding(
        claim=claim.id,
        mode=claim.mode,
        source=source_kind(claim).value,
        attributed=is_attributed(claim),
        state_affiliated=any(standing.state_affiliated in AFFILIATED for standing in standings),
        publisher=claim.chain.publisher.agent.name,
        speaker=next((link.agent.name for link in claim.chain.speakers), None),
        published=article.published,
        origins=finding.count.origins,
        independent=finding.count.independent,
        reasons=finding.count.reasons,
        group=finding.group.id,
        group_size=len(finding.group.claims),
        cautions=finding.cautions,
        families=tuple(standing.control_family for standing in standings),
    )


def is_attributed(claim: Claim) -> bool:
    """To a speaker, or to an outlet that the publisher credits."""
    return claim.mode is not Mode.OWN or bool(claim.chain.carriers)


def _groups(corpus: Corpus, census: Census) -> list[KeptGroup]:
    members: dict[str, list[Finding]] = defaultdict(list)
    for finding in census.findings:
        members[finding.group.id].append(finding)
    circular = {circle.group for circle in census.circles}
    return [
        _group(name, count, members[name], corpus, circular=name in circular)
        for name, count in sorted(census.counts.items())
    ]


def _group(name: str, count: OriginCount, members: Sequence[Finding], corpus: Corpus, *, circular: bool) -> KeptGroup:
    told = sorted(
        (ToldClaim(article=corpus.articles[one.claim.article_id], claim=one.claim) for one in members),
        key=by_publication,
    )
    cautions = {caution.code for finding in members for caution in finding.cautions}
    days = [one.article.published for one in told if one.article.published]
    return KeptGroup(
        id=name,
        size=len(told),
        origins=count.origins,
        independent=count.independent,
        circular=circular,
        contradicted=CautionCode.CONTRADICTED in cautions,
        figures_differ=CautionCode.FIGURES_DIFFER in cautions,
        latest=max(days, default=None),
        first=tuple(one.claim.id for one in told[:FIRST_TOLD]),
    )
