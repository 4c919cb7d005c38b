"""Anybody who can say, carry or print a claim."""

from dataclasses import dataclass
from enum import StrEnum


class AgentKind(StrEnum):
    OUTLET = "outlet"
    PERSON = "person"
    ORGANISATION = "organisation"
    DOCUMENT = "document"
    UNNAMED = "unnamed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Agent:
    """`name` is the canonical one within the article ("Vladimir Medinsky" for "he"); `outlet` is an id of the
    directory, None when the agent is no outlet or the directory does not know it; `party` is the government,
    delegation or company the agent speaks for ("state:RU"), None when the text does not say.
    """

    name: str
    kind: AgentKind
    outlet: str | None = None
    party: str | None = None

    def __post_init__(self) -> None:
        if not self.name.strip():
            raise ValueError("an agent has a name, if only 'a source'")
