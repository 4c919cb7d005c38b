"""Credits that cover a whole article, and what is no part of its story."""

from provenance.extraction import Reader
from tests.core.extraction.telling import attributed, read, told


def test_a_dateline_credits_the_agency_with_all_that_follows(reader: Reader) -> None:
    text = "ISTANBUL (Reuters) - The talks lasted barely an hour.\n\nBoth delegations have left the palace by car."
    assert [told(claim) for claim in read(reader, text)] == [
        "The talks lasted barely an hour | reuters:dateline | -",
        "Both delegations have left the palace by car | reuters:dateline | -",
    ]


def test_an_agency_between_slashes_is_a_dateline(reader: Reader) -> None:
    text = "ISTANBUL, June 2. /TASS/. The talks lasted a little over an hour."
    assert [told(claim) for claim in read(reader, text)] == [
        "The talks lasted a little over an hour | tass:dateline | -"
    ]


def test_an_agencys_own_dateline_adds_no_carrier(reader: Reader) -> None:
    text = "ISTANBUL, June 2. /TASS/. The talks lasted a little over an hour."
    (claim,) = read(reader, text, outlet="tass")
    assert claim.chain.carriers == ()


def test_a_place_in_brackets_is_no_dateline(reader: Reader) -> None:
    text = "ISTANBUL (Turkey) - The talks lasted barely an hour."
    assert all(not claim.chain.carriers for claim in read(reader, text))


def test_a_lead_that_retells_one_outlet_covers_the_rest(reader: Reader) -> None:
    text = (
        "The talks ended without a ceasefire, writes The Guardian.\n\nThe delegations met for 90 minutes in a palace."
    )
    assert [told(claim) for claim in read(reader, text)] == [
        "The talks ended without a ceasefire | guardian:reported | -",
        "The delegations met for 90 minutes in a palace | guardian:dateline | -",
    ]


def test_a_lead_does_not_cover_an_article_that_credits_others_too(reader: Reader) -> None:
    text = (
        "The talks ended without a ceasefire, writes The Guardian.\n\nThe delegations met for 90 minutes in a palace."
        "\n\nA second round is planned, the BBC reported."
    )
    assert "guardian:dateline" not in " ".join(told(claim) for claim in read(reader, text))


def test_a_sign_off_credits_the_agency(reader: Reader) -> None:
    text = "The river rose by two metres during the night.\n\nSource: Reuters"
    assert [told(claim) for claim in read(reader, text)] == [
        "The river rose by two metres during the night | reuters:dateline | -"
    ]


def test_a_source_line_names_the_source_of_the_paragraphs_around_it(reader: Reader) -> None:
    text = (
        "The delegation has flown to Istanbul for two days.\n\n"
        "Source: RIA Novosti, citing a source\n\n"
        "Details: Nine planes landed on Sunday.\n\n"
        "Background: The first round took place in May."
    )
    assert attributed(reader, text) == [
        "The delegation has flown to Istanbul for two days | ria-novosti:reported | a source (unnamed)",
        "Nine planes landed on Sunday | ria-novosti:reported | a source (unnamed)",
    ]


def test_captions_credits_and_navigation_make_no_claims(reader: Reader) -> None:
    text = (
        "Minister Hakan Fidan opened the second round on Monday. Photo: EPA-EFE/Somebody\n\n"
        "Read also: Ten people were hurt in a flood, the mayor said\n\n"
        "The river rose by two metres during the night."
    )
    assert [claim.text for claim in read(reader, text)] == ["The river rose by two metres during the night"]
