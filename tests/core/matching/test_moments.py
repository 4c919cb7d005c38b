import pytest

from provenance.matching.moments import differing_moments, other_day, read_grounds, read_moments
from provenance.matching.tokens import tokenise


def values(text: str) -> list[str]:
    return [moment.value for moment in read_moments(tokenise(text))]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("on 26 September", ["sep-26"]),
        ("on September 26th, 2014", ["sep-26"]),
        ("on the 2nd of June", ["jun-2"]),
        ("at 7 p.m. local time", ["19:00"]),
        ("at 23.30 p.m.", ["23:30"]),
        ("at 7:30pm", ["19:30"]),
        ("at 14:43", ["14:43"]),
        ("since 2014", ["2014"]),
        ("2014 people came", []),
        ("they may return 20 children", []),
        ("40 people died", []),
    ],
)
def test_days_times_and_years_are_read(text: str, found: list[str]) -> None:
    assert values(text) == found


def test_only_one_of_a_kind_on_either_side_can_differ() -> None:
    one, other = read_moments(tokenise("on 2 June at 14:00")), read_moments(tokenise("on 3 June at 14:00"))
    ((left, right),) = differing_moments(one, other)
    assert (left.value, right.value) == ("jun-2", "jun-3")
    assert differing_moments(one, read_moments(tokenise("from 3 June to 4 June"))) == ()


def test_claims_of_no_common_day_are_of_other_days() -> None:
    june = read_moments(tokenise("on 2 June and 3 June"))
    assert other_day(june, read_moments(tokenise("on 4 June")))
    assert not other_day(june, read_moments(tokenise("on 3 June")))
    assert not other_day(june, ())


def test_places_are_the_names_behind_words_of_place() -> None:
    found = read_grounds(tokenise("At a checkpoint near government-controlled Maiorsk the mission counted cars"))
    assert found == {"maiorsk"}
