import pytest

from provenance.matching import Frequencies, parse_frequencies


def test_rarer_stems_weigh_more_and_unlisted_ones_most(frequencies: Frequencies) -> None:
    weights = [frequencies.weight(stem) for stem in ("presid", "delegaci", "never-seen")]
    assert weights == sorted(weights)
    assert frequencies.weight("presid") > 0


def test_a_table_is_read_from_lines() -> None:
    table = parse_frequencies("documents\t10\nrussia\t5\nlist\t3\n")
    assert table == Frequencies(documents=10, counts={"russia": 5, "list": 3}, least=3)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("documents\t10\nrussia 5\n", "line 2"),
        ("documents\t10\nrussia\t5\nrussia\t6\n", "line 3"),
        ("documents\t10\nrussia\t0\n", "line 2"),
        ("russia\t5\n", "first line"),
        ("", "first line"),
    ],
)
def test_a_wrong_table_says_where_it_is_wrong(text: str, place: str) -> None:
    with pytest.raises(ValueError, match=place):
        parse_frequencies(text)
