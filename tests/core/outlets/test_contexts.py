"""Names that need context: what stands near settles them, or they stay open with the reason."""

import pytest

from provenance.errors import DirectoryError
from provenance.outlets import Directory, parse_directory
from provenance.outlets.inflection import is_form_of, stem
from tests.core.outlets.builders import Cells, a_name, an_outlet, files
from tests.core.outlets.packs import LISTS

WORDS = {
    "context_nouns.txt": "agency\nchannel\nnewspaper\nтелеканал\n",
    "context_verbs.txt": "reported\nпишет\n",
    "context_sayings.txt": "said\n",
}


def the_directory() -> Directory:
    names = [
        a_name("NTV", "ntv-ru", ambiguity="needs_context"),
        a_name("NTV", "ntv-tr", ambiguity="needs_context"),
        a_name("RT", "rt", ambiguity="needs_context"),
        a_name("Zvezda", "zvezda", ambiguity="needs_context"),
        a_name("Trend", "trend", ambiguity="never_alone"),
        a_name("Звезда", "zvezda", ambiguity="needs_context"),
        a_name("ТАСС", "tass"),
        a_name("НТВ", "ntv-ru", ambiguity="needs_context"),
        a_name("РИА Новости", "ria"),
        a_name("Интерфакс", "interfax"),
    ]
    contexts: list[Cells] = [
        {"outlet": "ntv-ru", "text": "NTV", "near": "Russia;Russian;Moscow"},
        {"outlet": "ntv-tr", "text": "NTV", "near": "Turkey;Turkish"},
        {"outlet": "zvezda", "text": "Zvezda", "near": "Defence Ministry", "away": "football;match"},
    ]
    outlets = [an_outlet(row["outlet"], f"The {row['outlet']} in full") for row in names]
    unique = list({row["id"]: row for row in outlets}.values())
    return parse_directory(files(outlets=unique, names=names, contexts=contexts) | LISTS | WORDS)


def settled(text: str) -> list[tuple[str, str]]:
    found = the_directory().mentions(text)
    return [(mention.span.of(text), mention.outlets[0]) for mention in found if mention.open is None]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Russia's NTV aired it", ("NTV", "ntv-ru")),
        ("Speaking on the Turkish station NTV", ("NTV", "ntv-tr")),
        ("In Moscow, where the talks went on, a Turkish NTV crew waited", ("NTV", "ntv-tr")),
        ("RT reported it", ("RT", "rt")),
        ("the channel RT", ("RT", "rt")),
        ("he told RT", ("RT", "rt")),
        ("RT said", ("RT", "rt")),
        ("LONDON (RT) - Snow fell", ("RT", "rt")),
        ("The Defence Ministry's Zvezda", ("Zvezda", "zvezda")),
        ("Trend agency", ("Trend", "trend")),
        ("«Звезда» показала танк", ("Звезда", "zvezda")),
        ("На телеканале Звезде", ("Звезде", "zvezda")),
        ("по словам ТАССа", ("ТАССа", "tass")),
        ("ТАССом и другими", ("ТАССом", "tass")),
        ("источник РИА Новостей", ("РИА Новостей", "ria")),
        ("«Интерфаксу»", ("Интерфаксу", "interfax")),
        ("канал НТВ пишет", ("НТВ", "ntv-ru")),
    ],
)
def test_what_stands_near_settles_a_name(text: str, expected: tuple[str, str]) -> None:
    assert settled(text) == [expected]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("NTV aired it", "ntv-ru and ntv-tr bear the name 'NTV', and nothing near it tells which is meant"),
        ("Russian and Turkish NTV", "ntv-ru and ntv-tr bear the name 'NTV', and nothing near it tells which is meant"),
        ("Room RT was cold", "nothing near 'RT' says that an outlet is meant"),
        ("RT was cold. The channel froze.", "nothing near 'RT' says that an outlet is meant"),
        ("Zvezda won the football match, a channel reported", "what stands near 'Zvezda' speaks of something else"),
        ("Trend reported", "nothing near 'Trend' says that an outlet is meant"),
    ],
)
def test_what_nothing_settles_stays_open_with_the_reason(text: str, reason: str) -> None:
    assert [mention.open for mention in the_directory().mentions(text)] == [reason]


def test_an_outlet_named_in_full_settles_its_short_name() -> None:
    text = "The ntv-tr in full was searched. Later NTV was shut."
    assert settled(text) == [("The ntv-tr in full", "ntv-tr"), ("NTV", "ntv-tr")]


@pytest.mark.parametrize(
    "text", ["тассу", "Тассу", "ТАССУ", "РИА новостей", "нтву", "интерфаксу", "ИНТЕРФАКСУ", "ТАССовец"]
)
def test_what_is_no_form_of_a_name_is_left_alone(text: str) -> None:
    assert the_directory().mentions(text) == ()


def test_words_of_three_letters_have_no_ending_but_acronyms_do() -> None:
    assert (stem("рта"), stem("НТВу"), stem("ТАССом"), stem("Rta")) == ("рта", "нтв", "тасс", "rta")
    assert is_form_of("НТВу", "НТВ")
    assert not is_form_of("НТВУ", "НТВ")


@pytest.mark.parametrize(
    ("row", "message"),
    [
        (
            {"outlet": "times", "text": "Tymes", "near": "London"},
            "a/contexts.csv:2: 'times' bears no name 'Tymes'; add it to names.csv or correct the row",
        ),
        (
            {"outlet": "times", "text": "Example Times"},
            "a/contexts.csv:2: no words; write words that stand near the name, or speak of something else",
        ),
    ],
)
def test_a_mistake_in_a_context_is_told_with_its_line(row: Cells, message: str) -> None:
    with pytest.raises(DirectoryError) as error:
        parse_directory(files(contexts=[row]))
    assert str(error.value) == message
