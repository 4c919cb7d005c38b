"""What an error says, on a page and as JSON."""

from typing import Any

from provenance.web.pointing import at_desk

TITLES = {
    400: "This cannot be done",
    403: "This is not yours to do",
    404: "There is no such page",
    405: "This is not how this page is asked",
    409: "Something came before",
    413: "This is too large",
    415: "This is not how it is sent",
    422: "This cannot be understood",
    503: "The store cannot be reached",
}


AGAIN = 3
"""Seconds after which it is worth asking again for a list that is being made."""

WAITING = "Claims are being looked at again"
"""The title of what stands there until then."""


def error_document(status: int, message: str, title: str | None = None) -> dict[str, Any]:
    """The message in the desk's own words, under the title of its status unless one is given. Any: JSON."""
    called = title or TITLES.get(status, "Something went wrong")
    return {"error": {"status": status, "title": called, "message": at_desk(message)}}
