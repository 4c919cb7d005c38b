from dataclasses import replace

from provenance.matching import (
    Frequencies,
    Keys,
    candidates,
    compare,
    compare_claims,
    compare_keyed,
    number_keys,
    read_keys,
)
from tests.builders import a_claim, an_article

LIST = "The Ukrainian delegation handed over a list of 339 children"


def test_keys_are_the_rarest_stems(frequencies: Frequencies) -> None:
    keys = read_keys(
        "The president handed Çırağan 339 lists of children of the delegation on Monday in Istanbul", frequencies
    )
    weights = list(keys.near.values())
    assert len(keys.near) == 7
    assert weights == sorted(weights, reverse=True)
    assert "presid" not in keys.near
    assert {"ciragan", "#339"} <= keys.near.keys()
    assert len(keys.far) == 4


def test_a_claim_of_stop_words_has_no_keys(frequencies: Frequencies) -> None:
    assert read_keys("It was not so", frequencies) == Keys(near={}, far=())


def test_one_stem_in_common_is_not_enough_however_rare(frequencies: Frequencies) -> None:
    keyed = {
        "a": read_keys("Zorvanek opened the harbour", frequencies),
        "b": read_keys("Zorvanek sold a newspaper", frequencies),
        "c": read_keys("Zorvanek will open the harbour", frequencies),
    }
    pairs = {frozenset({one, other}) for one, others in candidates(number_keys(keyed.items(), {})) for other in others}
    assert pairs == {frozenset({"a", "c"})}


def test_all_claims_at_once_are_compared_as_two_by_two(frequencies: Frequencies) -> None:
    claims = [
        a_claim(text, article=an_article(text, url=f"https://example.org/{number}"))
        for number, text in enumerate([LIST, "There are over 500 children on the list", "A bank in Lagos closed"])
    ]
    one = compare(claims[0], claims[1], frequencies)
    assert tuple(compare_claims(claims, frequencies)) == (one,)
    assert tuple(compare_claims(reversed(claims), frequencies)) == (one,)


def test_without_reasons_the_same_is_judged(frequencies: Frequencies) -> None:
    claims = {
        claim.id: claim
        for number, text in enumerate([LIST, LIST.replace("339", "12"), "The delegation handed over no list"])
        for claim in [a_claim(text, article=an_article(text, url=f"https://example.org/{number}"))]
    }
    keyed = {claim.id: read_keys(claim.text, frequencies) for claim in claims.values()}
    table = number_keys(keyed.items(), {})
    explained = list(compare_keyed(claims, table, frequencies))
    plain = list(compare_keyed(claims, table, frequencies, explained=False))
    assert [replace(each, reasons=()) for each in explained] == plain
    assert any(each.reasons for each in explained)
