import pytest

from provenance.analysis.names import same_agent
from provenance.model import AgentKind
from tests.builders import an_agent


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Vladimir Medinsky", "Medinsky"),
        ("Volodymyr Zelensky", "Volodymyr Zelenskyy"),
        ("Volodymyr Zelenskiy", "President Zelensky"),
        ("Rustem Umerov", "R. Umerov"),
        ("Recep Tayyip Erdoğan", "Recep Erdogan"),
        ("Владимир Мединский", "Мединский"),
    ],
)
def test_one_person_under_two_names(one: str, other: str) -> None:
    assert same_agent(an_agent(one), an_agent(other))
    assert same_agent(an_agent(other), an_agent(one))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Vladimir Medinsky", "Rustem Umerov"),
        ("Boris Johnson", "Mike Johnson"),
        ("B. Johnson", "Mike Johnson"),
        ("Vladimir Putin", "Vladimir Medinsky"),
    ],
)
def test_two_persons(one: str, other: str) -> None:
    assert not same_agent(an_agent(one), an_agent(other))


def test_one_surname_of_two_parties_is_two_persons() -> None:
    one, other = an_agent("Smirnov", party="state:RU"), an_agent("Smirnov", party="state:UA")
    assert not same_agent(one, other)


def test_unnamed_speakers_are_never_known_to_be_one() -> None:
    assert not same_agent(an_agent("a source", AgentKind.UNNAMED), an_agent("a source", AgentKind.UNNAMED))


def test_organisations_and_documents_go_by_their_whole_name() -> None:
    one, other = an_agent("the Kremlin", AgentKind.ORGANISATION), an_agent("Kremlin", AgentKind.ORGANISATION)
    assert same_agent(one, other)
    assert not same_agent(one, an_agent("Kremlin", AgentKind.DOCUMENT))
    assert not same_agent(one, an_agent("Kremlin Press Service", AgentKind.ORGANISATION))


def test_outlets_go_by_their_id_before_their_name() -> None:
    tass = an_agent("TASS", AgentKind.OUTLET, outlet="tass")
    assert same_agent(tass, an_agent("ITAR-TASS", AgentKind.OUTLET, outlet="tass"))
    assert not same_agent(tass, an_agent("TASS", AgentKind.OUTLET, outlet="another"))
    assert not same_agent(tass, an_agent("TASS", AgentKind.OUTLET))
