"""The rows of a file of texts, the halves it is split into, and what of the package's data is needed to judge them."""

import json
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path

from provenance.model import Agent, AgentKind, Chain, Claim, Link, Mode, Role, Span

Row = Mapping[str, str]


def read_rows(path: Path) -> list[Row]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def half_of(row: Row) -> int:
    """0 for what is tuned on, 1 for what is reported: by the cluster or the claim where the file has one."""
    return sha256((row.get("cluster") or row.get("claim_id") or row["id"]).encode()).digest()[0] % 2


def claim_of(name: str, text: str) -> Claim:
    publisher = Link(step=0, role=Role.PUBLISHER, agent=Agent(name="a benchmark", kind=AgentKind.OUTLET))
    return Claim(
        article_id=name,
        revision="0",
        text=text,
        spans=(Span(0, len(text)),),
        mode=Mode.OWN,
        chain=Chain(links=(publisher,)),
    )
