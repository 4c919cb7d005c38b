"""Where names lead: nowhere in a report that is sent on, to pages of the desk there."""

from typing import Protocol

from provenance.report.schema import LinkDocument


class LinkTo(Protocol):
    """Gives the address of the page that a kind of thing has by its ids, None where it has none. Kinds: outlet (id),
    outlet-on (its id and a day), speaker (name), unnamed (what they are called), group (id), article (id),
    claim (article's id, claim's id), whole (the same, the claim alone and all of it),
    comparison (two articles' ids), decision (id), rule (code)."""

    def __call__(self, kind: str, *ids: str) -> str | None: ...


def link_nowhere(kind: str, *ids: str) -> str | None:
    return None


def agent_of(link: LinkDocument) -> tuple[str, str] | None:
    """What a link of a chain names, for a LinkTo: an outlet of the directory, or a speaker with a name."""
    if link["outlet"]:
        return "outlet", link["outlet"]
    if link["role"] == "speaker" and link["kind"] != "unnamed":
        return "speaker", link["name"]
    return None
