"""The addresses of every kind of page that a filled desk has."""

from collections.abc import Mapping
from typing import Any
from urllib.parse import quote

import httpx


def addresses(base: str) -> dict[str, str]:
    """By a short name. What stands in them is asked of the desk itself."""

    def asked(path: str) -> Any:  # Any: JSON
        answer = httpx.get(f"{base}{path}", headers={"Accept": "application/json"}, timeout=60)
        assert answer.status_code == 200, (path, answer.status_code, answer.text[:300])
        return answer.json()

    articles: list[Mapping[str, Any]] = asked("/articles")["articles"]
    article = max(articles, key=lambda each: (each["claims"], each["id"]))["id"]
    other = max((each for each in articles if each["id"] != article), key=lambda each: (each["claims"], each["id"]))[
        "id"
    ]
    group = asked("/groups")["groups"][0]["id"]
    speakers = asked("/speakers")["speakers"]
    speaker = quote(speakers[0]["name"], safe="")
    return {
        "home": "/",
        "articles": "/articles",
        "article": f"/articles/{article}",
        "revisions": f"/articles/{article}/revisions",
        "compare": f"/compare?left={article}&right={other}",
        "claims": "/claims",
        "search": "/claims?q=bodies",
        "nothing-found": "/claims?q=xyzzy",
        "single-source": "/single-source",
        "state-affiliated": "/state-affiliated",
        "circular": "/circular",
        "groups": "/groups",
        "group": f"/groups/{group}",
        "outlets": "/outlets",
        "outlet": "/outlets/tass",
        "speakers": "/speakers",
        "speaker": f"/speakers/{speaker}",
        "decisions": "/decisions",
        "add": "/add",
        "jobs": "/jobs",
        "api": "/api/docs",
        "no-such-page": "/articles/a0000000000000000",
    }
