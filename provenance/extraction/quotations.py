"""Quotation marks: which characters of a text stand in quotation."""

from dataclasses import dataclass

from provenance.model import Span

_OPENERS = {"“": "”", "„": "“”", "«": "»", "‘": "’", "‚": "‘’"}
_CLOSERS = "”»"
_SINGLE_LONGEST = 600


@dataclass(frozen=True, slots=True)
class _Open:
    start: int
    closers: str


def find_quotations(text: str) -> tuple[Span, ...]:
    """The outermost quotations of one paragraph, marks included, in order.

    A quotation that is never closed runs to the end of the paragraph. Straight marks open or close by what stands
    beside them; single ones count only when curly, because an apostrophe is no quotation mark.
    """
    found: list[Span] = []
    opened: _Open | None = None
    depth = 0
    for place, character in enumerate(text):
        if opened is None:
            closers = _opening(text, place)
            if closers:
                opened, depth = _Open(place, closers), 0
            continue
        if character in opened.closers and _closing(text, place):
            if depth:
                depth -= 1
                continue
            found.append(Span(opened.start, place + 1))
            opened = None
        elif character == text[opened.start] and character in "“«":
            depth += 1
        elif text[opened.start] == "‘" and place - opened.start > _SINGLE_LONGEST:
            opened = None
    if opened is not None and text[opened.start] != "‘" and text[opened.start :].strip():
        found.append(Span(opened.start, len(text)))
    return tuple(found)


def _opening(text: str, place: int) -> str:
    """The marks that close what opens here, empty when nothing does."""
    character = text[place]
    before = text[place - 1] if place else " "
    after = text[place + 1] if place + 1 < len(text) else " "
    if character == '"':
        return '"' if not after.isspace() and not before.isalnum() else ""
    if character in "‘‚" and (before.isalnum() or after.isspace()):
        return ""
    return _OPENERS.get(character, "")


def _closing(text: str, place: int) -> bool:
    before = text[place - 1]
    after = text[place + 1] if place + 1 < len(text) else " "
    if text[place] == '"':
        return not (before.isspace() and after.isalnum())
    if text[place] in "’‘":
        return not after.isalnum() and not before.isspace()
    return True
