import pytest

from benchmarks.matching.happenings import pair_headlines
from benchmarks.matching.train_weights import share_out
from provenance.matching import Frequencies


def headline(text: str, cluster: str, stance: str) -> dict[str, str]:
    return {"id": text, "text": text, "cluster": cluster, "stance": stance}


HEADLINES = [
    headline("Acme buys Widget", "sale", "entails"),
    headline("Widget sold to Acme", "sale", "entails"),
    headline("Acme denies buying Widget", "sale", "contradicts"),
    headline("Acme may buy Widget", "sale", "neutral"),
    headline("The claim that Acme buys Widget", "sale", "claim"),
    headline("Acme recalls a kettle", "kettle", "entails"),
    headline("Rain stops play", "match", "entails"),
]


def test_headlines_of_a_happening_are_paired_by_how_they_stand_to_its_claim(frequencies: Frequencies) -> None:
    related = {
        (row["a"], row["b"]): row["label"]
        for row in pair_headlines(HEADLINES, frequencies)
        if row["label"] != "unrelated"
    }
    assert related == {
        ("Acme buys Widget", "Widget sold to Acme"): "entails",
        ("Acme buys Widget", "Acme denies buying Widget"): "contradicts",
        ("Widget sold to Acme", "Acme denies buying Widget"): "contradicts",
        ("Acme buys Widget", "Acme may buy Widget"): "neutral",
        ("Widget sold to Acme", "Acme may buy Widget"): "neutral",
    }


def test_of_different_happenings_those_pairs_come_first_that_share_words(frequencies: Frequencies) -> None:
    across = [row for row in pair_headlines(HEADLINES, frequencies) if row["label"] == "unrelated"]
    sharing = ["Acme" in row["a"] and "Acme" in row["b"] for row in across]
    assert any(sharing)
    assert sharing == sorted(sharing, reverse=True)


def test_a_happening_told_by_many_outlets_teaches_less_than_as_many_happenings_do() -> None:
    crowd = [{"id": str(number), "label": "entails", "claim_id": "one"} for number in range(4)]
    alone = [{"id": str(number), "label": "entails", "claim_id": str(number)} for number in range(4)]
    shares = share_out([*crowd, *alone], 3.0)
    assert sum(shares) == pytest.approx(3.0)
    assert sum(shares[:4]) == pytest.approx(1.0)
    assert sum(shares[4:]) == pytest.approx(2.0)


def test_every_label_of_a_file_gets_the_same_share() -> None:
    rows = [{"id": str(number), "label": "entails" if number else "contradicts"} for number in range(4)]
    assert share_out(rows, 2.0) == pytest.approx([1.0, 1 / 3, 1 / 3, 1 / 3])
