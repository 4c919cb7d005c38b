"""Two articles go in, what the second changed in the first comes out."""

from datetime import datetime

from provenance.diffing import DiffWords, Telling, diff_stories
from provenance.errors import InvalidOption
from provenance.extraction import cut_sentences
from provenance.ingest import ReadOptions, read_article
from provenance.model import Article, Claim
from provenance.outlets import Directory
from provenance.services.comparing import load_frequencies
from provenance.services.directories import directory_in_force
from provenance.services.making import made_with
from provenance.services.opening import open_to_read
from provenance.services.reading import load_reader, read_claims
from provenance.services.standings import with_standing
from provenance.services.stored import find_stored
from provenance.services.values import ArticleDiff
from provenance.settings import Settings

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
    one, other = (_tell(location, options, settings, now, directory, stdin) for location in (before, after))
    lexicon = load_reader(settings.model).lexicon
    words = DiffWords(hedges=lexicon.hedges, unnamed=lexicon.unnamed)
    diff = diff_stories(one, other, words, load_frequencies())
    return ArticleDiff(diff=diff, made_with=made_with(directory))


def _tell(
    location: str, options: ReadOptions, settings: Settings, now: datetime, directory: Directory, stdin: bytes | None
) -> Telling:
    stored = _stored(location, settings, now, directory)
    article, claims = stored or _read(location, options, settings, now, directory, stdin)
    return Telling(article=article, sentences=cut_sentences(article, load_reader(settings.model).finder), claims=claims)


def _stored(
    location: str, settings: Settings, now: datetime, directory: Directory
) -> tuple[Article, tuple[Claim, ...]] | None:
    with open_to_read(settings, now) as store:
        article = find_stored(store, location)
        if article is None:
            return None
        claims = sorted(store.claims_of(article.id), key=lambda claim: (claim.spans, claim.id))
        return article, tuple(with_standing(claim, article, directory) for claim in claims)


def _read(
    location: str, options: ReadOptions, settings: Settings, now: datetime, directory: Directory, stdin: bytes | None
) -> tuple[Article, tuple[Claim, ...]]:
    article = read_article(location, options, directory, stdin, today=now.date())
    return article, read_claims(article, settings.model, directory)
