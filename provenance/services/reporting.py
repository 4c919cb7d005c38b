"""The main job: an article goes in, its report comes out."""

from collections.abc import Collection, Iterable
from datetime import datetime

from provenance.analysis import in_text_order
from provenance.errors import InvalidOption, NotStored
from provenance.ingest import ReadOptions, read_article
from provenance.model import Analysis, Article, Classification, Finding, Report
from provenance.outlets import Directory, classify
from provenance.report import build_report, ids_of_outlets, outlets_of
from provenance.services.comparing import save_article
from provenance.services.directories import directory_in_force, directory_of
from provenance.services.findings import find_alone, find_article, find_briefly, find_claims
from provenance.services.making import made_with
from provenance.services.opening import open_to_read
from provenance.services.reading import read_claims
from provenance.services.scratch import scratch_store
from provenance.services.stored import find_revision, find_stored, is_id
from provenance.services.values.articles import StoredClaim, StoredReport
from provenance.settings import Settings
from provenance.storage import Store, open_store


def report_article(
    location: str,
    options: ReadOptions,
    *,
    settings: Settings,
    now: datetime,
    keep: bool = True,
    stdin: bytes | None = None,
) -> Report:
    """The report of a path, an address, '-' (then `stdin` holds what was piped in), or of a stored article by id or
    address. What is read is stored unless `keep` is False; it is compared with what is stored either way.

    Raises InputError, UnknownOutlet, ModelError, StoreError.
    """
    stored = _report_stored(location, options, settings, now)
    if stored is not None:
        return stored
    directory = directory_in_force(settings, now)
    article = read_article(location, options, directory, stdin, today=now.date())
    claims = read_claims(article, settings.model, directory)
    if not keep:
        with scratch_store(settings, article, claims, now, directory) as (scratch, others):
            save_article(scratch, article, claims, directory=directory, now=now)
            return _report(scratch, article, others, directory)
    with open_store(settings.database, now=now) as store:
        save_article(store, article, claims, directory=directory, now=now)
        store.commit()
        return _report(store, article, store.count_articles() - 1, directory)


def report_stored(settings: Settings, now: datetime, article_id: str) -> Report:
    """The report of a stored article; what it is called is never taken for a file or an address. Raises NotStored."""
    with open_to_read(settings, now) as store:
        article = store.articles_by_id([article_id]).get(article_id)
        if article is None:
            raise NotStored(f"no article {article_id!r} in the store; /articles lists them")
        return _report(store, article, store.count_articles() - 1, directory_of(store))


def _report_stored(location: str, options: ReadOptions, settings: Settings, now: datetime) -> Report | None:
    """None where the location is nothing stored: it is to be read then. Options ask for reading."""
    if _overrides(options) and not is_id(location):
        return None
    if _overrides(options):
        raise InvalidOption(f"{location}: options override what is read, and this is stored already: ingest it again")
    with open_to_read(settings, now) as store:
        article = find_stored(store, location)
        return _report(store, article, store.count_articles() - 1, directory_of(store)) if article else None


def _overrides(options: ReadOptions) -> bool:
    given = (options.outlet, options.published, options.title, options.url, options.language)
    return any(value is not None for value in given)


def show_article(
    settings: Settings,
    now: datetime,
    name: str,
    number: int | None = None,
    explained: Collection[str] | None = None,
) -> StoredReport:
    """A stored article by its id; `number` is that of an earlier revision. One that was superseded has
    the machine's claims with the decisions in force that fit it, held against nothing. Relations say why the words of
    two agree of the `explained` claims alone, by id, of all where it is None; there may be no relations at all where
    nothing is to be explained. Raises NotStored."""
    with open_to_read(settings, now) as store:
        revisions = store.revisions(store.find_article(name).id)
        shown = find_revision(revisions, number)
        directory, article = directory_of(store), shown.article
        if shown.current:
            report = _report(store, article, store.count_articles() - 1, directory, explained)
        else:
            report = _build(article, find_alone(store, article, directory), 0, directory)
    return StoredReport(report=report, shown=shown, revisions=revisions)


def show_claim(settings: Settings, now: datetime, name: str, claim_id: str) -> StoredClaim:
    """A claim in force of a stored article, as the article's report has it. Only what its own finding rests on is read.
    Raises NotStored."""
    with open_to_read(settings, now) as store:
        article = store.find_article(name)
        claims = tuple(in_text_order(store.claims_of(article.id)))
        chosen = [claim for claim in claims if claim.id == claim_id]
        if not chosen:
            raise NotStored(
                f"no claim {claim_id!r} is in force in this article: a correction makes another one of it, and another "
                f"reading may not find it; /articles/{article.id} shows those that there are"
            )
        directory = directory_of(store)
        (row,) = find_claims(store, chosen, directory)
    outlets = outlets_of(claims, [row.finding], _classified(article, [row.finding], directory))
    return StoredClaim(
        article=article,
        finding=row.finding,
        claims=claims,
        outlets={
            place: entry for place, entry in enumerate(outlets, start=1) if claim_id in (*entry.claims, *entry.resting)
        },
    )


def _report(
    store: Store,
    article: Article,
    compared_with: int,
    directory: Directory,
    explained: Collection[str] | None = None,
) -> Report:
    analysis = find_briefly(store, article, directory) if explained is not None and not explained else None
    return _build(article, analysis or find_article(store, article, directory, explained), compared_with, directory)


def _build(article: Article, analysis: Analysis, compared_with: int, directory: Directory) -> Report:
    classified = _classified(article, analysis.findings, directory)
    return build_report(article, analysis, classified, made_with(directory), compared_with)


def _classified(article: Article, findings: Iterable[Finding], directory: Directory) -> dict[str, Classification]:
    """What the outlets that the claims come through or rest on are at the article's day."""
    outlets = ids_of_outlets(findings) & directory.outlets.keys()
    return {outlet: classify(directory, outlet, article.published) for outlet in sorted(outlets)}
