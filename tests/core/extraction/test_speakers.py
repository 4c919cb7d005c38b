"""Who is meant by a name, a pronoun, a role."""

import pytest

from provenance.extraction import Reader
from tests.core.extraction.telling import read


def speakers(reader: Reader, text: str) -> list[list[tuple[str, str, str | None]]]:
    return [[(s.agent.name, s.agent.kind, s.agent.party) for s in c.chain.speakers] for c in read(reader, text)]


def test_a_surname_is_the_full_name_given_before(reader: Reader) -> None:
    text = "Vladimir Medinsky said the list was long. The list would be checked, Medinsky said."
    assert speakers(reader, text) == [[("Vladimir Medinsky", "person", None)]] * 2


def test_a_pronoun_is_the_last_person_who_spoke(reader: Reader) -> None:
    text = "Maria Ivanova said the bridge was safe. She added that trains would run again on Monday."
    assert speakers(reader, text) == [[("Maria Ivanova", "person", None)]] * 2


def test_a_role_is_the_person_who_was_called_so(reader: Reader) -> None:
    text = (
        "Ukrainian Defence Minister Rustem Umerov said the talks were hard. "
        "According to the minister, Russia rejected the ceasefire."
    )
    assert speakers(reader, text) == [[("Rustem Umerov", "person", "state:UA")]] * 2


def test_officials_named_by_the_same_words_again_are_the_same(reader: Reader) -> None:
    text = "Two US officials told Reuters that 20 planes were hit. About ten were destroyed, the officials said."
    assert speakers(reader, text) == [[("Two US officials", "unnamed", "state:US")]] * 2


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("Turkish Foreign Minister Hakan Fidan", ("Hakan Fidan", "person", "state:TR")),
        ("The Kremlin", ("Kremlin", "organisation", "state:RU")),
        ("Kyiv", ("Kyiv", "organisation", "state:UA")),
        ("The Russian Defence Ministry", ("Russian Defence Ministry", "organisation", "state:RU")),
        ("A senior diplomat", ("A senior diplomat", "unnamed", None)),
        ("Sources close to Zelensky’s office", ("Sources close to Zelensky’s office", "unnamed", None)),
        ("The report", ("The report", "document", None)),
    ],
)
def test_a_source_is_told_apart_by_kind_and_party(
    reader: Reader, source: str, expected: tuple[str, str, str | None]
) -> None:
    assert speakers(reader, f"{source} said that the border would be closed in May.") == [[expected]]


@pytest.mark.parametrize(
    ("words", "party"),
    [
        ("who leads the Russian team", "state:RU"),
        ("who headed the Ukrainian side", "state:UA"),
        ("who saw the Russian team", None),
        ("who leads the Russian orchestra", None),
    ],
)
def test_who_leads_a_side_of_talks_speaks_for_it(reader: Reader, words: str, party: str | None) -> None:
    ((speaker,),) = speakers(reader, f"Ivan Petrov, {words}, said that the border would be closed in May.")
    assert speaker == ("Ivan Petrov", "person", party)


def test_a_person_in_the_same_sentence_lends_nobody_a_party(reader: Reader) -> None:
    text = "The list that the Ukrainian delegation put on the table is a show, Vladimir Medinsky said."
    assert speakers(reader, text) == [[("Vladimir Medinsky", "person", None)]]
