"""What is found of stored claims, once they are held against everything connected to them."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from provenance.analysis import (
    TELLING,
    Corpus,
    Corrected,
    Ruling,
    analyse_article,
    count_origins,
    in_text_order,
    index_corpus,
    list_findings,
    overrulings,
    rejections,
)
from provenance.model import (
    Agreement,
    Analysis,
    Article,
    Circle,
    Claim,
    Comparison,
    Finding,
    Group,
    OriginCount,
    ToldCircle,
    ToldClaim,
)
from provenance.outlets import Directory
from provenance.services.corrected import corrected_revision
from provenance.services.editions import edition_of
from provenance.services.hosts import resemblance_in_words
from provenance.services.rulings import connected, corrected_articles, grouped, rulings_among
from provenance.services.standings import with_standing
from provenance.services.values.claims import ClaimRow, GroupRow
from provenance.storage import ClaimFilter, FindingFilter, FoundClaim, Store


def corpus_around(
    store: Store,
    claims: Iterable[Claim],
    directory: Directory,
    explained: Collection[str] | None = None,
    article: Article | None = None,
) -> Corpus:
    """The claims with what their findings rest on: their groups, what they were compared with, what decisions tie to
    either, and what people made of the reading of their articles, and of one of which maybe no claim is left. Standings
    are by the directory given. Why the words of two agree is read for the `explained` claims alone, by id, for all
    where it is None: the relations of the others lack those of their reasons that are only there to be shown."""
    asked = {claim.id: claim for claim in claims}
    articles = {claim.article_id for claim in asked.values()} | ({article.id} if article else set())
    near = grouped(store, asked)
    own = _comparisons(store, asked, asked if explained is None else asked.keys() & set(explained))
    others = store.bonds_among(near.claims - asked.keys(), TELLING)
    ends = {end for one in own if one.agreement is not Agreement.UNRELATED for end in (one.left, one.right)}
    around = Around(
        claims=(*asked.values(), *store.claims_by_id((near.claims | ends) - asked.keys()).values()),
        comparisons=(*own, *others),
        groups=near.groups,
        corrected=corrected_articles(store, articles),
    )
    return corpus_of(store, around, near.rulings, directory)


def _comparisons(store: Store, wanted: Collection[str], explained: Collection[str]) -> tuple[Comparison, ...]:
    """Of the wanted claims, each once; of the explained ones with all reasons."""
    found = (*store.bonds_of(set(wanted).difference(explained), TELLING), *store.comparisons_of(explained))
    return tuple({(one.left, one.right): one for one in found}.values())


def corpus_connected(store: Store, claims: Iterable[str], directory: Directory) -> Corpus:
    """The claims with all that comparisons and decisions connect to them, over however many steps. What people made of
    their reading is in force in them, and not told."""
    linked = connected(store, claims)
    around = Around(
        claims=tuple(store.claims_by_id(linked.claims).values()),
        comparisons=store.comparisons_among(linked.claims),
        groups=store.groups_of(linked.claims),
    )
    return corpus_of(store, around, linked.rulings, directory)


@dataclass(frozen=True, slots=True, kw_only=True)
class Around:
    """Claims as they are stored, how they stand to one another, and of articles of which findings are asked, by id,
    what people made of their reading."""

    claims: Sequence[Claim]
    comparisons: Sequence[Comparison]
    groups: Sequence[Group]
    corrected: Mapping[str, Corrected] = field(default_factory=dict)


def corpus_of(store: Store, around: Around, rulings: Sequence[Ruling], directory: Directory) -> Corpus:
    articles = store.articles_by_id({claim.article_id for claim in around.claims})
    return Corpus(
        articles=articles,
        claims={claim.id: with_standing(claim, articles[claim.article_id], directory) for claim in around.claims},
        comparisons=around.comparisons,
        groups=around.groups,
        reprints=store.reprints_of(articles),
        resemblances={
            article: words
            for article, found in articles.items()
            if (words := resemblance_in_words(found.url, directory))
        },
        rulings=rulings,
        corrected=around.corrected,
        seen=store.last_decision(),
    )


def find_article(
    store: Store, article: Article, directory: Directory, explained: Collection[str] | None = None
) -> Analysis:
    """`explained` as in `corpus_around`."""
    corpus = corpus_around(store, store.claims_of(article.id), directory, explained, article)
    return analyse_article(corpus, article.id)


def find_briefly(store: Store, article: Article, directory: Directory) -> Analysis | None:
    """The same without relations, from what is kept; None where that is not whole, or where people ruled on how claims
    of the article, or of their groups, stand to others: what the machine reads without them is not kept."""
    kept = store.article_found(article.id) if store.is_whole(edition_of(directory)) else None
    if kept is None:
        return None
    found = store.found(FindingFilter(claims=ClaimFilter(article=article.id)))
    members = store.members_of({each.group for each in found if each.group_size > 1})
    near = {each.claim for each in found}.union(*members.values())
    if any(not ruling.claims.isdisjoint(near) for ruling in rulings_among(store, store.rulings_beside(near))):
        return None
    claims = {claim.id: with_standing(claim, article, directory) for claim in store.claims_of(article.id)}
    findings = {each.claim: finding_of(each, claims[each.claim], members) for each in found}
    corrected = corrected_articles(store, [article.id]).get(article.id)
    decided = overrulings(corrected) if corrected else {}
    seen = store.last_decision()
    return Analysis(
        findings=tuple(
            replace(findings[claim.id], decisions=decided.get(claim.id, ()), seen=seen)
            for claim in in_text_order(claims.values())
        ),
        count=OriginCount(origins=kept.origins, independent=kept.independent),
        circles=tell_circles(store, kept.circles, directory),
        related=kept.related,
        rejected=rejections(corrected) if corrected else (),
        waiting=corrected.waiting if corrected else (),
    )


def finding_of(found: FoundClaim, claim: Claim, members: Mapping[str, tuple[str, ...]]) -> Finding:
    """From what is kept, without relations and decisions; `members` are the claims of groups of two or more."""
    return Finding(
        claim=claim,
        group=Group(claims=members.get(found.group, (found.claim,))),
        count=OriginCount(origins=found.origins, independent=found.independent, reasons=found.reasons),
        cautions=found.cautions,
    )


def tell_circles(store: Store, circles: Sequence[Circle], directory: Directory) -> tuple[ToldCircle, ...]:
    """With the claims that take part in them, as they are now."""
    claims = store.claims_by_id(claim for circle in circles for claim in circle.claims)
    articles = store.articles_by_id({claim.article_id for claim in claims.values()})
    told = {
        name: ToldClaim(
            article=articles[claim.article_id], claim=with_standing(claim, articles[claim.article_id], directory)
        )
        for name, claim in claims.items()
    }
    return tuple(ToldCircle(circle=circle, claims=tuple(told[claim] for claim in circle.claims)) for circle in circles)


def find_alone(store: Store, article: Article, directory: Directory) -> Analysis:
    """Of a revision that was superseded, held against nothing else. Decisions that do not fit it were made of another
    revision: they do not wait here."""
    corrected = replace(corrected_revision(store, article, directory), waiting=())
    corpus = Corpus(
        articles={article.id: article},
        claims={claim.id: claim for claim in corrected.claims},
        corrected={article.id: corrected},
    )
    return analyse_article(corpus, article.id)


def find_claims(store: Store, claims: Iterable[Claim], directory: Directory) -> tuple[ClaimRow, ...]:
    """One row a claim, in the order given."""
    wanted = tuple(claims)
    corpus = corpus_around(store, wanted, directory)
    found = {finding.claim.id: finding for finding in list_findings(corpus, [claim.id for claim in wanted])}
    return tuple(ClaimRow(article=corpus.articles[claim.article_id], finding=found[claim.id]) for claim in wanted)


def find_groups(store: Store, groups: Sequence[Group], directory: Directory) -> tuple[GroupRow, ...]:
    """One row a group, in the order given; its claims in the order of publication."""
    claims = store.claims_by_id(claim_id for group in groups for claim_id in group.claims)
    corpus = corpus_around(store, claims.values(), directory)
    index = index_corpus(corpus)
    found = {finding.claim.id: finding for finding in list_findings(corpus, claims)}
    rows = {
        claim.id: ClaimRow(article=corpus.articles[claim.article_id], finding=found[claim.id])
        for claim in claims.values()
    }
    return tuple(
        GroupRow(
            group=group,
            count=count_origins(group, index),
            members=tuple(sorted((rows[claim_id] for claim_id in group.claims), key=_by_publication)),
        )
        for group in groups
    )


def by_publication(told: ToldClaim) -> tuple[date, str, tuple[int, ...]]:
    """What to sort claims by, so that they come in the order of publication, undated ones last."""
    return told.article.published or date.max, told.article.id, tuple(span.start for span in told.claim.spans)


def _by_publication(row: ClaimRow) -> tuple[date, str, tuple[int, ...]]:
    return by_publication(ToldClaim(article=row.article, claim=row.finding.claim))
