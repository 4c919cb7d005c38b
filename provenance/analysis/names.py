"""Whether two names mean one agent: exact for outlets, documents and organisations, by surname for persons."""

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

from provenance.model import Agent, AgentKind

TITLES = frozenset(
    {
        "mr",
        "mrs",
        "ms",
        "dr",
        "sir",
        "president",
        "minister",
        "general",
        "colonel",
        "senator",
        "ambassador",
        "secretary",
        "spokesman",
        "spokeswoman",
        "spokesperson",
    }
)
"""Words before a person's name that are no part of it."""

TRANSCRIBED_ENDING = re.compile(r"[iy]+$")
WORD = re.compile(r"[^\W_]+")

FOLDED = 50_000
"""Names of which the words are held: in a group of hundreds each is compared with each."""


@lru_cache(maxsize=FOLDED)
def fold_name(name: str) -> tuple[str, ...]:
    """The words of a name: lower case, no accents, no article; endings by which transcriptions differ become one."""
    bare = "".join(char for char in unicodedata.normalize("NFKD", name.casefold()) if not unicodedata.combining(char))
    words = [word for word in WORD.findall(re.sub(r"['’]s\b", "", bare)) if word not in ("the", "a", "an")]
    return tuple(TRANSCRIBED_ENDING.sub("i", word) if len(word) > 3 else word for word in words)


def same_agent(left: Agent, right: Agent) -> bool:
    """Unnamed agents are never known to be the same; persons are by surname, unless something tells them apart."""
    if AgentKind.UNNAMED in (left.kind, right.kind):
        return False
    if left.kind is AgentKind.OUTLET and right.kind is AgentKind.OUTLET:
        return outlet_key(left) == outlet_key(right)
    if left.kind is AgentKind.PERSON and right.kind is AgentKind.PERSON:
        parties = {left.party, right.party} - {None}
        return len(parties) < 2 and same_person(person_words(left.name), person_words(right.name))
    return left.kind is right.kind and fold_name(left.name) == fold_name(right.name)


def outlet_key(agent: Agent) -> str:
    """The directory's id, or the name of an outlet that the directory does not know."""
    return agent.outlet or "name:" + " ".join(fold_name(agent.name))


@lru_cache(maxsize=FOLDED)
def person_words(name: str) -> tuple[str, ...]:
    words = fold_name(name)
    named = tuple(word for word in words if word not in TITLES)
    return named or words


def same_person(left: Sequence[str], right: Sequence[str]) -> bool:
    """One surname, and first names that are equal, begin alike where one is an initial, or are not given."""
    if not left or not right or left[-1] != right[-1]:
        return False
    if len(left) == 1 or len(right) == 1 or left[0] == right[0]:
        return True
    initial = min(left[0], right[0], key=len)
    return len(initial) == 1 and max(left[0], right[0], key=len).startswith(initial)
