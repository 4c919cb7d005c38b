"""Names of outlets in a text: exact, longest first, never inside a word."""

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.model import Ambiguity, Span
from provenance.outlets import Directory, Mention
from tests.core.outlets.builders import a_directory, a_name, an_outlet

UNIQUE, CONTEXT, ALONE = Ambiguity.UNIQUE, Ambiguity.NEEDS_CONTEXT, Ambiguity.NEVER_ALONE


def the_directory() -> Directory:
    names = {
        "tass": ["TASS", "ITAR-TASS", "ТАСС"],
        "rt": ["Russia Today"],
        "interfax": ["Интерфакс"],
        "times": ["The Times of Examples", "Times News Agency"],
        "lenta": ["Lenta.ru"],
        "kg": ["24.kg"],
        "xinhua": ["新华通讯社"],
        "pravda": ["Komsomolskaya Pravda"],
        "hromadske": ["hromadske"],
        "quoted": ["La «Voz» d'Ayer"],
    }
    rows = [a_name(text, outlet) for outlet, texts in names.items() for text in texts]
    rows += [
        a_name("RT", "rt", ambiguity="needs_context"),
        a_name("The Insider", "insider", ambiguity="needs_context"),
        a_name("APA", "apa-az", ambiguity="needs_context"),
        a_name("APA", "apa-at", ambiguity="needs_context"),
        a_name("Pravda", "pravda", ambiguity="never_alone"),
    ]
    known = {"segodnya": "Rossiya Segodnya", "interfax": "Interfax", "rbc-ua": "RBC-Ukraine", "rbc": "RBC"}
    ids = sorted({row["outlet"] for row in rows} | set(known))
    return a_directory(outlets=[an_outlet(one, known.get(one, f"Outlet {one} itself")) for one in ids], names=rows)


DIRECTORY = the_directory()


def found(text: str) -> list[tuple[str, tuple[str, ...], Ambiguity]]:
    return [(mention.span.of(text), mention.outlets, mention.ambiguity) for mention in DIRECTORY.mentions(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("A source told TASS on Sunday", ("TASS", "tass"), id="plain"),
        pytest.param("ISTANBUL, June 2. /TASS/. The talks", ("TASS", "tass"), id="dateline"),
        pytest.param("TASS's source said", ("TASS", "tass"), id="possessive"),
        pytest.param("TASS’s source said", ("TASS", "tass"), id="curly possessive"),
        pytest.param("Times News Agency' desk", ("Times News Agency", "times"), id="bare possessive"),
        pytest.param("the “TASS” report", ("TASS", "tass"), id="in quotation marks"),
        pytest.param("a 'TASS' report", ("TASS", "tass"), id="in single quotation marks"),
        pytest.param("the TASS-owned bureau", ("TASS", "tass"), id="led"),
        pytest.param("Reuters/TASS", ("TASS", "tass"), id="slash"),
        pytest.param("said TASS.The talks", ("TASS", "tass"), id="no space after the full stop"),
        pytest.param("ITAR-TASS reported", ("ITAR-TASS", "tass"), id="longest of two"),
        pytest.param("ITAR‑TASS reported", ("ITAR‑TASS", "tass"), id="non-breaking hyphen"),
        pytest.param("Об этом ТАСС сообщил", ("ТАСС", "tass"), id="Cyrillic"),
        pytest.param("INTERFAX reported", ("INTERFAX", "interfax"), id="in capitals"),
        pytest.param("Lenta.ru's editor", ("Lenta.ru", "lenta"), id="with a dot"),
        pytest.param("reported 24.kg.", ("24.kg", "kg"), id="with digits"),
        pytest.param("据新华通讯社报道", ("新华通讯社", "xinhua"), id="without spaces"),
        pytest.param("the Times news agency said", ("Times news agency", "times"), id="generic words may be small"),
        pytest.param("the Times of Examples said", ("the Times of Examples", "times"), id="small the"),
        pytest.param("Russia\nToday said", ("Russia\nToday", "rt"), id="over a line's end"),
        pytest.param("Russia\u00a0Today said", ("Russia\u00a0Today", "rt"), id="non-breaking space"),
        pytest.param("RBC-Ukraine wrote", ("RBC-Ukraine", "rbc-ua"), id="not the shorter name in it"),
        pytest.param("Rossiya Segodnya said", ("Rossiya Segodnya", "segodnya"), id="Rossiya Segodnya is not RT"),
        pytest.param("hromadske wrote", ("hromadske", "hromadske"), id="a name that is small"),
        pytest.param("La «Voz» d’Ayer", ("La «Voz» d’Ayer", "quoted"), id="quotation marks of another shape"),
    ],
)
def test_a_name_is_found(text: str, expected: tuple[str, str]) -> None:
    assert found(text) == [(expected[0], (expected[1],), UNIQUE)]


@pytest.mark.parametrize(
    "text",
    [
        "The vessel TASSOS sank",
        "Mu'tassim and Mu'TASSim spoke",
        "a tass of tea",
        "russia today is cold",
        "Russia today is cold",
        "in Russia. Today the talks",
        "Russia\n\nToday the talks",
        "Interfax-Ukraine and Interfax-Ural wrote",
        "www.TASS.com and interfax.com and Interfax.ru",
        "O'TASS, l'TASS",
        "RT_com, #ART, RTs, rt",
        "TASS'la",
        "the insider told",
        "lenta.ru",
        "Business Insider wrote",
        "ap in prose",
    ],
)
def test_what_only_looks_like_a_name_is_left_alone(text: str) -> None:
    assert found(text) == []


def test_a_name_of_several_outlets_carries_them_all() -> None:
    assert found("APA reported") == [("APA", ("apa-at", "apa-az"), CONTEXT)]


def test_a_name_that_needs_context_keeps_its_case_but_for_the() -> None:
    assert found("the Insider and The Insider, THE INSIDER") == [
        ("the Insider", ("insider",), CONTEXT),
        ("The Insider", ("insider",), CONTEXT),
    ]


def test_the_ambiguity_is_that_of_the_name_found() -> None:
    assert found("Pravda, Komsomolskaya Pravda") == [
        ("Pravda", ("pravda",), ALONE),
        ("Komsomolskaya Pravda", ("pravda",), UNIQUE),
    ]


def test_mentions_stand_in_the_order_of_the_text() -> None:
    text = "RT, TASS and Interfax"
    assert DIRECTORY.mentions(text) == (
        Mention(
            span=Span(0, 2),
            outlets=("rt",),
            ambiguity=CONTEXT,
            open="nothing near 'RT' says that an outlet is meant",
        ),
        Mention(span=Span(4, 8), outlets=("tass",), ambiguity=UNIQUE),
        Mention(span=Span(13, 21), outlets=("interfax",), ambiguity=UNIQUE),
    )


def test_an_outlet_is_found_by_its_exact_name() -> None:
    assert [outlet.id for outlet in DIRECTORY.by_name("APA")] == ["apa-at", "apa-az"]
    assert [outlet.id for outlet in DIRECTORY.by_name("La «Voz» d’Ayer")] == ["quoted"]
    assert DIRECTORY.by_name("tass") == ()
    assert DIRECTORY.by_name("TASS agency") == ()


WORDS = st.text(alphabet=string.ascii_letters, min_size=1, max_size=9)


@given(before=st.lists(WORDS), after=st.lists(WORDS))
def test_a_unique_name_is_found_between_any_words(before: list[str], after: list[str]) -> None:
    text = " ".join([*before, "ITAR-TASS", *after])
    start = sum(len(word) + 1 for word in before)
    assert Span(start, start + 9) in [mention.span for mention in DIRECTORY.mentions(text)]


@given(st.text())
def test_mentions_never_overlap_and_lie_in_the_text(text: str) -> None:
    ends = [0]
    for mention in DIRECTORY.mentions(text):
        assert ends[-1] <= mention.span.start < mention.span.end <= len(text)
        ends.append(mention.span.end)


@given(st.permutations(["Alpha Post", "Alpha", "Alpha Post Weekly", "Post"]))
def test_the_order_of_the_rows_does_not_matter(texts: list[str]) -> None:
    directory = a_directory(names=[a_name(text) for text in texts])
    text = "Alpha Post Weekly, Alpha Post, Alpha, Post"
    assert [mention.span.of(text) for mention in directory.mentions(text)] == text.split(", ")
