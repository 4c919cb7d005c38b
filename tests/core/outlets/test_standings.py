"""Every outlet of a chain carries what it is at the article's day."""

from datetime import date

from provenance.model import Agent, AgentKind, Chain, Label, Link, Role, Standing, StateAffiliation
from provenance.outlets import with_standings
from tests.core.outlets.builders import a_directory, an_assertion, an_outlet

DIRECTORY = a_directory(
    outlets=[an_outlet(), an_outlet("wire", "Example Wire")],
    assertions=[an_assertion("ownership", "private"), an_assertion("smm_code", "SC", outlet="wire", since="2014")],
)


def a_link(step: int, role: Role, outlet: str | None) -> Link:
    return Link(step=step, role=role, agent=Agent(name=str(outlet), kind=AgentKind.OUTLET, outlet=outlet))


def test_known_outlets_get_their_standing_and_others_none() -> None:
    chain = Chain(
        links=(
            a_link(0, Role.PUBLISHER, "times"),
            a_link(1, Role.CARRIER, "wire"),
            a_link(1, Role.CARRIER, "unheard-of"),
            a_link(2, Role.SPEAKER, None),
        ),
        channel="Telegram",
    )
    found = with_standings(chain, DIRECTORY, date(2025, 6, 2))
    private = Standing(label=Label.PRIVATE, state_affiliated=StateAffiliation.NO, control_family="times")
    state = Standing(
        label=Label.STATE_CONTROLLED,
        state_affiliated=StateAffiliation.YES,
        control_family="state:XA",
        states=("XA",),
    )
    assert [link.standing for link in found.links] == [private, state, None, None]
    assert [link.agent for link in found.links] == [link.agent for link in chain.links]
    assert found.channel == "Telegram"


def test_the_standing_is_that_of_the_day() -> None:
    chain = Chain(links=(a_link(0, Role.PUBLISHER, "wire"),))
    standing = with_standings(chain, DIRECTORY, date(2013, 6, 2)).publisher.standing
    assert standing is not None
    assert standing.state_affiliated is StateAffiliation.UNKNOWN
