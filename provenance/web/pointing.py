"""Messages that name options and commands of the command line, in the words of the desk: its fields and its pages.

A service tells of a mistake once, whoever asked (`provenance.errors`). What a page or its data shows of it passes
through here.
"""

import re

FIELDS = {
    "--by": "Your name",
    "--country": "Country",
    "--designation": "Designated",
    "--expires": "The last day it holds",
    "--language en": "English as its language",
    "--outlet": "Outlet",
    "--published": "Day it was published",
    "--rater": "Rated by",
    "--since": "Since",
    "--title": "Title",
    "--until": "Until",
    "--url": "Address",
    "--why": "Why",
    ", or on the command line add --allow-private-network": "",
}
"""Option, or an option with its value -> the label of the field that asks for the same; nothing where the desk does not
do it."""

PAGES = {
    "articles": "the page Articles",
    "claims": "the page Claims",
    "decisions": "the page Decisions",
    "group": "the page /groups/{}",
    "groups": "the page Groups",
    "ingest": "the page Add",
    "keys": "the page Keys",
    "outlets additions": "its outlet's page",
    "outlets retract": "the page of its outlet",
    "undo": "the form at /decisions/{}",
    "users": "the page Accounts",
}
"""Command -> where the desk does the same; {} is what the command is given."""

STARTING = frozenset({"--db", "--host", "--name", "--public-url"})
"""Options of `provenance serve`: what they say is said to whoever starts the desk, who does it on the command line, as
whoever runs `provenance db upgrade` does."""

_COMMAND = re.compile("`provenance (" + "|".join(sorted(PAGES, reverse=True)) + ")(?: ([^`]*))?`")
_OPTION = re.compile("(?:" + "|".join(map(re.escape, sorted(FIELDS, reverse=True))) + r")(?![\w-])")


def at_desk(message: str) -> str:
    """The message as the desk says it."""
    told = _COMMAND.sub(lambda found: PAGES[found[1]].format(found[2]), message)
    return _OPTION.sub(lambda found: FIELDS[found[0]], told)
