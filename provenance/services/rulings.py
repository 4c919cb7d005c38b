"""People's decisions as they bear on what is stored now: which are in force, and which groups they make."""

from collections.abc import Iterable, Sequence

from provenance.analysis import Corrected, Ruling, correct, find_rulings, in_force, overrule_groups
from provenance.errors import InvalidOption, NotStored
from provenance.model import Claim, Decision, Group
from provenance.storage import Store


def rulings_of(store: Store) -> tuple[Ruling, ...]:
    """Of the decisions in force on how claims stand to one another, those whose claims still stand in their articles,
    whatever was corrected of them since."""
    decisions = store.decisions()
    held = in_force(decisions)
    articles = {
        reference.article_id
        for decision in held
        if not decision.made.article_id
        for reference in (*decision.made.left, *decision.made.right)
    }
    return find_rulings(held, store.claims_of_articles(articles), corrected_articles(store, decisions, articles))


def corrected_articles(
    store: Store, decisions: Sequence[Decision], articles: Iterable[str] | None = None
) -> dict[str, Corrected]:
    """What people's corrections make of the articles that have any, by id; of these articles where some are given."""
    named = {decision.made.article_id for decision in decisions if decision.made.article_id}
    wanted = named if articles is None else named.intersection(articles)
    if not wanted:
        return {}
    read = store.claims_read(wanted)
    return {
        article_id: correct(read.get(article_id, ()), article, decisions)
        for article_id, article in sorted(store.articles_by_id(wanted).items())
    }


def connected(store: Store, claim_ids: Iterable[str], rulings: Sequence[Ruling]) -> tuple[Claim, ...]:
    """These claims and all that comparisons or decisions connect to them, over however many steps, sorted by id."""
    reached: set[str] = set()
    wanted = set(claim_ids)
    while wanted:
        reached |= store.component(wanted)
        touched = (ruling.claims for ruling in rulings if not ruling.claims.isdisjoint(reached))
        wanted = set().union(*touched) - reached
    return tuple(store.claims_by_id(reached).values())


def grouped(store: Store, claim_ids: Iterable[str], rulings: Sequence[Ruling]) -> tuple[set[str], tuple[Group, ...]]:
    """These claims, those of their groups, and all that decisions tie to either, over however many steps; and the
    groups, as the machine makes them."""
    reached: set[str] = set()
    groups: set[Group] = set()
    wanted = set(claim_ids)
    while wanted:
        groups.update(store.groups_of(wanted))
        reached = reached.union(wanted, *(group.claims for group in groups))
        touched = (ruling.claims for ruling in rulings if not ruling.claims.isdisjoint(reached))
        wanted = set().union(*touched) - reached
    return reached, tuple(sorted(groups, key=lambda group: group.claims))


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
    return overrule_groups(machine, store.comparisons_among(claims), rulings), claims
