"""One group of claims that say the same: who says so, through whom, who says otherwise."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from provenance.analysis import (
    SAME_SENTENCE,
    Corpus,
    Lineage,
    Ruling,
    attest,
    claims_of_decision,
    figures_of,
    index_corpus,
)
from provenance.errors import InvalidOption
from provenance.model import Agreement, Comparison, Decision, Group, ToldClaim
from provenance.outlets import Directory
from provenance.report import GroupFacts
from provenance.services.decision_log import log_decisions
from provenance.services.directories import directory_of
from provenance.services.findings import by_publication
from provenance.services.opening import open_to_read
from provenance.services.rulings import corrected_among, find_group, rulings_of
from provenance.services.standings import with_standing
from provenance.services.values.decisions import LoggedDecision
from provenance.services.waiting import waiting_in
from provenance.settings import Settings
from provenance.storage import Store

ELSEWHERE = 100
"""Claims of other groups that are held against the chosen one: more are counted, not read."""

_ORDER = (Agreement.CONFLICTS, Agreement.FIGURES_DIFFER, Agreement.AGREES)


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupView:
    """`decisions` are all that people ever decided of its claims, of their reading too."""

    facts: GroupFacts
    decisions: tuple[LoggedDecision, ...]


def view_group(settings: Settings, now: datetime, name: str, against: str | None = None) -> GroupView:
    """By its id or the first characters of it. `against` is the id of one of its claims, None for the earliest. Raises
    NotStored, and InvalidOption where that claim is not in it."""
    with open_to_read(settings, now) as store:
        rulings = rulings_of(store)
        group = find_group(store, name, rulings)
        return _view(store, group, rulings, against, directory_of(store))


def _view(
    store: Store, group: Group, rulings: Sequence[Ruling], against: str | None, directory: Directory
) -> GroupView:
    near = _around(store, group, rulings)
    held = store.claims_by_id(near)
    articles = store.articles_by_id({claim.article_id for claim in held.values()})
    members = sorted(
        (ToldClaim(article=articles[held[one].article_id], claim=held[one]) for one in group.claims), key=by_publication
    )
    chosen = _chosen(group, members, against)
    own = [one for one in store.comparisons_of([chosen]) if one.agreement is not Agreement.UNRELATED]
    strangers = _strangers(chosen, own, near)
    others = store.claims_by_id(strangers[:ELSEWHERE])
    articles |= store.articles_by_id({claim.article_id for claim in others.values()} - articles.keys())
    claims = {
        one: with_standing(claim, articles[claim.article_id], directory) for one, claim in (held | others).items()
    }
    corpus = Corpus(
        articles=articles,
        claims=claims,
        comparisons=store.bonds_among(near, [SAME_SENTENCE]),
        groups=store.groups_of(near),
        reprints=store.reprints_of(articles),
        rulings=rulings,
    )
    attestation = attest(group, index_corpus(corpus), chosen, own)
    facts = GroupFacts(
        group=group,
        members=tuple(ToldClaim(article=told.article, claim=claims[told.claim.id]) for told in members),
        attestation=attestation,
        reprints=tuple(corpus.reprints),
        against=chosen,
        left_off=max(len(strangers) - ELSEWHERE, 0),
        figures=figures_of(claims[chosen], attestation.related, [claims[one] for one in group.claims]),
    )
    return GroupView(facts=facts, decisions=tuple(_decisions(store, group, members, rulings)))


def _around(store: Store, group: Group, rulings: Sequence[Ruling]) -> set[str]:
    """The group's claims, and those that decisions tie to them with all of their groups: what was split goes by its
    words, so that these are needed."""
    touching = [ruling for ruling in rulings if not ruling.claims.isdisjoint(group.claims)]
    tied = {claim for ruling in touching for claim in ruling.claims}
    near = {claim for each in store.groups_of(tied | set(group.claims)) for claim in each.claims} if tied else set()
    return near | tied | set(group.claims)


def _chosen(group: Group, members: Sequence[ToldClaim], against: str | None) -> str:
    if against is None:
        return members[0].claim.id
    if against not in group.claims:
        raise InvalidOption(f"{against} is not in the group {group.id}")
    return against


def _strangers(chosen: str, comparisons: Iterable[Comparison], near: set[str]) -> list[str]:
    """Claims outside the group that are compared with the chosen one, those that say otherwise first."""
    ends = [(one.right if one.left == chosen else one.left, one.agreement) for one in comparisons]
    outside = [(_ORDER.index(agreement), end) for end, agreement in ends if end not in near]
    return [end for _, end in sorted(outside)]


def _decisions(
    store: Store, group: Group, members: Sequence[ToldClaim], rulings: Sequence[Ruling]
) -> Iterable[LoggedDecision]:
    """Those in force by the claims that they mean now; others by the claims that they named, or made."""
    articles = {told.article.id for told in members}
    decisions = store.decisions_about(articles)
    corrected = corrected_among(store, decisions)
    lineages = [
        lineage
        for article in corrected.values()
        for lineage in article.lineages
        if lineage.claim and lineage.claim.id in group.claims
    ]
    holding = {step.decision.id for lineage in lineages for step in lineage.steps}
    ever = _ever(group, lineages, decisions)
    bearing = {ruling.decision.id: ruling.claims for ruling in rulings}
    for each in log_decisions(decisions, waiting_in(store, decisions)):
        claims = bearing.get(each.decision.id) or claims_of_decision(each.decision)
        if each.decision.id in holding or not ever.isdisjoint(claims):
            yield each


def _ever(group: Group, lineages: Iterable[Lineage], decisions: Iterable[Decision]) -> set[str]:
    """The ids that the group's claims have and had, those that corrections gave which were taken back too."""
    ever = {*group.claims, *(claim.id for lineage in lineages for claim in lineage.claims)}
    for decision in decisions:
        if decision.made.article_id and not ever.isdisjoint(claims := claims_of_decision(decision)):
            ever |= claims
    return ever
