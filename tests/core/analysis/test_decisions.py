"""What people decide overrules what the machine reads, stays with its claims, and never contradicts itself."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.analysis import (
    Ruling,
    analyse,
    analyse_article,
    count_origins,
    find_conflict,
    find_rulings,
    find_same,
    in_force,
    index_corpus,
    overrule_groups,
    undoings,
)
from provenance.analysis.counting import counted_with, find_origins
from provenance.model import (
    Agreement,
    CautionCode,
    Claim,
    Decision,
    DecisionKind,
    Finding,
    Group,
    Independence,
    NewDecision,
    OriginCount,
    RelationKind,
    Span,
    refer_to,
)
from tests.builders import a_claim, a_comparison, a_group, an_article
from tests.core.analysis.telling import a_corpus, all_agree, medinsky, told, unnamed, zelensky

WHEN = datetime(2026, 11, 26, 9, 5, tzinfo=UTC)
MERGE, SPLIT, RELATE, INDEPENDENT = (
    DecisionKind.MERGE,
    DecisionKind.SPLIT,
    DecisionKind.RELATE,
    DecisionKind.INDEPENDENT,
)

TASS, REUTERS, GUARDIAN, SOURCE = (
    told("TASS", None),
    told("Reuters", None),
    told("The Guardian", None),
    told("Asia-Plus", unnamed()),
)
ALL = (TASS, REUTERS, GUARDIAN, SOURCE)


def a_decision(made: NewDecision, number: int = 1) -> Decision:
    return Decision(id=number, made=made, made_by="Kyiv desk", why="both recordings heard", made_at=WHEN)


def undone(number: int, target: int) -> Decision:
    return a_decision(NewDecision(kind=DecisionKind.UNDO, undoes=target), number)


def ruled(
    kind: DecisionKind, left: Sequence[Claim], right: Sequence[Claim], answer: str | None = None, number: int = 1
) -> Ruling:
    sides = [tuple(sorted((refer_to(claim) for claim in side), key=lambda one: one.claim)) for side in (left, right)]
    made = NewDecision(kind=kind, left=sides[0], right=sides[1], answer=answer)
    return Ruling(
        decision=a_decision(made, number),
        left=tuple(reference.claim for reference in sides[0]),
        right=tuple(reference.claim for reference in sides[1]),
    )


def on_two(kind: DecisionKind, one: Claim, other: Claim, answer: str, number: int = 1) -> Ruling:
    return ruled(kind, [one], [other], answer, number)


def finding_of(claim: Claim, *rulings: Ruling, groups: Sequence[Group] | None = None, agreeing: bool = True) -> Finding:
    """Of a claim among ALL, which are one group and all agree unless told otherwise."""
    corpus = a_corpus(ALL, all_agree(*ALL) if agreeing else (), groups or [a_group(*ALL)])
    return next(one for one in analyse(replace(corpus, rulings=rulings), claim.article_id) if one.claim == claim)


def kinds_of(finding: Finding) -> dict[str, RelationKind]:
    return {related.claim.id: related.relation.kind for related in finding.relations}


@pytest.mark.parametrize("kind", list(RelationKind))
def test_a_person_decides_what_two_claims_are_to_each_other(kind: RelationKind) -> None:
    for claim, other in ((TASS, REUTERS), (REUTERS, TASS)):
        finding = finding_of(claim, on_two(RELATE, TASS, REUTERS, kind.value))
        related = next(one for one in finding.relations if one.claim == other)
        assert related.relation.kind is kind
        assert [reason.code for reason in related.relation.reasons[:2]] == ["decision", "machine"]
        assert related.relation.reasons[1].text == "The machine reads: corroborates."


def test_a_person_parts_two_claims_that_the_machine_relates() -> None:
    finding = finding_of(TASS, on_two(RELATE, TASS, REUTERS, "unrelated"))
    assert REUTERS.id not in kinds_of(finding)
    (overruling,) = finding.decisions
    assert overruling.machine == "The machine reads: corroborates."
    assert (finding.count.origins, finding.count.independent) == (3, 2)


def test_a_person_relates_two_claims_that_the_machine_never_compared() -> None:
    finding = finding_of(
        TASS, on_two(RELATE, TASS, REUTERS, "corroborates"), agreeing=False, groups=[a_group(one) for one in ALL]
    )
    assert kinds_of(finding) == {REUTERS.id: RelationKind.CORROBORATES}
    assert (finding.count.origins, finding.count.independent) == (2, 2)
    assert CautionCode.STATE_AFFILIATED_ONLY not in {caution.code for caution in finding.cautions}
    assert finding.decisions[0].machine == "The machine reads: unrelated."


def test_a_person_contradicts_for_the_reader() -> None:
    finding = finding_of(TASS, on_two(RELATE, TASS, REUTERS, "contradicts"))
    assert CautionCode.CONTRADICTED in {caution.code for caution in finding.cautions}
    assert finding.count.independent == 2


def test_a_person_finds_an_unnamed_source_independent() -> None:
    before, after = finding_of(SOURCE), finding_of(SOURCE, on_two(INDEPENDENT, SOURCE, REUTERS, "yes"))
    assert (before.count.independent, after.count.independent) == (1, 2)
    assert kinds_of(after)[REUTERS.id] is RelationKind.CORROBORATES
    assert kinds_of(after)[TASS.id] is RelationKind.ECHOES
    assert after.decisions[0].machine.startswith("The machine reads: unknown. ")


def test_a_person_finds_two_outlets_to_be_one_witness_and_the_count_says_why() -> None:
    finding = finding_of(TASS, on_two(INDEPENDENT, TASS, REUTERS, "no"))
    assert (finding.count.origins, finding.count.independent) == (3, 2)
    said = (
        "A person decided: the two are not independent of each other. Kyiv desk, 2026-11-26: “both recordings heard”."
    )
    assert f"One origin: {said}" in finding.count.reasons


def test_two_that_a_person_found_independent_are_not_made_one_by_way_of_a_third() -> None:
    claims = [told("Reuters", medinsky()), told("The Guardian", medinsky()), told("LIGA.net", medinsky())]
    corpus = a_corpus(claims, all_agree(*claims), [a_group(*claims)])
    for pair in combinations(claims, 2):
        ruling = on_two(INDEPENDENT, *pair, "yes")
        index = index_corpus(replace(corpus, rulings=(ruling,)))
        count = count_origins(a_group(*claims), index)
        assert (count.origins, count.independent) == (2, 2)


HERE = [
    told("Reuters", unnamed(), by=("Asia-Plus",)),
    told("Reuters", medinsky(), by=("The Guardian",)),
    told("Reuters", unnamed("an aide"), by=("LIGA.net",)),
]
HERE_AND_THERE = [
    *HERE,
    told("Reuters", unnamed(), by=("Asia-Plus",), start=50),
    told("Reuters", zelensky(), by=("TASS",)),
    TASS,
    told("LIGA.net", medinsky()),
]


def counts_in_article(article: str, claims: Sequence[Claim], *rulings: Ruling) -> tuple[OriginCount, list[Finding]]:
    corpus = a_corpus(claims, all_agree(*claims), [a_group(*claims)])
    analysis = analyse_article(replace(corpus, rulings=rulings), article)
    return analysis.count, list(analysis.findings)


def test_the_articles_own_count_follows_what_a_person_decided_of_its_claims() -> None:
    article = HERE[0].article_id
    decided = on_two(INDEPENDENT, HERE[0], HERE[1], "yes"), on_two(INDEPENDENT, HERE[0], HERE[2], "no", 2)
    counts = [
        (count.origins, count.independent)
        for count, _ in (counts_in_article(article, HERE, *decided[:number]) for number in range(3))
    ]
    assert counts == [(3, 1), (3, 2), (2, 2)]


RULED = st.lists(
    st.tuples(st.sampled_from(list(combinations(HERE_AND_THERE, 2))), st.sampled_from(["yes", "no"])),
    max_size=4,
    unique_by=lambda drawn: frozenset(claim.id for claim in drawn[0]),
)


@given(RULED)
def test_where_all_say_the_same_an_article_has_the_origins_that_its_claims_have(
    drawn: list[tuple[tuple[Claim, Claim], str]],
) -> None:
    claims = [claim for claim in HERE_AND_THERE if claim.article_id == HERE[0].article_id]
    rulings = [
        on_two(INDEPENDENT, *pair, answer, number)
        for number, (pair, answer) in enumerate(drawn, start=1)
        if set(pair) <= set(claims)
    ]
    count, findings = counts_in_article(claims[0].article_id, claims, *rulings)
    assert {finding.count.origins for finding in findings} == {count.origins}
    assert max(finding.count.independent for finding in findings) == count.independent


@given(RULED)
def test_whom_a_claim_counts_as_witnesses_in_its_article_the_article_counts_too(
    drawn: list[tuple[tuple[Claim, Claim], str]],
) -> None:
    rulings = [on_two(INDEPENDENT, *pair, answer, number) for number, (pair, answer) in enumerate(drawn, start=1)]
    corpus = replace(
        a_corpus(HERE_AND_THERE, all_agree(*HERE_AND_THERE), [a_group(*HERE_AND_THERE)]), rulings=tuple(rulings)
    )
    index = index_corpus(corpus)
    origins = find_origins(a_group(*HERE_AND_THERE), index)
    count = analyse_article(corpus, HERE[0].article_id).count
    inside = {claim.id for claim in HERE_AND_THERE if claim.article_id == HERE[0].article_id}
    assert all(len(inside & set(counted_with(claim, origins))) <= count.independent for claim in inside)


def test_merged_groups_say_the_same_and_count_together() -> None:
    groups = [a_group(TASS, SOURCE), a_group(REUTERS), a_group(GUARDIAN)]
    merge = ruled(MERGE, [TASS, SOURCE], [REUTERS])
    finding = finding_of(TASS, merge, groups=groups, agreeing=False)
    assert finding.group == a_group(TASS, SOURCE, REUTERS)
    assert kinds_of(finding) == {REUTERS.id: RelationKind.CORROBORATES}
    assert finding.count.independent == 2
    assert finding.decisions[0].machine.startswith("The machine reads: 2 groups (g")
    assert finding_of(GUARDIAN, merge, groups=groups, agreeing=False).decisions == ()


def test_what_a_person_split_off_is_no_witness_any_more() -> None:
    split = ruled(SPLIT, [REUTERS], [TASS, GUARDIAN, SOURCE])
    gone, stayed = finding_of(REUTERS, split), finding_of(TASS, split)
    assert (gone.group, stayed.group) == (a_group(REUTERS), a_group(TASS, GUARDIAN, SOURCE))
    assert (gone.count.independent, stayed.count.independent) == (1, 2)
    assert kinds_of(stayed)[REUTERS.id] is RelationKind.ECHOES
    assert gone.decisions[0].machine.startswith("The machine reads: one group (g")


def test_a_claim_that_joins_a_split_group_goes_where_its_words_agree_more() -> None:
    split = ruled(SPLIT, [REUTERS], [TASS])
    groups = [a_group(TASS, REUTERS, GUARDIAN)]
    to_reuters, to_tass = a_comparison(GUARDIAN, REUTERS), a_comparison(GUARDIAN, TASS)
    assert overrule_groups(groups, [to_reuters], [split]) == in_order(a_group(TASS), a_group(REUTERS, GUARDIAN))
    assert overrule_groups(groups, [to_tass], [split]) == in_order(a_group(TASS, GUARDIAN), a_group(REUTERS))
    assert overrule_groups(groups, [], [split]) == in_order(a_group(TASS, GUARDIAN), a_group(REUTERS))


def in_order(*groups: Group) -> tuple[Group, ...]:
    return tuple(sorted(groups, key=lambda group: group.claims))


CLAIMS = [a_claim(start=start) for start in range(8)]
SIDES = st.lists(st.sampled_from(CLAIMS), min_size=1, max_size=3, unique_by=lambda claim: claim.id)


@st.composite
def rulings(draw: st.DrawFn) -> list[Ruling]:
    """Decisions that a person could make one after the other."""
    held: list[Ruling] = []
    for number in range(draw(st.integers(1, 5))):
        kind = draw(st.sampled_from([MERGE, SPLIT]))
        left, right = draw(SIDES), draw(SIDES)
        if {claim.id for claim in left} & {claim.id for claim in right}:
            continue
        new = ruled(kind, left, right, number=number + 1)
        if find_conflict(new, held) is None:
            held.append(new)
    return held


@given(rulings(), st.lists(st.integers(0, 3), min_size=8, max_size=8), st.randoms(use_true_random=False))
def test_however_the_machine_groups_decisions_hold(held: list[Ruling], places: list[int], random: object) -> None:
    sets = [[claim for claim, place in zip(CLAIMS, places, strict=True) if place == number] for number in range(4)]
    groups = [a_group(*members) for members in sets if members]
    made = overrule_groups(groups, [], held)
    of = {claim: group for group in made for claim in group.claims}
    assert sorted(of) == sorted(claim.id for claim in CLAIMS)
    for ruling in held:
        if ruling.kind is MERGE:
            assert len({of[claim] for claim in ruling.claims}) == 1
        else:
            assert not {of[claim] for claim in ruling.left} & {of[claim] for claim in ruling.right}
    random.shuffle(groups)  # type: ignore[attr-defined]
    assert overrule_groups(groups, [], held) == made


@pytest.mark.parametrize(
    ("held", "new"),
    [
        (on_two(RELATE, TASS, REUTERS, "corroborates"), on_two(RELATE, REUTERS, TASS, "contradicts")),
        (on_two(INDEPENDENT, TASS, REUTERS, "yes"), on_two(INDEPENDENT, REUTERS, TASS, "no")),
        (on_two(RELATE, TASS, REUTERS, "corroborates"), on_two(INDEPENDENT, TASS, REUTERS, "no")),
        (on_two(INDEPENDENT, TASS, REUTERS, "yes"), on_two(RELATE, TASS, REUTERS, "repeats")),
        (on_two(INDEPENDENT, TASS, REUTERS, "yes"), on_two(RELATE, TASS, REUTERS, "echoes")),
        (ruled(MERGE, [TASS], [REUTERS]), ruled(SPLIT, [REUTERS], [TASS, GUARDIAN])),
        (ruled(SPLIT, [REUTERS], [TASS, GUARDIAN]), ruled(MERGE, [TASS, SOURCE], [REUTERS])),
        (ruled(MERGE, [TASS], [REUTERS]), on_two(RELATE, TASS, REUTERS, "unrelated")),
        (on_two(RELATE, TASS, REUTERS, "contradicts"), ruled(MERGE, [TASS], [REUTERS, SOURCE])),
        (ruled(SPLIT, [REUTERS], [TASS]), on_two(RELATE, TASS, REUTERS, "repeats")),
        (on_two(RELATE, TASS, REUTERS, "echoes"), ruled(SPLIT, [REUTERS], [TASS])),
    ],
)  # fmt: skip
def test_decisions_that_cannot_both_hold(held: Ruling, new: Ruling) -> None:
    assert find_conflict(new, [ruled(MERGE, [GUARDIAN], [SOURCE]), held]) == held


def test_two_merges_and_a_split_cannot_all_hold() -> None:
    merges = [ruled(MERGE, [TASS], [REUTERS]), ruled(MERGE, [REUTERS], [GUARDIAN], number=2)]
    split = ruled(SPLIT, [TASS], [GUARDIAN], number=3)
    assert find_conflict(split, merges) == merges[0]
    assert find_conflict(merges[1], [merges[0], split]) == split


def test_decisions_that_say_different_things_of_two_claims_stand_side_by_side() -> None:
    held = [on_two(RELATE, TASS, REUTERS, "contradicts"), on_two(INDEPENDENT, TASS, GUARDIAN, "no", 2)]
    assert find_conflict(on_two(INDEPENDENT, TASS, REUTERS, "yes", 3), held) is None
    assert find_conflict(ruled(SPLIT, [TASS], [REUTERS], number=3), held) is None


def test_the_same_decision_again_is_known() -> None:
    held = [on_two(RELATE, TASS, REUTERS, "contradicts")]
    assert find_same(on_two(RELATE, REUTERS, TASS, "contradicts", 2), held) == held[0]
    assert find_same(on_two(RELATE, REUTERS, TASS, "differs", 2), held) is None


def test_what_was_undone_is_not_in_force_and_an_undoing_can_be_undone() -> None:
    first, second = (
        on_two(RELATE, TASS, REUTERS, "echoes").decision,
        on_two(INDEPENDENT, TASS, SOURCE, "no", 2).decision,
    )
    once = [first, second, undone(3, 1)]
    assert in_force(once) == (second,)
    assert undoings(once) == {1: once[2]}
    assert in_force([*once, undone(4, 3)]) == (first, second)
    assert in_force([*once, undone(4, 3), undone(5, 1)]) == (second,)


ARTICLE = an_article("Russia will return 339 children, he said. Russia will return 339 children, she said.")
SAID = a_claim(article=ARTICLE, speaker="Vladimir Medinsky")
ELSEWHERE = a_claim(article=an_article("x" * 80, url="https://example.org/other"))


def found_as(*claims: Claim) -> tuple[str, ...]:
    """The claims that a decision on SAID is about once an article's claims are these."""
    decision = on_two(RELATE, SAID, ELSEWHERE, "echoes").decision
    rulings = find_rulings([decision], {SAID.article_id: claims, ELSEWHERE.article_id: [ELSEWHERE]})
    return rulings[0].left if rulings else ()


def test_a_claim_is_found_again_where_it_is_as_it_was() -> None:
    assert found_as(a_claim(article=ARTICLE, start=42, speaker="Vladimir Medinsky"), SAID) == (SAID.id,)


def test_a_claim_is_found_again_in_another_revision_by_its_words_and_speaker() -> None:
    revised = replace(ARTICLE, text=f"New. {ARTICLE.text}")
    same = a_claim("russia will return  339 children.", article=revised, start=5, speaker="Vladimir Medinsky")
    by_another = a_claim(article=revised, start=5, speaker="Anna Petrova")
    assert found_as(by_another, same) == (same.id,)
    assert found_as(by_another) == (by_another.id,)


def test_a_claim_is_found_again_in_its_place_where_another_reading_cut_it_otherwise() -> None:
    longer = a_claim("Russia will return 339 children, he said", article=ARTICLE, spans=(Span(0, 40),))
    elsewhere = a_claim("she said", article=ARTICLE, spans=(Span(75, 83),))
    assert found_as(longer, elsewhere) == (longer.id,)
    assert found_as(elsewhere) == ()


def test_a_decision_whose_claim_is_gone_waits() -> None:
    assert found_as() == ()
    assert found_as(a_claim("Nothing was signed", article=replace(ARTICLE, text="Nothing was signed"))) == ()


def test_unnamed_sources_never_prove_independence() -> None:
    claims = [told(name, unnamed(who, party)) for name in ("Reuters", "LIGA.net") for who in ("a source", "officials")
              for party in (None, "state:US", "state:UA")]  # fmt: skip
    for one, other in combinations(claims, 2):
        verdict, _ = index_corpus(a_corpus([one, other])).independence(one, other)
        assert verdict is not Independence.INDEPENDENT


def test_a_machine_that_finds_two_opposed_is_not_overruled_by_a_merge() -> None:
    opposed = a_comparison(TASS, REUTERS, agreement=Agreement.CONFLICTS)
    corpus = a_corpus([TASS, REUTERS], [opposed], [a_group(TASS), a_group(REUTERS)])
    merged = replace(corpus, rulings=(ruled(MERGE, [TASS], [REUTERS]),))
    (finding,) = analyse(merged, TASS.article_id)
    assert finding.group == a_group(TASS, REUTERS)
    assert kinds_of(finding) == {REUTERS.id: RelationKind.CONTRADICTS}
    assert finding.count.independent == 1
