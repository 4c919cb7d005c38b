"""Text from outside, made harmless for a terminal and for a page."""

import re
from collections.abc import Callable, Mapping
from typing import Any

_CONTROL = "\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff"
_NOT_ON_A_PAGE = re.compile(f"[{_CONTROL}\ufffe\uffff]")
_NOT_ON_A_TERMINAL = re.compile(f"[{_CONTROL}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]")
_WHITE = re.compile(r"\s+")


def for_page(text: str) -> str:
    """Characters that HTML cannot carry become visible ones, one for one: offsets keep their places."""
    return _NOT_ON_A_PAGE.sub(_visible, text)


def for_terminal(text: str) -> str:
    """As for a page, and without what turns the direction of writing; runs of white space become one space."""
    return _NOT_ON_A_TERMINAL.sub(_visible, _WHITE.sub(" ", text)).strip()


def everywhere(change: Callable[[str], str], value: Any) -> Any:  # Any: whatever JSON holds
    """The same value with every string in it changed, keys apart."""
    if isinstance(value, str):
        return change(value)
    if isinstance(value, Mapping):
        return {key: everywhere(change, part) for key, part in value.items()}
    if isinstance(value, list):
        return [everywhere(change, part) for part in value]
    return value


def _visible(match: re.Match[str]) -> str:
    code = ord(match.group())
    if match.group().isspace():
        return " "
    if code < 0x20:
        return chr(0x2400 + code)
    return "\u2421" if code == 0x7F else "\ufffd"
