"""Every way of crediting that the design names: a sentence that must be found, and one that must be left alone."""

import pytest

from provenance.extraction import Reader
from provenance.model import Mode, Role
from tests.core.extraction.telling import attributed, read

FOUND = [
    (
        "The talks lasted more than an hour, news agency Interfax has reported.",
        "The talks lasted more than an hour | interfax:reported | -",
    ),
    (
        "A source told TASS that the delegation would leave on Tuesday.",
        "the delegation would leave on Tuesday | tass:told | A source (unnamed)",
    ),
    (
        "“We are ready to go on with the talks,” Vladimir Medinsky told RT.",
        "“We are ready to go on with the talks,” | rt:told | Vladimir Medinsky (person)",
    ),
    (
        "According to Kyiv’s roadmap, a copy of which was seen by Reuters, both armies must stop for thirty days.",
        "both armies must stop for thirty days | reuters:seen | Kyiv’s roadmap (document)",
    ),
    (
        "The bridge will be closed in May, Sergei Lavrov said, as quoted by Interfax.",
        "The bridge will be closed in May | interfax:quoted | Sergei Lavrov (person)",
    ),
    (
        "Reuters reported, citing TASS, that the prisoners had been moved to another town.",
        "the prisoners had been moved to another town | reuters:reported, tass:cited | -",
    ),
    (
        "RIA Novosti, TASS and Interfax, citing sources, reported that the plane had landed in Ankara.",
        "the plane had landed in Ankara | ria-novosti:reported, tass:reported, interfax:reported | sources (unnamed)",
    ),
    (
        "Interfax quoted Sergei Lavrov as saying the treaty was dead.",
        "the treaty was dead | interfax:quoted | Sergei Lavrov (person)",
    ),
    (
        "Ministers from both countries met for an hour, according to Reuters, citing local police.",
        "Ministers from both countries met for an hour | reuters:reported | local police (organisation)",
    ),
    (
        "The harbour has been mined, an Interfax correspondent said.",
        "The harbour has been mined | interfax:reported | -",
    ),
    (
        "Russia and Ukraine said they had agreed on an exchange of prisoners.",
        "they had agreed on an exchange of prisoners | - | Russia (organisation), Ukraine (organisation)",
    ),
    (
        "The harvest will fail this year, the minister of agriculture told the newspaper Segodnya Vecherom.",
        "The harvest will fail this year | Segodnya Vecherom:told | minister of agriculture (person)",
    ),
]

LEFT_ALONE = [
    "A crowd gathered outside the BBC building in central London.",
    "Reuters and AFP closed their offices in the city last year.",
    "The editor of TASS attended the dinner on Friday.",
    "Police searched the newsroom of Interfax in Moscow.",
    "He watched RT in his hotel room.",
]


@pytest.mark.parametrize(("text", "expected"), FOUND)
def test_a_credit_becomes_a_chain(reader: Reader, text: str, expected: str) -> None:
    assert attributed(reader, text) == [expected]


@pytest.mark.parametrize("text", LEFT_ALONE)
def test_a_mere_mention_credits_nobody(reader: Reader, text: str) -> None:
    assert all(not claim.chain.carriers for claim in read(reader, text))


def test_an_outlet_that_the_directory_does_not_know_is_seen_where_the_text_credits_it(reader: Reader) -> None:
    text = "A source told Hartlowpost that the delegation would leave on Tuesday."
    assert attributed(reader, text) == ["the delegation would leave on Tuesday | Hartlowpost:told | A source (unnamed)"]


def test_a_firm_that_says_something_is_no_outlet(reader: Reader) -> None:
    text = "The new rules affect a handful of machines, according to Veldhoek, but the ministry would not say which."
    assert all(not claim.chain.carriers for claim in read(reader, text))


def test_the_agency_is_the_outlet_named_last(reader: Reader) -> None:
    text = "The bridge was hit at dawn, Interfax reported.\n\nThe agency said that two men were hurt."
    assert attributed(reader, text)[1] == "two men were hurt | interfax:reported | -"


def test_the_agency_that_is_an_office_is_no_outlet(reader: Reader) -> None:
    text = (
        "Interfax and TASS have moved.\n\nThe State Emergency Agency said the bridge was hit.\n\n"
        "The agency said that two men were hurt."
    )
    assert all(not claim.chain.carriers for claim in read(reader, text))


def test_outlets_in_parallel_share_a_step(reader: Reader) -> None:
    (claim,) = read(reader, "RIA Novosti, TASS and Interfax reported that the plane had landed in Ankara.")
    assert [link.step for link in claim.chain.carriers] == [1, 1, 1]


def test_an_outlet_that_cites_another_stands_nearer_to_the_page(reader: Reader) -> None:
    (claim,) = read(reader, "Reuters reported, citing TASS, that the prisoners had been moved to another town.")
    assert [(link.step, link.agent.outlet) for link in claim.chain.links] == [(0, None), (1, "reuters"), (2, "tass")]


def test_the_speaker_stands_last_and_every_link_shows_its_words(reader: Reader) -> None:
    text = "“We are ready to go on with the talks,” Vladimir Medinsky told propaganda outlet RT."
    (claim,) = read(reader, text)
    publisher, carrier, speaker = claim.chain.links
    assert publisher.span is None
    assert (carrier.span.of(text), carrier.in_text_label) == ("RT", "propaganda outlet")
    assert (speaker.role, speaker.span.of(text)) == (Role.SPEAKER, "Vladimir Medinsky")


def test_the_texts_own_label_of_an_outlet_is_kept(reader: Reader) -> None:
    (claim,) = read(reader, "The talks would not resume, Russia’s state-owned news agency TASS said.")
    assert claim.chain.carriers[0].in_text_label == "Russia’s state-owned news agency"


def test_a_publisher_is_no_carrier_of_its_own_words(reader: Reader) -> None:
    text = "The plane will be repaired, Sergei Ryabkov told TASS."
    assert attributed(reader, text, outlet="tass") == ["The plane will be repaired | - | Sergei Ryabkov (person)"]


def test_a_channel_is_no_outlet(reader: Reader) -> None:
    (claim,) = read(reader, "The bridge has been hit twice, Mayor Pavel Orlov wrote on Telegram.")
    assert (claim.chain.carriers, claim.chain.channel) == ((), "Telegram")


def test_two_claims_in_one_sentence_keep_their_own_carriers(reader: Reader) -> None:
    text = "A source told TASS that the delegation was calm, while President Anna Petrova said the war went on."
    assert attributed(reader, text) == [
        "the delegation was calm | tass:told | A source (unnamed)",
        "the war went on | - | Anna Petrova (person)",
    ]


def test_a_framed_speech_keeps_its_speaker_and_its_frame(reader: Reader) -> None:
    text = "Interfax reported that Prime Minister Oleg Sidorov said the border would stay closed."
    assert attributed(reader, text) == ["the border would stay closed | interfax:reported | Oleg Sidorov (person)"]


def test_what_nobody_is_named_for_is_a_hedged_claim_without_a_speaker(reader: Reader) -> None:
    (claim,) = read(reader, "The minister has reportedly left the country with two suitcases.")
    assert (claim.hedged, claim.cue, claim.chain.speakers) == (True, "reportedly", ())


def test_a_hedge_beside_a_speaker_is_kept(reader: Reader) -> None:
    (claim,) = read(reader, "Medinsky reportedly told the delegation that Russia was prepared to fight on.")
    assert (claim.hedged, [link.agent.name for link in claim.chain.speakers]) == (True, ["Medinsky"])


def test_what_the_publisher_states_itself_is_its_own_voice(reader: Reader) -> None:
    (claim,) = read(reader, "The meeting lasted 74 minutes and ended without a handshake.", outlet="tass")
    assert (claim.mode, claim.cue, claim.chain.publisher.agent.outlet) == (Mode.OWN, None, "tass")


def test_an_opinion_without_event_or_figure_is_no_claim_of_the_publisher(reader: Reader) -> None:
    assert read(reader, "What will become of the palace on the hill?") == ()


def test_a_state_before_newspaper_is_no_newspaper(reader: Reader) -> None:
    text = "The Spanish newspaper El Pais, citing Lusa, reported that at least 14 people were hurt."
    (claim,) = read(reader, text)
    assert [link.agent.name for link in claim.chain.carriers] == ["El Pais", "Lusa"]
