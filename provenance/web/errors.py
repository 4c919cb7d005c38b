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


def error_document(status: int, message: str) -> dict[str, Any]:
    """The message in the desk's own words. Any: JSON."""
    title = TITLES.get(status, "Something went wrong")
    return {"error": {"status": status, "title": title, "message": at_desk(message)}}
