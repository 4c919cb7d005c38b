"""The lists that decide: complete, each entry once."""

import pytest

from provenance.errors import ModelError
from provenance.extraction import parse_lexicon, parse_states
from provenance.services.resources import packaged_texts


def test_a_missing_list_is_named() -> None:
    files = packaged_texts("provenance.extraction", "data")
    del files["hedges.txt"]
    with pytest.raises(ModelError, match=r"hedges\.txt: this list of the lexicon is missing"):
        parse_lexicon(files)


def test_an_entry_that_stands_twice_is_named_with_its_line() -> None:
    files = packaged_texts("provenance.extraction", "data") | {"hedges.txt": "allegedly\nreportedly\nallegedly\n"}
    with pytest.raises(ModelError, match=r"hedges\.txt:3: 'allegedly' stands twice"):
        parse_lexicon(files)


@pytest.mark.parametrize(
    ("table", "message"),
    [
        ("code\tnames\n", r"states\.tsv:1: the columns are"),
        ("code\tnames\tadjectives\tseats\nRU\tRussia\n", r"states\.tsv:2: 2 columns"),
        ("code\tnames\tadjectives\tseats\nRU\tRussia\t\t\nBY\tRussia\t\t\n", r"states\.tsv:3: 'Russia' stands for two"),
    ],
)
def test_a_wrong_table_of_states_is_named_with_its_line(table: str, message: str) -> None:
    with pytest.raises(ModelError, match=message):
        parse_states(table)


def test_a_language_is_no_state() -> None:
    states = parse_states(packaged_texts("provenance.extraction", "data")["states.tsv"])
    assert states.codes("The delegations spoke Russian and exchanged documents written in Ukrainian.") == ()
    assert states.codes("The Russian delegation met in Turkish waters.") == ("RU", "TR")


def test_states_are_found_as_written_only() -> None:
    states = parse_states(packaged_texts("provenance.extraction", "data")["states.tsv"])
    assert states.codes("Let us go to South Sudan, said the US envoy, not to Sudanese towns.") == ("SD", "SS", "US")
