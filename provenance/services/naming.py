"""Names that people give to accounts and keys."""

import unicodedata

from provenance.errors import InvalidOption

LONGEST = 100
"""Characters: a name stands in lists."""


def plain_name(text: str, what: str) -> str:
    """Without blanks around it, in one form for what looks alike. Raises InvalidOption for one that is empty, too long,
    or holds characters that are not seen: two names that look the same shall be the same."""
    name = unicodedata.normalize("NFKC", text).strip()
    if not name:
        raise InvalidOption(f"{what}: a name is wanted")
    if len(name) > LONGEST:
        raise InvalidOption(f"{what}: a name has {LONGEST} characters at most")
    if not name.isprintable():
        raise InvalidOption(f"{what} {name!r}: characters that cannot be seen are in it")
    return name
