"""What a reprint changed in who says what."""

from typing import Any

import pytest

from provenance.model import AgentKind, Edit, Via
from tests.core.diffing.telling import a_telling, diff_of, edits_of, said, told

LAUNCHED = "the drone had been launched from Kursk in the morning"
UNNAMED, PERSON, BODY = AgentKind.UNNAMED, AgentKind.PERSON, AgentKind.ORGANISATION


def spoken(by: str, kind: AgentKind = PERSON, cue: str = "said", **values: Any) -> Any:
    """Any: a telling, made of one sentence with one claim."""
    text = f"{by} {cue} that {LAUNCHED}."
    return a_telling(text, said(text, LAUNCHED, by, kind, cue=cue, **values))


def unsaid(publisher: str = "Reuters") -> Any:
    text = f"{LAUNCHED[0].upper()}{LAUNCHED[1:]}."
    return a_telling(text, said(text, text[:-1], cue=""), publisher=publisher)


@pytest.mark.parametrize(
    ("before", "after", "codes"),
    [
        (spoken("Dmitry Peskov"), unsaid(), ["attribution-lost"]),
        (unsaid(), spoken("Dmitry Peskov"), ["attribution-gained"]),
        (spoken("Dmitry Peskov"), spoken("Peskov"), []),
        (spoken("Dmitry Peskov"), spoken("a source", UNNAMED), ["speaker-unnamed"]),
        (spoken("Dmitry Peskov"), spoken("the Kremlin", BODY), ["speaker-unnamed"]),
        (spoken("a source", UNNAMED), spoken("Dmitry Peskov"), ["speaker-named"]),
        (spoken("Dmitry Peskov"), spoken("Sergei Lavrov"), ["speaker-changed"]),
        (spoken("a source", UNNAMED), spoken("sources", UNNAMED), ["sources-multiplied"]),
        (spoken("officials", UNNAMED), spoken("an official", UNNAMED), ["sources-reduced"]),
        (spoken("a source", UNNAMED), spoken("a senior official", UNNAMED), ["speaker-changed"]),
        (spoken("Dmitry Peskov"), spoken("Dmitry Peskov", cue="confirmed"), ["cue-changed"]),
        (spoken("Dmitry Peskov", cue="denied"), spoken("Dmitry Peskov"), ["denial-lost"]),
    ],
)
def test_a_change_of_speaker_or_cue_is_an_edit(before: Any, after: Any, codes: list[str]) -> None:
    assert edits_of(diff_of(before, after)) == codes


def test_hearsay_told_as_fact_has_lost_its_hedge_and_no_speaker() -> None:
    text = f"Rumours have it that {LAUNCHED}."
    before = a_telling(text, said(text, LAUNCHED, cue="Rumours have it", hedged=True))
    assert edits_of(diff_of(before, unsaid())) == ["hedge-lost"]


def test_an_attribution_whose_words_still_stand_there_is_not_lost() -> None:
    """The reader of the second text may have missed it."""
    text = f"Dmitry Peskov said on Monday that {LAUNCHED}."
    after = a_telling(text, said(text, LAUNCHED, cue=""))
    assert "attribution-lost" not in edits_of(diff_of(spoken("Dmitry Peskov"), after))


def test_a_credit_in_a_sentence_that_is_gone_is_told_there() -> None:
    text = f"Dmitry Peskov told TASS that {LAUNCHED}."
    before = a_telling(
        f"{text} It rained all day in the north.",
        said(text, LAUNCHED, "Dmitry Peskov", cue="told", through=[("TASS", Via.TOLD)]),
        said("It rained all day in the north.", "It rained all day in the north", cue=""),
    )
    after_text = f"Dmitry Peskov said that {LAUNCHED}."
    after = a_telling(after_text, said(after_text, LAUNCHED, "Dmitry Peskov"))
    assert edits_of(diff_of(before, after)) == ["credit-lost", "cue-changed"]


def test_the_agency_of_the_whole_story_is_told_of_once() -> None:
    text = f"MOSCOW (TASS) - It rained. {LAUNCHED[0].upper()}{LAUNCHED[1:]}."
    sentences = ["It rained", f"T{LAUNCHED[1:]}"]
    dateline = [("TASS", Via.DATELINE)]
    before = a_telling(text, *(said(one, one, cue="", through=dateline) for one in sentences), publisher="A Blog")
    after = unsaid("A Blog")
    assert told(diff_of(before, after)) == [
        "credit-lost: TASS, credited with the whole of the first version, is credited nowhere in the second."
    ]


def test_a_publisher_that_its_reprint_never_credits_is_told() -> None:
    expected = "credit-lost: Reuters, the publisher of the first version, is credited nowhere in the second."
    assert told(diff_of(unsaid("Reuters"), unsaid("Daily Mail"))) == [expected]
    text = f"Reuters reported that {LAUNCHED}."
    credited = a_telling(
        text, said(text, LAUNCHED, cue="reported", through=[("Reuters", Via.REPORTED)]), publisher="Daily Mail"
    )
    assert [line for line in told(diff_of(unsaid("Reuters"), credited)) if line.startswith("credit-lost")] == []


def test_a_speaker_whose_sentence_was_dropped_is_a_voice_dropped() -> None:
    denied = "Igor Konashenkov denied that his forces had hit the market."
    text = f"Dmitry Peskov said that {LAUNCHED}. {denied}"
    before = a_telling(
        text,
        said(text, LAUNCHED, "Dmitry Peskov"),
        said(denied, "his forces had hit the market", "Igor Konashenkov", cue="denied"),
    )
    assert told(diff_of(before, spoken("Dmitry Peskov"))) == [
        "voice-dropped: Igor Konashenkov speaks in the first version and not in the second."
    ]


def test_a_backward_credit_that_is_dropped_is_told_of_the_sentence_it_covered() -> None:
    claim = f"T{LAUNCHED[1:]}."
    text = f"{claim} This was reported by TASS."
    other = "It rained all day in the north."
    reported = said(claim, claim[:-1], cue="reported", through=[("TASS", Via.REPORTED)])
    before = a_telling(f"{text} {other}", reported, said(other, other[:-1], cue=""))
    after = a_telling(f"{claim} {other}", said(claim, claim[:-1], cue=""), said(other, other[:-1], cue=""))
    found: list[Edit] = [edit for pair in diff_of(before, after).pairs for edit in pair.edits]
    assert [edit.text for edit in found] == ["TASS said so; now nobody does."]
