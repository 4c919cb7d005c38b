import pytest

from provenance.matching import Frequencies, parse_frequencies, prepare
from tests.builders import a_claim


def test_rarer_stems_weigh_more_and_unlisted_ones_most(frequencies: Frequencies) -> None:
    weights = [frequencies.weight(stem) for stem in ("presid", "delegaci", "never-seen")]
    assert weights == sorted(weights)
    assert frequencies.weight("presid") > 0


def test_the_table_knows_names(frequencies: Frequencies) -> None:
    assert [frequencies.is_name(stem) for stem in ("russia", "medinski", "child", "list")] == [True, True, False, False]


def test_the_first_word_is_a_name_only_if_the_table_says_so(frequencies: Frequencies) -> None:
    assert prepare(a_claim("Umerov met Prisoners"), frequencies).names == {"umerov", "prison"}
    assert prepare(a_claim("Prisoners met Umerov there and talked"), frequencies).names == {"umerov"}


def test_a_table_is_read_from_lines() -> None:
    table = parse_frequencies("documents\t10\nrussia\t5\t99\nlist\t3\t4\n")
    assert table == Frequencies(documents=10, counts={"russia": 5, "list": 3}, names=frozenset({"russia"}))


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("documents\t10\nrussia\t5\n", "line 2"),
        ("documents\t10\nrussia\t5\t99\nrussia\t6\t99\n", "line 3"),
        ("documents\t10\nrussia\t0\t99\n", "line 2"),
        ("documents\t10\nrussia\t5\tall\n", "line 2"),
        ("documents\t10\n", "line 1"),
        ("russia\t5\t99\n", "line 1"),
        ("", "line 1"),
    ],
)
def test_a_wrong_table_says_where_it_is_wrong(text: str, place: str) -> None:
    with pytest.raises(ValueError, match=place):
        parse_frequencies(text)
