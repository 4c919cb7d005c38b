"""A desk with accounts on a store of its own, whose clock a test moves."""

import json
import re
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import psycopg
from fastapi import FastAPI
from psycopg.sql import SQL, Identifier
from starlette.testclient import TestClient

from provenance import services
from provenance.model import Actor, DeskRole, KeyScope
from provenance.settings import Settings
from provenance.web import DeskOptions, make_desk
from provenance.web.security.limits import Limits

START = datetime(2026, 6, 1, 12, tzinfo=UTC)
TOKEN = re.compile(r'name="desk-token" content="([^"]+)"')
BY = Actor("tests")
PASSWORD = "four words of mine"  # noqa: S105 - of accounts that live for a test
PEOPLE = {"Anna": DeskRole.ADMIN, "Eddie": DeskRole.EDITOR, "Rita": DeskRole.READER}


@dataclass
class Clock:
    passed: float = 0

    def now(self) -> datetime:
        return START + timedelta(seconds=self.passed)

    def ticks(self) -> float:
        return self.passed


@dataclass
class Guarded:
    """`demands` says whether everybody needs an account; `database` is where the store is when it is no file."""

    path: Path
    demands: bool = True
    limits: Limits = field(default_factory=Limits)
    public_url: str | None = None
    trust_forwarded: bool = False
    clock: Clock = field(default_factory=Clock)
    base: str = "http://127.0.0.1:8000"
    database: str | None = None

    @property
    def settings(self) -> Settings:
        return Settings(database=self.database or str(self.path), named=True)

    def open(self, **changes: Any) -> FastAPI:  # Any: options of the desk
        options: dict[str, Any] = {
            "accounts": self.demands,
            "limits": self.limits,
            "public_url": self.public_url,
            "trust_forwarded": self.trust_forwarded,
            "clock": self.clock.now,
            "ticks": self.clock.ticks,
        }
        return make_desk(DeskOptions(settings=self.settings, **{**options, **changes}))

    def client(
        self, app: FastAPI | None = None, *, accept: str = "text/html", address: str = "192.0.2.7"
    ) -> TestClient:
        """A browser that has not been here."""
        client = TestClient(app or self.open(), base_url=self.base, follow_redirects=False, client=(address, 50000))
        client.headers["Accept"] = accept
        return client

    def signed_in(self, name: str, app: FastAPI | None = None) -> TestClient:
        client = self.client(app)
        answer = client.post("/sign-in", data=self.form(client, name))
        assert answer.status_code == 303, answer.text
        client.headers["X-Desk-Token"] = token_of(client, "/account")
        return client

    def form(self, client: TestClient, name: str, **more: str) -> dict[str, str]:
        return {"token": token_of(client, "/sign-in"), "name": name, "password": PASSWORD, **more}

    def key(self, scope: KeyScope, name: str = "CMS") -> str:
        return services.make_key(self.settings, self.clock.now(), name, scope, by=BY).token

    def bearing(self, key: str, app: FastAPI | None = None) -> TestClient:
        client = self.client(app, accept="application/json")
        client.headers["Authorization"] = f"Bearer {key}"
        return client

    def dump(self) -> str:
        """The whole store, in words; when a session was last seen apart."""
        if self.database:
            return _dump_of(self.database)
        connection = sqlite3.connect(self.path)
        try:
            return "\n".join(connection.iterdump())
        finally:
            connection.close()

    @contextmanager
    def stores_nothing(self) -> Iterator[None]:
        before = self.dump()
        yield
        assert self.dump() == before


def _dump_of(url: str) -> str:
    """The rows of every table of a PostgreSQL database."""
    with psycopg.connect(url) as connection:
        tables = connection.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public'").fetchall()
        rows = [
            (name, sorted(map(repr, connection.execute(SQL("SELECT * FROM {}").format(Identifier(name))).fetchall())))
            for (name,) in sorted(tables)
        ]
    return "\n".join(f"{name}: {row}" for name, held in rows for row in held)


def token_of(client: TestClient, page: str) -> str:
    return TOKEN.findall(client.get(page).text)[0]


def words_of(answer: Any) -> str:  # Any: httpx's answer
    """What a refusal says, as page or as JSON."""
    if answer.headers["content-type"].startswith("application/json"):
        return str(json.loads(answer.text)["error"]["message"])
    return " ".join(re.sub("<[^>]+>", " ", answer.text).split())
