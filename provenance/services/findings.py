"""What is found of stored claims, once they are held against everything connected to them."""

from collections.abc import Iterable

from provenance.analysis import Corpus, analyse, list_findings
from provenance.model import Article, Claim, Finding
from provenance.outlets import Directory
from provenance.services.standings import with_standing
from provenance.services.values import ClaimRow
from provenance.storage import Store


def corpus_around(store: Store, claims: Iterable[Claim], directory: Directory) -> Corpus:
    """The claims with all that comparisons connect to them; standings are those of the directory given."""
    linked = store.component(claim.id for claim in claims)
    ids = [claim.id for claim in linked]
    articles = store.articles_by_id({claim.article_id for claim in linked})
    return Corpus(
        articles=articles,
        claims={claim.id: with_standing(claim, articles[claim.article_id], directory) for claim in linked},
        comparisons=store.comparisons_among(ids),
        groups=store.groups_of(ids),
        reprints=store.reprints_of(articles),
    )


def find_article(store: Store, article: Article, directory: Directory) -> tuple[Finding, ...]:
    """In the order of the article's text."""
    return analyse(corpus_around(store, store.claims_of(article.id), directory), article.id)


def find_claims(store: Store, claims: Iterable[Claim], directory: Directory) -> tuple[ClaimRow, ...]:
    """One row a claim, in the order given."""
    wanted = tuple(claims)
    corpus = corpus_around(store, wanted, directory)
    found = {finding.claim.id: finding for finding in list_findings(corpus)}
    return tuple(ClaimRow(article=corpus.articles[claim.article_id], finding=found[claim.id]) for claim in wanted)
