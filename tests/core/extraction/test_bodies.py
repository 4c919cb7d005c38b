"""What a body and an office holder are called by: the full name, wherever the article gives it."""

import pytest

from provenance.extraction import Reader
from provenance.extraction.bodies import body_name
from provenance.extraction.cast import gather_cast
from provenance.extraction.people import titled_names
from provenance.extraction.places import Places
from provenance.extraction.scene import Scene, Speaker
from provenance.extraction.speaking import resolve_speakers
from provenance.model import Agent, AgentKind, Span


def span_in(text: str, words: str, after: str = "") -> Span:
    start = text.index(words, text.index(after) + len(after) if after else 0)
    return Span(start, start + len(words))


def scene_of(
    reader: Reader,
    text: str,
    *,
    bodies: tuple[str, ...] = (),
    people: tuple[str, ...] = (),
    subjects: tuple[str, ...] = (),
) -> Scene:
    """As if the network had seen these names and subjects where they stand first."""
    return Scene(
        text=text,
        cast=gather_cast(text, [span_in(text, name) for name in people], reader.states, reader.lexicon),
        bodies=tuple(sorted(span_in(text, body) for body in bodies)),
        subjects=Places([span_in(text, subject) for subject in subjects]),
        acronyms={},
        states=reader.states,
        lexicon=reader.lexicon,
    )


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("the Foreign Ministry", "Ministry of Foreign Affairs of Kazakhstan"),
        ("The ministry", "Kazakh Interior Ministry"),
        ("the Health Ministry", "Health Ministry"),
        ("Veldhoek", "Veldhoek Systems"),
        ("the company", "Veldhoek Systems"),
        ("the state oil company KazMunayGas", "KazMunayGas"),
    ],
)
def test_a_body_in_short_is_the_one_named_in_full(reader: Reader, words: str, name: str) -> None:
    text = (
        "The Ministry of Foreign Affairs of Kazakhstan wrote to Veldhoek Systems. Veldhoek Systems answered in May. "
        f"The Kazakh Interior Ministry kept still, {words} said."
    )
    bodies = ("Ministry of Foreign Affairs of Kazakhstan", "Veldhoek Systems", "Kazakh Interior Ministry")
    scene = scene_of(reader, text, bodies=bodies, subjects=("Veldhoek Systems",))
    assert body_name(words, span_in(text, words, "kept still"), scene, ()) == name


def test_a_company_is_none_that_only_lies_somewhere(reader: Reader) -> None:
    text = "It was shown on a stage in Espoo, the company said."
    scene = scene_of(reader, text, bodies=("Espoo",))
    assert body_name("the company", span_in(text, "the company"), scene, ()) == "company"


def test_of_two_ministries_the_one_of_the_same_kind_speaks_again(reader: Reader) -> None:
    text = "The Foreign Ministry said this."
    spoke = [
        Speaker(Agent(name="Croatian Foreign Ministry", kind=AgentKind.ORGANISATION), Span(0, 1)),
        Speaker(Agent(name="Croatian Interior Ministry", kind=AgentKind.ORGANISATION), Span(0, 1)),
    ]
    (speaker,) = resolve_speakers(span_in(text, "The Foreign Ministry"), None, scene_of(reader, text), spoke)
    assert speaker.agent.name == "Croatian Foreign Ministry"


def test_it_is_the_body_that_acted_last_in_the_paragraph(reader: Reader) -> None:
    text = "Skarvfjell will write the project down by a third, it said."
    scene = scene_of(reader, text, bodies=("Skarvfjell",), subjects=("Skarvfjell",))
    (speaker,) = resolve_speakers(span_in(text, "it", "third, "), AgentKind.UNNAMED, scene, ())
    assert (speaker.agent.name, speaker.agent.kind) == ("Skarvfjell", AgentKind.ORGANISATION)


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("the spokesperson", "Zhao Wenrui"),
        ("The spokesperson", "Zhao Wenrui"),
        ("a spokesperson", "a spokesperson"),
        ("the spokespeople", "the spokespeople"),
        ("the witness", "the witness"),
    ],
)
def test_who_was_called_so_before(reader: Reader, words: str, name: str) -> None:
    text = f"Embassy spokesperson Zhao Wenrui was asked twice. It is a pity, {words} said."
    scene = scene_of(reader, text, people=("Zhao Wenrui",))
    (speaker,) = resolve_speakers(span_in(text, words, "pity"), AgentKind.UNNAMED, scene, ())
    assert speaker.agent.name == name


def test_an_adviser_of_somebody_is_not_that_person(reader: Reader) -> None:
    text = "Putin adviser warns Washington. Vladimir Putin himself was away."
    scene = scene_of(reader, text, people=("Vladimir Putin", "Putin"))
    (speaker,) = resolve_speakers(span_in(text, "Putin adviser"), AgentKind.PERSON, scene, ())
    assert speaker.agent.name != "Vladimir Putin"


def test_a_surname_is_a_person_whatever_it_looks_like(reader: Reader) -> None:
    text = "Outi Rantala was on the stage. Later Rantala told the paper more."
    scene = scene_of(reader, text, people=("Outi Rantala",))
    (speaker,) = resolve_speakers(span_in(text, "Rantala", "Later "), AgentKind.ORGANISATION, scene, ())
    assert (speaker.agent.name, speaker.agent.kind) == ("Outi Rantala", AgentKind.PERSON)


@pytest.mark.parametrize(
    ("text", "again", "name"),
    [
        ("Igor Girkin, better known by his assumed name Strelkov, left. Strelkov said no.", "Strelkov", "Igor Girkin"),
        ("Oleh Petrenko (call sign Grey) left. Grey said no.", "Grey", "Oleh Petrenko"),
        ("Arseniy Yatsenyuk left. Yatseniuk said no.", "Yatseniuk", "Arseniy Yatsenyuk"),
        ("Viktor Ivanov left. Ivanova said no.", "Ivanova", "Ivanova"),
    ],
)
def test_other_names_of_one_person(reader: Reader, text: str, again: str, name: str) -> None:
    first = " ".join(text.split()[:2])
    people = [span_in(text, first), span_in(text, again, "left. ")]
    cast = gather_cast(text, people, reader.states, reader.lexicon)
    found = cast.at(span_in(text, again, "left. "))
    assert found is not None
    assert found.name == name


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Russian Minister of Transport Maxim Sokolov said so.", ["Maxim Sokolov"]),
        ("The director of Human Rights Watch said so.", []),
        ("Foreign Minister Robert Fico said so.", ["Robert Fico"]),
    ],
)
def test_a_name_behind_an_office_and_its_field(reader: Reader, text: str, names: list[str]) -> None:
    assert [span.of(text) for span in titled_names(text, reader.states, reader.lexicon)] == names


@pytest.mark.parametrize("pronoun", ["He", "She", "They", "It"])
def test_a_pronoun_is_no_name(reader: Reader, pronoun: str) -> None:
    text = f"{pronoun} left early."
    assert gather_cast(text, [Span(0, len(pronoun))], reader.states, reader.lexicon).appearances == ()
