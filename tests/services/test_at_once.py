"""Two people, or two requests, at the same moment: one of them is told, and nothing is written over."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import TypeVar

import pytest

from provenance import services
from provenance.errors import DecidedOtherwise, NotAnsweredYet
from provenance.model import Article, GivenClaim, RequestKey
from provenance.services import Authorship, Brought, list_jobs, put_in
from provenance.settings import Settings
from tests.services.test_correcting import BRIDGE, DAM, LINE, NOW, Desk, a_person
from tests.services.test_correcting import article as article  # noqa: PLC0414 - a fixture
from tests.services.test_correcting import desk as desk  # noqa: PLC0414 - a fixture
from tests.storage.conftest import database, migrated, server  # noqa: F401 - fixtures

Answer = TypeVar("Answer")
NAMES = ("Carl Green", "Eva Stone", "Olga Hill", "Ivan Lake")


def at_once(*doing: Callable[[], Answer]) -> list[Answer | Exception]:
    """What each gave or raised; all begin at the same moment, each in a thread of its own."""
    ready = Barrier(len(doing))

    def begin(one: Callable[[], Answer]) -> Answer | Exception:
        ready.wait()
        try:
            return one()
        except Exception as error:
            return error

    with ThreadPoolExecutor(len(doing)) as threads:
        return list(threads.map(begin, doing))


@pytest.mark.parametrize("seen", [0, None])
def test_of_those_who_correct_a_claim_at_once_one_does_and_the_others_are_told(
    desk: Desk, article: Article, seen: int | None
) -> None:
    claim = desk.id_of(article, BRIDGE)

    def correcting(name: str) -> Callable[[], services.Decided]:
        by = Authorship(made_by=f"{name}'s desk", why="heard the recording")
        given = GivenClaim(speakers=a_person(name))
        return lambda: services.correct_claim(desk.settings, NOW, claim, given, by, seen)

    done = at_once(*map(correcting, NAMES))
    refused = [each for each in done if isinstance(each, Exception)]
    assert [type(each) for each in refused] == [DecidedOtherwise] * (len(NAMES) - 1)
    assert all("came in between" in str(each) for each in refused)
    (logged,) = services.list_decisions(desk.settings, NOW)
    winner = logged.decision.made_by.removesuffix("'s desk")
    assert desk.claims(article) == [(DAM, "Ada Brown"), (BRIDGE, winner)]


def test_who_corrects_different_claims_at_once_all_do(desk: Desk, article: Article) -> None:
    def correcting(words: str, name: str) -> Callable[[], str]:
        claim = desk.id_of(article, words)
        return lambda: desk.correct(claim, speakers=a_person(name))

    done = at_once(correcting(DAM, "Carl Green"), correcting(BRIDGE, "Eva Stone"))
    assert not [each for each in done if isinstance(each, Exception)]
    assert desk.claims(article) == [(DAM, "Carl Green"), (BRIDGE, "Eva Stone")]
    assert [each.decision.id for each in services.list_decisions(desk.settings, NOW)] == [1, 2]


def test_requests_with_one_key_at_once_make_one_job(database: str) -> None:  # noqa: F811
    settings = Settings(database=database)
    request = RequestKey(caller="cms", key="one", digest="a" * 64)
    put_in(Brought(text="Talks began."), settings=settings, now=NOW, made_by="cms")

    def putting() -> services.Job:
        return put_in(Brought(text="Talks ended."), settings=settings, now=NOW, made_by="cms", request=request)

    done = at_once(*[putting] * 4)
    assert [type(each) for each in done if isinstance(each, Exception)] == [NotAnsweredYet] * 3
    assert list_jobs(settings, NOW).total == 2


def test_an_article_is_shown_as_it_stood_at_one_moment_while_it_is_read_again(desk: Desk, article: Article) -> None:
    one, both = ((DAM, "Ada Brown"),), ((DAM, "Ada Brown"), (BRIDGE, "Ada Brown"))

    def reading() -> set[tuple[str, ...]]:
        for _ in range(8):
            for claims in (one, both):
                desk.read("north", LINE, *claims)
                services.renew_findings(desk.settings, NOW)
                services.weigh_articles(desk.settings, NOW)
        return set()

    def showing() -> set[tuple[str, ...]]:
        shown = [services.show_article(desk.settings, NOW, article.id, explained=()).report for _ in range(100)]
        return {tuple(finding.claim.text for finding in report.findings) for report in shown}

    _, *seen = at_once(reading, showing, showing)
    whole = {tuple(words for words, _ in claims) for claims in (one, both)}
    assert [each for each in seen if not isinstance(each, set) or not each <= whole] == []
