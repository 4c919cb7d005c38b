"""How claims stand to one another: comparisons, what they connect, groups, reprints."""

from dataclasses import replace

import pytest
from sqlalchemy import select

from provenance.errors import StoreError
from provenance.matching import Reprint, ReprintKind
from provenance.model import Agreement, Article, Claim, Group, Reason, Span
from provenance.storage import Store
from provenance.storage.rows import ComparisonRow
from tests.builders import a_claim, a_comparison, a_group, an_article
from tests.storage.conftest import NOW


def an_article_number(number: int) -> Article:
    return an_article(url=f"https://example.org/{number}")


def save(store: Store, article: Article, *claims: Claim) -> None:
    store.save_article(article, claims, keys={}, read_at=NOW)


@pytest.fixture
def claims(store: Store) -> list[Claim]:
    """One in each of six articles."""
    articles = [an_article_number(number) for number in range(6)]
    claims = [a_claim(article=article) for article in articles]
    for article, claim in zip(articles, claims, strict=True):
        save(store, article, claim)
    return claims


def ids(*claims: Claim) -> list[str]:
    return [claim.id for claim in claims]


def in_order(*claims: Claim) -> tuple[Claim, ...]:
    return tuple(sorted(claims, key=lambda claim: claim.id))


def test_a_comparison_keeps_its_reasons_and_replaces_an_older_one(store: Store, claims: list[Claim]) -> None:
    reason = Reason(code="figures", text="“339” and “340” children.", left=(Span(20, 23),), right=(Span(20, 23),))
    older = a_comparison(claims[0], claims[1])
    newer = a_comparison(
        claims[0], claims[1], agreement=Agreement.FIGURES_DIFFER, similarity=0.1 + 0.2, reasons=(reason,)
    )
    store.save_comparisons([older])
    assert store.comparisons_among(ids(*claims)) == (older,)
    store.save_comparisons([newer])
    assert store.comparisons_among(ids(*claims)) == (newer,)
    store.save_comparisons([])
    assert store.comparisons_among(ids(*claims)) == (newer,)


def test_what_is_read_after_a_save_is_what_was_saved_even_if_it_was_read_before(
    store: Store, claims: list[Claim]
) -> None:
    store.save_comparisons([a_comparison(claims[0], claims[1])])
    held = store._session.scalars(select(ComparisonRow)).all()
    newer = a_comparison(claims[0], claims[1], similarity=0.5)
    store.save_comparisons([newer])
    assert len(held) == 1
    assert store.comparisons_among(ids(*claims)) == (newer,)


def test_comparisons_among_have_both_ends_inside_and_comparisons_of_one(store: Store, claims: list[Claim]) -> None:
    one, two, three, *_ = claims
    between, outside = a_comparison(one, two), a_comparison(two, three)
    store.save_comparisons([outside, between])
    assert store.comparisons_among(ids(one, two)) == (between,)
    assert store.comparisons_of(ids(one)) == (between,)
    assert store.comparisons_of(ids(two)) == tuple(sorted([between, outside], key=lambda each: (each.left, each.right)))
    assert store.comparisons_of([]) == store.comparisons_among([]) == ()


def test_comparisons_with_a_superseded_claim_are_left_out(store: Store, claims: list[Claim]) -> None:
    one, two, *_ = claims
    store.save_comparisons([a_comparison(one, two)])
    save(store, replace(an_article_number(1), text="Another text."))
    assert store.comparisons_of(ids(one)) == ()
    assert store.comparisons_of(ids(two)) == (a_comparison(one, two),)


def test_a_comparison_with_a_claim_that_is_not_stored_is_refused(store: Store, claims: list[Claim]) -> None:
    with pytest.raises(StoreError, match="refused"):
        store.save_comparisons([a_comparison(claims[0], a_claim(article=an_article_number(99)))])


def test_a_component_reaches_over_many_steps(store: Store, claims: list[Claim]) -> None:
    one, two, three, four, five, six = claims
    store.save_comparisons(
        [
            a_comparison(one, two),
            a_comparison(two, three, agreement=Agreement.CONFLICTS),
            a_comparison(three, four, agreement=Agreement.FIGURES_DIFFER),
            a_comparison(four, two),
            a_comparison(four, five, agreement=Agreement.UNRELATED),
            a_comparison(five, six),
        ]
    )
    assert store.component(ids(one)) == store.component(ids(four)) == set(ids(one, two, three, four))
    assert store.component(ids(six)) == set(ids(five, six))
    assert store.component(ids(one, six)) == set(ids(*claims))
    assert store.component(["c0"]) == store.component([]) == set()
    assert store.component(ids(one), {Agreement.AGREES}) == set(ids(one, two, four))


def test_a_component_holds_claims_of_current_revisions_only(store: Store, claims: list[Claim]) -> None:
    one, two, three, *_ = claims
    store.save_comparisons([a_comparison(one, two), a_comparison(two, three)])
    save(store, replace(an_article_number(1), text="Another text."))
    assert store.component(ids(one)) == set(ids(one))
    assert store.component(ids(two)) == set()


def test_a_claim_changes_its_group_and_those_left_behind_keep_together(store: Store, claims: list[Claim]) -> None:
    one, two, three, four, *_ = in_order(*claims)
    store.save_groups([a_group(one, two, three)])
    assert store.groups_of(ids(two)) == (a_group(one, two, three),)
    store.save_groups([a_group(one, four)])
    assert store.groups_of(ids(*claims)) == (a_group(one, four), a_group(two, three))
    assert store.groups_named(a_group(two, three).id) == (a_group(two, three),)
    store.save_groups([a_group(one, four), a_group(two, three)])
    assert store.groups() == (a_group(one, four), a_group(two, three))


@pytest.mark.parametrize("later", [2, 3])
def test_of_a_group_that_grows_only_the_newcomers_are_written(store: Store, claims: list[Claim], later: int) -> None:
    """Whoever watches the members is told of them alone."""
    ordered = in_order(*claims)
    store.save_groups([a_group(*ordered[:2])])
    store.save_findings(ids(*claims), [], [])
    assert store.due(9) == ()
    store.save_groups([a_group(*ordered[: 2 + later])])
    assert [due.claim for due in store.due(9)] == ids(*ordered[2 : 2 + later])


def test_merges_and_splits_of_groups_are_recorded_and_growth_is_not(store: Store, claims: list[Claim]) -> None:
    one, two, three, four, five, six = in_order(*claims)
    store.save_groups([a_group(one), a_group(two, three), a_group(four, five), a_group(six)])
    store.save_groups([a_group(one, two, three)])
    assert store.group_changes() == ()
    merged = a_group(one, two, three, four, five)
    store.save_groups([merged])
    store.save_groups([a_group(one, four, five), a_group(two, three, six)])
    assert [(change.before, change.after, change.made_at) for change in store.group_changes()] == [
        ((a_group(one, two, three), a_group(four, five)), (merged,), NOW),
        ((merged,), (a_group(one, four, five), a_group(two, three, six)), NOW),
    ]


def test_a_group_is_found_by_the_name_it_had_before_it_grew(store: Store, claims: list[Claim]) -> None:
    one, two, three, four, *_ = in_order(*claims)
    store.save_groups([a_group(two, three)])
    once = a_group(two, three).id
    store.save_groups([a_group(one, two, three), a_group(four)])
    assert store.groups_named(once) == (a_group(one, two, three),)
    assert store.groups_named(a_group(four).id) == (a_group(four),)


def test_bonds_are_comparisons_without_their_reasons_but_those_asked_for(store: Store, claims: list[Claim]) -> None:
    one, two, three, *_ = in_order(*claims)
    reason = Reason(code="figures", text="“339” and “340” children.", left=(Span(20, 23),), right=(Span(20, 23),))
    shared = Reason(code="shared-words", text="Both say “children”.")
    comparison = a_comparison(one, two, agreement=Agreement.FIGURES_DIFFER, similarity=0.25, reasons=(reason, shared))
    store.save_comparisons([comparison, a_comparison(two, three)])
    assert store.bonds_among(ids(one, two)) == (replace(comparison, reasons=()),)
    assert store.bonds_among(ids(one, two), ["figure"]) == (replace(comparison, reasons=()),)
    assert store.bonds_among(ids(one, two), ["figures", "hedge"]) == (replace(comparison, reasons=(reason,)),)
    assert store.bonds_of(ids(one)) == (replace(comparison, reasons=()),)
    assert store.bonds_of(ids(one), ["figures"]) == (replace(comparison, reasons=(reason,)),)
    unreasoned = tuple(replace(each, reasons=()) for each in store.comparisons_of(ids(two)))
    assert store.bonds_of(ids(two)) == unreasoned
    assert len(unreasoned) == 2


def test_groups_are_listed_the_largest_first(store: Store, claims: list[Claim]) -> None:
    one, two, three, four, five, six = in_order(*claims)
    small, large, alone = a_group(one, two), a_group(three, four, five), a_group(six)
    store.save_groups([alone, small, large])
    assert store.groups() == (large, small)
    assert store.groups(least=1) == (large, small, alone)
    assert store.groups(least=1, limit=1, offset=1) == (small,)


def test_a_group_is_found_by_the_start_of_its_id(store: Store, claims: list[Claim]) -> None:
    groups = [a_group(claim) for claim in claims]
    store.save_groups(groups)
    assert store.groups_named(groups[0].id[:12]) == (groups[0],)
    for name in ("g0000000000000000", "", "%", "G", claims[0].id):
        assert store.groups_named(name) == ()


def test_the_start_of_several_groups_ids_finds_them_all(store: Store) -> None:
    article = an_article()
    claims = [a_claim(article=article, start=start) for start in range(17)]
    save(store, article, *claims)
    store.save_groups([a_group(claim) for claim in claims])
    starts = [claim.id[1] for claim in claims]
    start = next(start for start in starts if starts.count(start) > 1)
    assert [group.id[1] for group in store.groups_named(f"g{start}")] == [start] * starts.count(start)


def test_superseded_claims_are_in_no_group(store: Store, claims: list[Claim]) -> None:
    one, two, three, *_ = claims
    store.save_groups([a_group(one, two, three)])
    save(store, replace(an_article_number(0), text="Another text."))
    assert store.groups() == (a_group(two, three),)
    assert store.groups_of(ids(one)) == ()


def test_a_group_of_a_claim_that_is_not_stored_is_refused(store: Store) -> None:
    with pytest.raises(StoreError, match="refused"):
        store.save_groups([Group(claims=("c0",))])


def a_reprint(one: Article, other: Article, overlap: float = 0.9) -> Reprint:
    left, right = sorted((one.id, other.id))
    return Reprint(left=left, right=right, kind=ReprintKind.VERBATIM, overlap=overlap, reason="The same words.")


def test_reprints_are_found_from_either_side_and_replaced(store: Store, claims: list[Claim]) -> None:
    one, two, three = (an_article_number(number) for number in range(3))
    store.save_reprints([a_reprint(one, two, overlap=0.5), a_reprint(two, three)])
    store.save_reprints([a_reprint(one, two)])
    assert store.reprints_of([one.id]) == (a_reprint(one, two),)
    both = sorted([a_reprint(one, two), a_reprint(two, three)], key=lambda reprint: (reprint.left, reprint.right))
    assert store.reprints_of([two.id]) == tuple(both)
    assert store.reprints_of([]) == ()


def test_an_article_that_changed_is_no_reprint_until_it_is_found_to_be_one(store: Store, claims: list[Claim]) -> None:
    one, two, three = (an_article_number(number) for number in range(3))
    store.save_reprints([a_reprint(one, two), a_reprint(two, three)])
    save(store, one, claims[0])
    assert len(store.reprints_of([one.id, two.id])) == 2
    save(store, replace(one, text="Another text."))
    assert store.reprints_of([one.id, two.id]) == (a_reprint(two, three),)
    save(store, two, claims[1], a_claim("339 children", article=two, start=20))
    assert store.reprints_of([two.id]) == ()
