"""Where the desk's pages stand, by kind of thing and id: what the report's parts link to here."""

from urllib.parse import quote

PATTERNS = {
    "outlet": "/outlets/{}",
    "outlet-on": "/outlets/{}?on={}",
    "speaker": "/speakers/{}",
    "unnamed": "/speakers/{}?unnamed=true",
    "group": "/groups/{}",
    "article": "/articles/{}",
    "claim": "/articles/{}#{}",
    "whole": "/articles/{}/claims/{}",
    "counted": "/claims?article={}&caution={}&own_voice=false",
    "comparison": "/compare?left={}&right={}",
    "decision": "/decisions/{}",
    "rule": "/outlets/rules#{}",
}


def link_to(kind: str, *ids: str) -> str | None:
    """None for what has no page."""
    pattern = PATTERNS.get(kind)
    return pattern.format(*(quote(one, safe="", errors="replace") for one in ids)) if pattern else None
