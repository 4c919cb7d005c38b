"""What a program does with a store, for tests of whether it can."""

import os
import pwd
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from provenance.errors import StoreError
from provenance.storage import open_store
from tests.builders import a_claim, an_article
from tests.storage.conftest import NOW

ARTICLE = an_article()


def store_article(database: str, number: int = 0) -> None:
    article = replace(ARTICLE, url=f"https://example.org/{number}", key="")
    with open_store(database, now=NOW) as store:
        store.save_article(article, [a_claim(article=article)], keys={}, read_at=NOW)
        store.commit()


def count(database: str) -> int:
    with open_store(database, now=NOW, read_only=True) as store:
        return store.count_articles()


def one_line(error: StoreError, database: str) -> str:
    """What a user reads: the database by name, in one line."""
    message = str(error)
    assert "\n" not in message
    assert database in message
    return message


def pragma(path: Path, name: str) -> object:
    connection = sqlite3.connect(path)
    try:
        return connection.execute(f"PRAGMA {name}").fetchone()[0]
    finally:
        connection.close()


def execute(path: Path, *statements: str) -> None:
    connection = sqlite3.connect(path)
    for statement in statements:
        connection.execute(statement)
    connection.commit()
    connection.close()


@contextmanager
def as_nobody() -> Iterator[None]:
    """Root may write anywhere: the block runs as a user who may not."""
    if os.geteuid() != 0:
        yield
        return
    user = pwd.getpwnam("nobody").pw_uid
    os.setresuid(user, user, 0)
    try:
        yield
    finally:
        os.setresuid(0, 0, 0)


def store_long_article(database: str) -> None:
    article = an_article("339 children " * 100_000, url="https://example.org/long")
    claims = [a_claim(article=article, start=start) for start in range(50)]
    with open_store(database, now=NOW) as store:
        store.save_article(article, claims, keys={}, read_at=NOW)
        store.commit()
