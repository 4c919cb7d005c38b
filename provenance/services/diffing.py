"""Two articles, or two revisions of one, go in; what the second changed in the first comes out."""

from dataclasses import replace
from datetime import datetime

from provenance.diffing import DiffWords, Telling, diff_stories
from provenance.errors import InvalidOption
from provenance.extraction import cut_sentences
from provenance.ingest import ReadOptions, read_article
from provenance.model import Article, Claim, Finding
from provenance.outlets import Directory
from provenance.services.comparing import load_frequencies
from provenance.services.corrected import corrected_revision
from provenance.services.directories import directory_in_force, directory_of
from provenance.services.findings import find_article
from provenance.services.making import made_with
from provenance.services.opening import open_to_read
from provenance.services.reading import load_reader, read_claims
from provenance.services.stored import find_revision, find_stored
from provenance.services.values.articles import ArticleDiff, Compared, Revisions
from provenance.settings import Settings
from provenance.storage import Store

STDIN = "-"


def diff_articles(
    before: str,
    after: str,
    options: ReadOptions,
    *,
    settings: Settings,
    now: datetime,
    stdin: bytes | None = None,
) -> ArticleDiff:
    """Each a path, an address, '-' (one of them; then `stdin` holds what was piped in), or a stored article's id or
    address. Nothing is stored.

    Raises InputError, ModelError, StoreError.
    """
    if before == after == STDIN:
        raise InvalidOption("- and -: one article comes from standard input, the other has to come from elsewhere")
    directory = directory_in_force(settings, now)
    one, other = (
        _stored(location, settings, now, directory) or _read(location, options, settings, now, directory, stdin)
        for location in (before, after)
    )
    return _diff(one, other, settings, directory)


def list_revisions(
    settings: Settings, now: datetime, name: str, *, before: int | None = None, after: int | None = None
) -> Revisions:
    """What the revision `after` changed in the revision `before`, by their numbers: unless others are asked for, the
    latest one in the one ahead of it. Raises NotStored."""
    with open_to_read(settings, now) as store:
        article = store.find_article(name)
        revisions = store.revisions(article.id)
        if len(revisions) < 2:
            return Revisions(article=article, revisions=revisions)
        later = find_revision(revisions, after or len(revisions))
        earlier = find_revision(revisions, before or max(later.number - 1, 1))
        directory = directory_of(store)
        one, other = (_held(store, each.article, directory) for each in (earlier, later))
    return Revisions(
        article=article,
        revisions=revisions,
        before=earlier.number,
        after=later.number,
        diff=_diff(one, other, settings, directory),
    )


def compare_articles(settings: Settings, now: datetime, left: str, right: str) -> Compared:
    """Two stored articles by their ids. Raises NotStored, InvalidOption for one article with itself."""
    with open_to_read(settings, now) as store:
        one, other = (store.find_article(name) for name in (left, right))
        if one.id == other.id:
            raise InvalidOption(f"{left} and {right} are one article: choose another to compare it with")
        directory = directory_of(store)
        findings = find_article(store, one, directory).findings
        before, after = (_held(store, article, directory) for article in (one, other))
    return Compared(
        diff=_diff(before, after, settings, directory),
        findings=tuple(related for finding in findings if (related := _related_to(finding, other.id)).relations),
    )


def _related_to(finding: Finding, article_id: str) -> Finding:
    return replace(finding, relations=tuple(one for one in finding.relations if one.article.id == article_id))


Held = tuple[Article, tuple[Claim, ...]]
"""An article and its claims in the order of its text."""


def _diff(before: Held, after: Held, settings: Settings, directory: Directory) -> ArticleDiff:
    reader = load_reader(settings.model)
    one, other = (
        Telling(article=article, sentences=cut_sentences(article, reader.finder), claims=claims)
        for article, claims in (before, after)
    )
    words = DiffWords(hedges=reader.lexicon.hedges, unnamed=reader.lexicon.unnamed)
    diff = diff_stories(one, other, words, load_frequencies())
    return ArticleDiff(diff=diff, made_with=made_with(directory))


def _stored(location: str, settings: Settings, now: datetime, directory: Directory) -> Held | None:
    with open_to_read(settings, now) as store:
        article = find_stored(store, location)
        return _held(store, article, directory) if article else None


def _held(store: Store, article: Article, directory: Directory) -> Held:
    return article, corrected_revision(store, article, directory).claims


def _read(
    location: str, options: ReadOptions, settings: Settings, now: datetime, directory: Directory, stdin: bytes | None
) -> tuple[Article, tuple[Claim, ...]]:
    article = read_article(location, options, directory, stdin, today=now.date())
    return article, read_claims(article, settings.model, directory)
