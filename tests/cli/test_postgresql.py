"""The same commands on a real PostgreSQL."""

import pytest

from tests.cli.running import ISTANBUL, Command
from tests.storage.servers import a_server

FOUR = sorted(ISTANBUL.iterdir())[:4]


@pytest.mark.postgres
def test_postgresql_is_used_once_it_was_upgraded_and_gives_what_sqlite_gives(provenance: Command) -> None:
    with a_server() as server:
        url = server.url(server.new_database())
        for words in (["articles"], ["report", str(FOUR[0])], ["db", "check"]):
            refused = provenance("--db", url, *words)
            assert (refused.status, refused.out, refused.err.count("\n")) == (1, "", 1)
            assert "provenance db upgrade" in refused.err
        assert provenance("--db", url, "db", "upgrade").status == 0
        assert "up to date" in provenance("--db", url, "db", "check").out
        assert provenance("--db", url, "ingest", *FOUR).err == "4 new\n"
        assert provenance("--db", url, "ingest", *FOUR).err == "0 new, 4 unchanged\n"
        assert provenance("ingest", *FOUR).status == 0
        for listed in ("articles", "claims", "groups", "single-source", "state-affiliated"):
            there = provenance("--db", url, listed, "--format", "json").out
            assert there == provenance(listed, "--format", "json").out
