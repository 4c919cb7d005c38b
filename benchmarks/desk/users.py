"""People at the desk: each goes from list to article to group, searches, and now and then decides something."""

import asyncio
import random
import re
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

import httpx

TOKEN = re.compile(r'name="desk-token" content="([^"]+)"')
SHARES = {"home": 6, "lists": 12, "search": 22, "article": 30, "group": 10, "outlet": 6, "speaker": 4, "decide": 10}
"""Of a hundred steps, how many are of each kind. The claims that are opened on an article's page come on top, steps of
the kind "claim"."""

OPENED = (1, 2, 3)
"""How many claims of an article somebody opens, one number as often as the other."""


@dataclass(frozen=True, slots=True)
class Known:
    """What may be asked for: drawn from the store before. `claims_of` are the claims of each article."""

    articles: tuple[str, ...]
    claims_of: Mapping[str, tuple[str, ...]]
    claims: tuple[str, ...]
    groups: tuple[str, ...]
    outlets: tuple[str, ...]
    speakers: tuple[str, ...]
    words: tuple[str, ...]


@dataclass(slots=True)
class Tally:
    """Seconds by kind of step, what went wrong, and which claims were decided on with a yes from the server."""

    seconds: dict[str, list[float]] = field(default_factory=dict)
    errors: list[str] = field(default_factory=list)
    refused: int = 0
    decided: list[str] = field(default_factory=list)


async def use_desk(base: str, known: Known, *, users: int, seconds: float, pause: float, draw: int = 0) -> Tally:
    """`pause` is the mean time, in seconds, that somebody looks at a page before the next step; with another `draw`
    they take other steps, so that a second run on one store decides what the first left undecided."""
    tally = Tally()
    until = time.perf_counter() + seconds
    await asyncio.gather(*(_one(base, known, draw * users + number, until, pause, tally) for number in range(users)))
    return tally


async def _one(base: str, known: Known, number: int, until: float, pause: float, tally: Tally) -> None:
    chance = random.Random(number)  # noqa: S311
    async with httpx.AsyncClient(base_url=base, timeout=30, headers={"Accept": "text/html"}) as client:
        await asyncio.sleep(chance.random() * pause * 2)
        token = TOKEN.findall((await client.get("/")).text)[0]
        while time.perf_counter() < until:
            kind = chance.choices(list(SHARES), list(SHARES.values()))[0]
            if kind == "decide":
                await _decide(client, token, known, chance, number, tally)
            elif kind == "article":
                await _read(client, known, chance, until, pause, tally)
            else:
                await _look(client, kind, ADDRESSES[kind](known, chance), tally)
            await asyncio.sleep(chance.expovariate(1 / pause))


async def _read(
    client: httpx.AsyncClient, known: Known, chance: random.Random, until: float, pause: float, tally: Tally
) -> None:
    """Looks at an article, then opens some of its claims, one after the other."""
    article = chance.choice(known.articles)
    await _look(client, "article", f"/articles/{article}", tally)
    claims = known.claims_of[article]
    for claim in chance.sample(claims, min(chance.choice(OPENED), len(claims))):
        await asyncio.sleep(chance.expovariate(1 / pause))
        if time.perf_counter() >= until:
            return
        await _look(client, "claim", f"/articles/{article}/claims/{claim}", tally, {"HX-Request": "true"})


async def _look(
    client: httpx.AsyncClient, kind: str, address: str, tally: Tally, headers: Mapping[str, str] | None = None
) -> None:
    """`headers` are those that a browser sends beside its usual ones."""
    started = time.perf_counter()
    answer = await _asked(client.get(address, headers=headers), tally)
    if answer is None:
        return
    tally.seconds.setdefault(kind, []).append(time.perf_counter() - started)
    if answer.status_code != 200:
        tally.errors.append(f"{answer.status_code} {address}")


async def _decide(
    client: httpx.AsyncClient, token: str, known: Known, chance: random.Random, number: int, tally: Tally
) -> None:
    claim = chance.choice(known.claims)
    form = {"why": "the words stand there", "by": f"user {number}", "token": token}
    started = time.perf_counter()
    answer = await _asked(client.post(f"/claims/{claim}/confirm", data=form), tally)
    if answer is None:
        return
    tally.seconds.setdefault("decide", []).append(time.perf_counter() - started)
    if answer.status_code == 303:
        tally.decided.append(claim)
    elif answer.status_code in (409, 422):
        tally.refused += 1  # somebody decided the same before
    else:
        tally.errors.append(f"{answer.status_code} confirm {claim}")


async def _asked(asking: "asyncio.Future[httpx.Response] | object", tally: Tally) -> httpx.Response | None:
    try:
        return await asking  # type: ignore[misc,no-any-return]  # a coroutine of httpx
    except httpx.HTTPError as error:
        tally.errors.append(type(error).__name__)
        return None


def _search(known: Known, chance: random.Random) -> str:
    words = chance.sample(known.words, chance.choice((1, 1, 2)))
    return f"/claims?q={'+'.join(words)}"


def _claim(known: Known, chance: random.Random) -> str:
    article = chance.choice(known.articles)
    return f"/articles/{article}/claims/{chance.choice(known.claims_of[article])}"


ADDRESSES: dict[str, Callable[[Known, random.Random], str]] = {
    "home": lambda known, chance: "/",
    "lists": lambda known, chance: (
        chance.choice(("/articles", "/claims", "/single-source", "/state-affiliated", "/groups"))
        + f"?page={chance.choice((1, 1, 2, 3))}"
    ),
    "search": _search,
    "article": lambda known, chance: f"/articles/{chance.choice(known.articles)}",
    "claim": _claim,
    "group": lambda known, chance: f"/groups/{chance.choice(known.groups)}",
    "outlet": lambda known, chance: f"/outlets/{chance.choice(known.outlets)}",
    "speaker": lambda known, chance: f"/speakers/{chance.choice(known.speakers)}",
}
