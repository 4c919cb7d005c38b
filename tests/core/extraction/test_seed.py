"""The founding example: all that its gold holds, and nothing besides."""

import json
from pathlib import Path

import pytest

from provenance.extraction import Reader
from provenance.model import Claim, Mode
from tests.core.extraction.telling import read

SEED = Path(__file__).parents[4] / "shared" / "seed"

BY_WORDS = {"agreed", "threatened", "demanding"}

pytestmark = pytest.mark.skipif(not SEED.is_dir(), reason="the founding example lies beside the project")


def summary(claim: Claim) -> tuple[object, ...]:
    carriers = [[link.agent.outlet, link.via] for link in claim.chain.carriers]
    speaker = next(({"name": s.agent.name, "kind": s.agent.kind.value} for s in claim.chain.speakers), None)
    labels = [link.in_text_label for link in claim.chain.carriers if link.in_text_label]
    return claim.mode.value, claim.hedged, speaker, carriers, labels


def expected(row: dict[str, object]) -> tuple[object, ...]:
    labels = [row["in_text_label"]] if "in_text_label" in row else []
    return row["mode"], row.get("hedged", False), row["speaker"], row["carriers"], labels


def overlap(left: str, right: str) -> float:
    one, other = set(left.split()), set(right.split())
    return len(one & other) / min(len(one), len(other))


def test_the_founding_example_is_read_whole(reader: Reader) -> None:
    """The gold holds what was said; what was done by words (agreed to, threatened, demanded) may be read besides."""
    gold = json.loads((SEED / "gold.json").read_text(encoding="utf-8"))
    claims = read(reader, (SEED / "article.txt").read_text(encoding="utf-8"), outlet=gold["article"]["publisher"])
    said = [claim for claim in claims if claim.mode is not Mode.OWN and claim.cue not in BY_WORDS]
    assert [summary(claim) for claim in said] == [expected(row) for row in gold["attributions"]]
    assert all(
        overlap(claim.text, row["content"]) >= 0.6 for claim, row in zip(said, gold["attributions"], strict=True)
    )
