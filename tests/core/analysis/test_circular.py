"""Circular reporting, listed for a whole corpus."""

from dataclasses import replace
from datetime import date

import pytest

from provenance.analysis import analyse_article, find_circular
from provenance.model import CircleKind, Claim, Mode, Span
from tests.builders import a_chain, a_claim, a_group, an_article
from tests.core.analysis.telling import a_corpus, a_reprint, linked, outlet, told, unnamed, zelensky

RING, ONE_ROOT, GAINS = CircleKind.RING, CircleKind.ONE_ROOT, CircleKind.GAINS_CERTAINTY


def circles_of(*claims: Claim, **values: object) -> list[tuple[CircleKind, str]]:
    corpus = a_corpus(claims, groups=[a_group(*claims)], **values)  # type: ignore[arg-type]
    return [(circle.kind, circle.text) for circle in find_circular(corpus)]


def test_two_outlets_that_cite_each_other_are_one_ring() -> None:
    one, other = told("LIGA.net", None, by=("Asia-Plus",)), told("Asia-Plus", None, by=("LIGA.net",))
    (circle,) = find_circular(a_corpus([one, other], groups=[a_group(one, other)]))
    assert (circle.kind, circle.outlets) == (RING, ("Asia-Plus", "LIGA.net", "Asia-Plus"))
    assert set(circle.claims) == {one.id, other.id}
    assert "cites" in circle.text


def test_a_ring_of_three_is_told_once_and_without_those_outside() -> None:
    ring = [
        told("LIGA.net", None, by=("Asia-Plus",)),
        told("Asia-Plus", None, by=("Reuters",)),
        told("Reuters", None, by=("LIGA.net",)),
    ]
    outside = told("The Guardian", None, by=("Reuters",))
    found = [text for kind, text in circles_of(*ring, outside) if kind is RING]
    assert len(found) == 1
    assert "The Guardian" not in found[0]


def test_many_outlets_with_one_root_are_told_once() -> None:
    claims = [told("TASS", None), told("LIGA.net", None, by=("TASS",)), told("Asia-Plus", None, by=("TASS",))]
    text = "Asia-Plus and LIGA.net print it, and all lead back to TASS: many outlets, one root."
    assert circles_of(*claims) == [(ONE_ROOT, text)]


def test_one_outlet_that_carries_another_and_independent_ones_are_no_circle() -> None:
    assert circles_of(told("TASS", None), told("LIGA.net", None, by=("TASS",)), told("The Guardian", None)) == []


def test_a_source_that_the_next_outlet_leaves_out_is_certainty_gained() -> None:
    first = told("Reuters", unnamed("two officials"))
    later = told("LIGA.net", None, by=("Reuters",))
    expected = "Reuters has it from “two officials”; LIGA.net, crediting Reuters, says so plainly."
    assert circles_of(first, later) == [(GAINS, expected)]


def test_the_uncertain_wording_comes_before_the_certain_one() -> None:
    first, later = told("Reuters", unnamed()), told("LIGA.net", None, by=("Reuters",))
    (circle,) = find_circular(a_corpus([later, first], groups=[a_group(first, later)]))
    assert (circle.claims, circle.outlets) == ((first.id, later.id), ("Reuters", "LIGA.net"))


def test_a_hedge_that_is_left_out_is_certainty_gained() -> None:
    first = told("Reuters", None, mode=Mode.INDIRECT, cue="reportedly", hedged=True)
    later = told("LIGA.net", None, by=("Reuters",))
    expected = "Reuters has it with a hedge (“reportedly”); LIGA.net, crediting Reuters, says so plainly."
    assert circles_of(first, later) == [(GAINS, expected)]


def test_two_outlets_that_carry_one_agency_differ_in_certainty() -> None:
    first, later = told("Asia-Plus", unnamed(), by=("Reuters",)), told("LIGA.net", None, by=("Reuters",))
    texts = [text for kind, text in circles_of(first, later) if kind is GAINS]
    assert texts == [
        "Asia-Plus has it from “a source” through Reuters; LIGA.net, crediting Reuters, too, says so plainly."
    ]


@pytest.mark.parametrize(
    "later",
    [
        told("LIGA.net", unnamed(), by=("Reuters",)),
        told("LIGA.net", zelensky(), by=("Reuters",)),
        told("LIGA.net", None, by=("Reuters",), hedged=True),
        told("LIGA.net", None, by=("Asia-Plus",)),
        told("LIGA.net", None),
        told("Reuters", None, number=2),
    ],
)
def test_what_stays_uncertain_names_a_speaker_or_comes_from_elsewhere_gains_nothing(later: Claim) -> None:
    assert [kind for kind, _ in circles_of(told("Reuters", unnamed()), later) if kind is GAINS] == []


@pytest.mark.parametrize(("day", "gains"), [(date(2025, 6, 3), 1), (date(2025, 6, 2), 0), (date(2025, 6, 1), 0)])
def test_a_reprint_without_credit_gains_certainty_only_on_a_later_day(day: date, gains: int) -> None:
    first, later = told("Reuters", unnamed()), told("LIGA.net", None)
    found = circles_of(first, later, reprints=[a_reprint(first, later)], days={later.id: day})
    assert len(found) == gains


def steps_of(*claims: Claim, **values: object) -> list[tuple[str, str, str]]:
    corpus = a_corpus(claims, groups=[a_group(*claims)], **values)  # type: ignore[arg-type]
    return [(step.citing, step.how.value, step.cited) for circle in find_circular(corpus) for step in circle.steps]


def test_a_ring_says_who_cites_whom_in_its_order() -> None:
    one, other = told("LIGA.net", None, by=("Asia-Plus",)), told("Asia-Plus", None, by=("LIGA.net",))
    assert steps_of(one, other)[:2] == [("Asia-Plus", "cites", "LIGA.net"), ("LIGA.net", "cites", "Asia-Plus")]


def test_one_root_says_through_whom_each_outlet_leads_there_and_leaves_out_whom_else_it_names() -> None:
    parallel = linked("LIGA.net", (outlet("TASS"), outlet("Interfax")))
    claims = [parallel, told("Asia-Plus", None, by=("Reuters", "TASS"))]
    corpus = a_corpus(claims, groups=[a_group(*claims)])
    (steps,) = ([(step.citing, step.cited) for step in one.steps] for one in find_circular(corpus))
    assert sorted(steps) == [("Asia-Plus", "Reuters"), ("LIGA.net", "TASS"), ("Reuters", "TASS")]


def test_a_reprint_that_gains_certainty_is_no_citation() -> None:
    first, later = told("Reuters", unnamed()), told("LIGA.net", None)
    steps = steps_of(first, later, reprints=[a_reprint(first, later)], days={later.id: date(2025, 6, 3)})
    assert steps == [("LIGA.net", "reprints", "Reuters")]


def test_a_step_is_shown_by_the_articles_own_words() -> None:
    text = "The talks ended, LIGA.net has reported. On TV, the Asia-Plus site wrote, they went on."
    article = an_article(text, outlet_name="Reuters")
    liga = replace(outlet("LIGA.net"), span=Span(17, 25), mention="LIGA.net")
    claim = a_claim(
        "The talks ended",
        article=article,
        chain=a_chain(outlet("Reuters", via=None), [liga], None),
        cue="has reported",
        cue_spans=(Span(26, 38),),
    )
    back = told("LIGA.net", None, by=("Reuters",))
    corpus = a_corpus([back], groups=[a_group(claim, back)])
    held = replace(corpus, claims={**corpus.claims, claim.id: claim}, articles={**corpus.articles, article.id: article})
    (ring,) = (circle for circle in find_circular(held) if circle.kind is RING)
    assert {step.citing: step.words for step in ring.steps} == {"Reuters": "“LIGA.net has reported”", "LIGA.net": ""}


def test_an_article_is_told_the_circles_of_its_own_claims_alone() -> None:
    one, other = told("LIGA.net", None, by=("Asia-Plus",)), told("Asia-Plus", None, by=("LIGA.net",))
    apart = told("The Guardian", None)
    corpus = a_corpus([one, other, apart], groups=[a_group(one, other, apart)])
    (ring, *_) = analyse_article(corpus, one.article_id).circles
    assert [told_claim.claim.id for told_claim in ring.claims] == sorted((one.id, other.id))
    assert analyse_article(corpus, apart.article_id).circles == ()


def test_the_order_of_claims_does_not_matter() -> None:
    claims = [
        told("TASS", unnamed()),
        told("LIGA.net", None, by=("TASS",)),
        told("Asia-Plus", None, by=("TASS",)),
        told("Reuters", None, by=("LIGA.net",)),
    ]
    assert circles_of(*claims) == circles_of(*reversed(claims)) != []
