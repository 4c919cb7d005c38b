"""People's decisions as they bear on what is stored now: which are in force, and which groups they make."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from provenance.analysis import Corrected, Ruling, correct, find_rulings, in_force, overrule_groups
from provenance.errors import InvalidOption, NotStored
from provenance.model import Decision, Group
from provenance.storage import Store


@dataclass(frozen=True, slots=True)
class Tied:
    """Claims, by id, with all that decisions tie to them, and the rulings that do; `rulings` may name others, too.
    `groups` are those of the claims, where these were sought."""

    claims: frozenset[str]
    rulings: tuple[Ruling, ...]
    groups: tuple[Group, ...] = ()


def rulings_of(store: Store) -> tuple[Ruling, ...]:
    """Of the decisions in force on how claims stand to one another, those whose claims still stand in their articles,
    whatever was corrected of them since."""
    return rulings_among(store, store.decisions())


def rulings_about(store: Store, articles: Iterable[str]) -> tuple[Ruling, ...]:
    """Those of `rulings_of` that name claims of these articles."""
    return rulings_among(store, store.decisions_about(articles))


def rulings_among(store: Store, decisions: Iterable[Decision]) -> tuple[Ruling, ...]:
    """Those of `rulings_of` among these decisions, which come with all their undoings."""
    held = [decision for decision in in_force(decisions) if not decision.made.article_id]
    if not held:
        return ()
    articles = {reference.article_id for each in held for reference in (*each.made.left, *each.made.right)}
    return find_rulings(held, store.claims_of_articles(articles), corrected_articles(store, articles))


def corrected_articles(store: Store, articles: Iterable[str] | None = None) -> dict[str, Corrected]:
    """What people's corrections make of the articles that have any, by id; of these articles where some are given."""
    return corrected_among(store, store.decisions() if articles is None else store.decisions_about(articles))


def corrected_among(store: Store, decisions: Sequence[Decision]) -> dict[str, Corrected]:
    """The same of decisions that come with all their undoings, and are all that were made of an article's reading or
    none of them."""
    corrections: dict[str, list[Decision]] = {each.made.article_id: [] for each in decisions if each.made.article_id}
    if not corrections:
        return {}
    for decision in in_force(decisions):
        if decision.made.article_id:
            corrections[decision.made.article_id].append(decision)
    read = store.claims_read(corrections)
    return {
        article_id: correct(read.get(article_id, ()), article, corrections[article_id])
        for article_id, article in sorted(store.articles_by_id(corrections).items())
    }


def connected(store: Store, claim_ids: Iterable[str]) -> Tied:
    """These claims and all that comparisons or decisions connect to them, over however many steps."""
    return _tied(store, claim_ids, store.component)


def grouped(store: Store, claim_ids: Iterable[str]) -> Tied:
    """These claims, those of their groups, and all that decisions tie to either, over however many steps."""

    groups: dict[str, Group] = {}

    def with_groups(claims: Iterable[str]) -> frozenset[str]:
        found = store.groups_of(claims)
        groups.update((group.id, group) for group in found)
        return frozenset(claims).union(*(group.claims for group in found))

    tied = _tied(store, claim_ids, with_groups)
    return replace(tied, groups=tuple(groups[name] for name in sorted(groups)))


def _tied(store: Store, claim_ids: Iterable[str], reach: Callable[[set[str]], frozenset[str]]) -> Tied:
    """`reach` gives claims with those near them. Only decisions about their articles are read: a store may hold
    thousands of others."""
    reached: set[str] = set()
    rulings: tuple[Ruling, ...] = ()
    wanted = set(claim_ids)
    while wanted:
        reached |= reach(wanted)
        rulings = rulings_among(store, store.rulings_beside(reached))
        wanted = {claim for each in rulings if not each.claims.isdisjoint(reached) for claim in each.claims} - reached
    return Tied(frozenset(reached), rulings)


def groups_in_force(store: Store, rulings: Sequence[Ruling]) -> tuple[Group, ...]:
    """Those of two claims or more, the largest first, then by id."""
    ruled, machine = overruled_groups(store, rulings)
    stored = [group for group in store.groups() if machine.isdisjoint(group.claims)]
    made = [group for group in ruled if len(group.claims) > 1]
    return tuple(sorted([*stored, *made], key=lambda group: (-len(group.claims), group.id)))


def find_group(store: Store, name: str, rulings: Sequence[Ruling]) -> Group:
    """By the first characters of its id. A group that bore this name before people merged or split it is found by the
    claim it was named after. Raises NotStored, or InvalidOption where several groups are meant."""
    ruled, machine = overruled_groups(store, rulings)
    found = [group for group in ruled if group.id.startswith(name or "-")]
    found += [group for group in store.groups_named(name) if machine.isdisjoint(group.claims)]
    if not found and name[1:]:
        found = [group for group in ruled if any(claim.startswith(f"c{name[1:]}") for claim in group.claims)]
    ids = sorted(group.id for group in found)
    if not found:
        raise NotStored(f"no group {name!r} in the store; `provenance groups` lists them")
    if len(found) > 1:
        raise InvalidOption(f"{name!r} means several groups: {', '.join(ids[:10])}; give the id of one")
    return found[0]


def groups_around(store: Store, claim_ids: Iterable[str], rulings: Sequence[Ruling]) -> tuple[Group, ...]:
    """The groups that hold any of these claims, sorted."""
    ruled, machine = overruled_groups(store, rulings)
    wanted = set(claim_ids)
    stored = [group for group in store.groups_of(wanted) if machine.isdisjoint(group.claims)]
    made = [group for group in ruled if not wanted.isdisjoint(group.claims)]
    return tuple(sorted([*stored, *made], key=lambda group: group.claims))


def overruled_groups(store: Store, rulings: Sequence[Ruling]) -> tuple[tuple[Group, ...], frozenset[str]]:
    """What becomes of the groups that decisions touch, and all claims that are in these."""
    machine = store.groups_of(claim for ruling in rulings for claim in ruling.claims)
    claims = frozenset(claim for group in machine for claim in group.claims)
    return overrule_groups(machine, store.bonds_among(claims), rulings), claims
