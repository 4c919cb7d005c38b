"""What kind of source a claim has at first glance."""

from dataclasses import replace

import pytest

from provenance.model import Agent, AgentKind, Chain, Claim, Link, Mode, Role, StateAffiliation
from provenance.report.source import SourceKind, source_kind
from tests.builders import a_carrier, a_chain, a_claim, a_link, a_standing

PERSON, BODY, PAPER, UNNAMED = (
    a_link(Agent(name="somebody", kind=kind))
    for kind in (AgentKind.PERSON, AgentKind.ORGANISATION, AgentKind.DOCUMENT, AgentKind.UNNAMED)
)
STATE = a_carrier("TASS", standing=a_standing(state_affiliated=StateAffiliation.YES))
DISPUTED = a_carrier("Interfax", standing=a_standing(state_affiliated=StateAffiliation.DISPUTED))
PRIVATE = a_carrier("Reuters", standing=a_standing())


def spoken(speaker: Link | None, *carriers: Link, mode: Mode = Mode.INDIRECT) -> Claim:
    return a_claim(chain=a_chain(carriers=carriers, speaker=speaker), mode=mode)


@pytest.mark.parametrize(
    ("claim", "expected"),
    [
        (spoken(PERSON), SourceKind.SPEAKER),
        (spoken(BODY, PRIVATE), SourceKind.SPEAKER),
        (spoken(PAPER), SourceKind.DOCUMENT),
        (spoken(UNNAMED, PRIVATE), SourceKind.UNNAMED),
        (spoken(None, PRIVATE), SourceKind.OUTLET),
        (spoken(None), SourceKind.UNNAMED),
        (spoken(None, mode=Mode.OWN), SourceKind.OWN),
        (spoken(PERSON, STATE), SourceKind.STATE_AFFILIATED),
        (spoken(PERSON, DISPUTED), SourceKind.DISPUTED),
        (spoken(UNNAMED, DISPUTED, STATE), SourceKind.STATE_AFFILIATED),
        (spoken(replace(STATE, role=Role.SPEAKER)), SourceKind.STATE_AFFILIATED),
        (spoken(replace(PRIVATE, role=Role.SPEAKER)), SourceKind.OUTLET),
    ],
)
def test_state_affiliation_comes_first_then_who_spoke(claim: Claim, expected: SourceKind) -> None:
    assert source_kind(claim) is expected


def test_a_state_affiliated_publisher_colours_its_own_voice_but_not_those_it_lets_speak() -> None:
    page = replace(STATE, role=Role.PUBLISHER, step=0)
    own = a_claim(chain=Chain(links=(page,)), mode=Mode.OWN)
    spoken_there = a_claim(chain=Chain(links=(page, PERSON)))
    kinds = (source_kind(own), source_kind(spoken_there))
    assert kinds == (SourceKind.STATE_AFFILIATED, SourceKind.SPEAKER)


def test_of_joint_speakers_the_best_known_counts() -> None:
    joint = Chain(links=(*spoken(UNNAMED).chain.links, replace(PERSON, step=1)))
    assert source_kind(a_claim(chain=joint)) is SourceKind.SPEAKER
