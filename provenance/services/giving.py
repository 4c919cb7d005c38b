"""What a person writes of a claim, in a form or on the command line, read into what it means."""

import re
from collections.abc import Sequence

from provenance.errors import InvalidOption
from provenance.model import AgentKind, GivenCarrier, GivenSpeaker, GivenWords, Places, Span, Via

SPEAKER_KINDS = tuple(kind for kind in AgentKind if kind is not AgentKind.OUTLET)

_OFFSETS = re.compile(r"(\d+)\s*[-–:]\s*(\d+)")


def read_carriers(texts: Sequence[str]) -> tuple[GivenCarrier, ...]:
    """Of "tass:reported", from the page inwards; "tass+interfax:reported" are two in parallel. Raises InvalidOption."""
    return tuple(carrier for text in texts for carrier in _carrier(text))


def _carrier(text: str) -> list[GivenCarrier]:
    names, _, way = text.rpartition(":")
    via = _via(way)
    if via is None or not names.strip():
        raise InvalidOption(f"carrier {text}: write OUTLET:VIA, such as tass:reported; VIA is one of {'; '.join(Via)}")
    return [GivenCarrier(outlet=name.strip(), via=via, beside=place > 0) for place, name in enumerate(names.split("+"))]


BESIDE = "beside"
"""In the place of a way: the outlet carried the claim in parallel with the one before it."""


def read_carrier_rows(names: Sequence[str], ways: Sequence[str]) -> tuple[GivenCarrier, ...]:
    """The same of a form's rows, an outlet and its way in each, BESIDE for one in parallel with that of the row above;
    rows without a name say nothing. Raises InvalidOption."""
    if len(names) != len(ways):
        raise InvalidOption(f"{len(names)} outlets and {len(ways)} ways: give each outlet a way")
    read: list[GivenCarrier] = []
    for name, way in zip(names, ways, strict=True):
        if name.strip():
            beside = way == BESIDE and bool(read)
            via = read[-1].via if beside else _via(way)
            if via is None:
                raise InvalidOption(f"way {way}: write one of {'; '.join(Via)}")
            read.append(GivenCarrier(outlet=name.strip(), via=via, beside=beside))
    return tuple(read)


def _via(way: str) -> Via | None:
    return next((via for via in Via if via == way.strip()), None)


def read_kind(text: str) -> AgentKind:
    """Of a speaker. Raises InvalidOption."""
    found = next((kind for kind in SPEAKER_KINDS if kind == text.strip()), None)
    if found is None:
        raise InvalidOption(f"kind {text}: write one of {'; '.join(SPEAKER_KINDS)}")
    return found


def read_speakers(
    names: Sequence[str], kinds: Sequence[str], sources: Sequence[Places]
) -> tuple[GivenSpeaker, ...] | None:
    """One kind for all or one for each; the words that say who speaks, one each or none at all. Somebody unnamed needs
    no name. None where nothing is given. Raises InvalidOption."""
    read: list[AgentKind | None] = [read_kind(kind) for kind in kinds]
    if not names and AgentKind.UNNAMED not in read:
        if kinds or sources:
            raise InvalidOption("a kind and the words of a source belong to a speaker: name it")
        return None
    called: list[str | None] = [*names] if names else [None]
    if len(read) not in (0, 1, len(called)) or len(sources) not in (0, len(called)):
        raise InvalidOption(
            f"{len(called)} speakers: give one kind for all or one for each, and words for each or none"
        )
    of_each = read * len(called) if len(read) == 1 else read or [None] * len(called)
    return tuple(
        GivenSpeaker(name=name, kind=kind, places=places)
        for name, kind, places in zip(called, of_each, sources or [()] * len(called), strict=True)
    )


def read_places(words: Sequence[str], offsets: str = "") -> Places:
    """The words, each a piece; where none are given the offsets of the stored text, "12-48, 60-80". Raises
    InvalidOption."""
    given = tuple(GivenWords(each) for each in words if each.strip())
    if given or not offsets.strip():
        return given
    pairs = _OFFSETS.findall(offsets)
    if not pairs or _OFFSETS.sub("", offsets).strip(" ,;\n"):
        raise InvalidOption(f"offsets {offsets}: write where each piece starts and ends, such as 12-48, 60-80")
    return tuple(_span(int(start), int(end)) for start, end in pairs)


def _span(start: int, end: int) -> Span:
    if end <= start:
        raise InvalidOption(f"offsets {start}-{end}: a piece ends behind its start and holds at least one character")
    return Span(start, end)
