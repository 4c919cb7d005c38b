"""The report as data."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any, get_type_hints, is_typeddict

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from provenance.model import Mode, Report, ToldClaim
from provenance.report import finding_to_dict, publisher_of, render_json, report_to_dict, schema
from tests.builders import TEXT, an_article
from tests.core.report.sample import sample_report
from tests.core.report.small import (
    a_circle,
    a_finding,
    a_hostile_report,
    a_small_claim,
    a_small_relation,
    a_small_report,
)

SCHEMA = Path(__file__).parents[3] / "docs" / "report.schema.json"


def validator() -> Draft202012Validator:
    return Draft202012Validator(json.loads(SCHEMA.read_text(encoding="utf-8")))


def test_a_finding_as_data_holds_everything_that_is_known_of_it() -> None:
    claim = a_small_claim()
    related = a_small_relation(claim)
    assert finding_to_dict(a_finding(claim, relations=(related,))) == {
        "claim": {
            "id": claim.id,
            "article": claim.article_id,
            "revision": claim.revision,
            "text": "Russia will return 339 children",
            "spans": [[0, 31]],
            "mode": "indirect",
            "hedged": False,
            "denied": False,
            "cue": "told",
            "cue_spans": [[42, 46]],
            "source_spans": [],
            "headline_spans": [],
            "about": ["RU", "UA"],
            "source": "state-affiliated",
            "decided": None,
        },
        "chain": [
            {
                "step": 0,
                "role": "publisher",
                "name": "Example Times",
                "kind": "outlet",
                "outlet": "example-times",
                "party": None,
                "via": None,
                "span": None,
                "mention": None,
                "label": "private",
                "state_affiliated": "no",
                "control_family": "example-times",
                "states": [],
                "in_text_label": None,
            },
            {
                "step": 1,
                "role": "carrier",
                "name": "TASS",
                "kind": "outlet",
                "outlet": "tass",
                "party": None,
                "via": "told",
                "span": [47, 51],
                "mention": "TASS",
                "label": "state-owned",
                "state_affiliated": "yes",
                "control_family": "state:RU",
                "states": ["RU"],
                "in_text_label": None,
            },
            {
                "step": 2,
                "role": "speaker",
                "name": "a source",
                "kind": "unnamed",
                "outlet": None,
                "party": None,
                "via": None,
                "span": [33, 41],
                "mention": "a source",
                "label": None,
                "state_affiliated": None,
                "control_family": None,
                "states": [],
                "in_text_label": None,
            },
        ],
        "channel": None,
        "group": {"id": f"g{claim.id[1:]}", "size": 1, "claims": [claim.id]},
        "origins": 1,
        "independent_origins": 0,
        "origin_reasons": [],
        "relations": [
            {
                "kind": "differs",
                "claim": related.claim.id,
                "article": related.article.id,
                "text": "Russia will return 400 children",
                "spans": [[20, 51]],
                "mode": "indirect",
                "hedged": False,
                "denied": False,
                "agreement": "figures differ",
                "independence": "independent",
                "chain": finding_to_dict(a_finding(related.claim))["chain"],
                "channel": None,
                "reasons": ["339 against 400 children"],
                "because": [
                    {
                        "code": "figure",
                        "text": "339 against 400 children",
                        "here": [{"text": "339", "span": [19, 22]}],
                        "there": [{"text": "400", "span": [19, 22]}],
                    }
                ],
                "differences": {
                    "here": [{"text": "339", "span": [19, 22]}],
                    "there": [{"text": "400", "span": [19, 22]}],
                },
                "appears_in": {
                    "id": related.article.id,
                    "title": "The list",
                    "url": "https://example.com/list",
                    "outlet": {"id": None, "name": "The Other Paper", "printed_as": None},
                    "published": "2025-06-02",
                    "language": "en",
                },
            }
        ],
        "cautions": [{"code": "unnamed-only", "text": "Nobody who says it is named.", "outlets": []}],
        "decisions": [],
        "seen": 0,
    }


def test_a_report_as_data_holds_the_article_its_outlets_and_what_made_it() -> None:
    report = a_small_report()
    claim = report.findings[0].claim
    document = report_to_dict(report)
    assert document["findings"] == [finding_to_dict(report.findings[0])]
    assert document["limits"]
    assert {key: value for key, value in document.items() if key not in ("findings", "limits")} == {
        "schema": 1,
        "article": {
            "id": report.article.id,
            "title": "Talks in Istanbul",
            "byline": "A. Writer",
            "url": "https://example.org/talks",
            "locator": None,
            "outlet": {"id": "example-times", "name": "Example Times", "printed_as": None},
            "published": "2025-06-02",
            "language": "en",
            "sha256": report.article.sha256,
            "text": TEXT,
        },
        "outlets": [
            {
                "id": None,
                "name": "Example Times",
                "label": None,
                "state_affiliated": "unknown",
                "control_family": None,
                "states": [],
                "on": None,
                "rule": None,
                "reason": None,
                "assertions": [],
                "dissent": [],
                "labels_in_text": [],
                "claims": [claim.id],
                "resting": [],
            },
            {
                "id": "tass",
                "name": "TASS",
                "label": "state-owned",
                "state_affiliated": "yes",
                "control_family": "state:RU",
                "states": ["RU"],
                "on": "2025-06-02",
                "rule": "owned",
                "reason": "The state owns it.",
                "assertions": [
                    {
                        "dimension": "ownership",
                        "value": "state",
                        "scope": None,
                        "valid_from": "1992",
                        "valid_to": None,
                        "rater": "Example Registry",
                        "basis": "registry",
                        "confidence": "high",
                        "asserted": None,
                        "evidence": {
                            "url": "https://example.org/decree",
                            "title": "The decree",
                            "quote": "a state enterprise",
                            "seen": None,
                        },
                        "note": None,
                    }
                ],
                "dissent": [
                    {
                        "dimension": "ownership",
                        "value": "autonomous",
                        "scope": None,
                        "valid_from": None,
                        "valid_to": None,
                        "rater": "TASS",
                        "basis": "article_wording",
                        "confidence": "high",
                        "asserted": None,
                        "evidence": None,
                        "note": None,
                    }
                ],
                "labels_in_text": [],
                "claims": [claim.id],
                "resting": [],
            },
        ],
        "circles": [],
        "rejected": [],
        "waiting": [],
        "totals": {
            "claims": 1,
            "attributed": 1,
            "single_source": 0,
            "state_affiliated_only": 0,
            "unnamed": 1,
            "contradicted": 0,
            "figures_differ": 0,
            "origins": 1,
            "independent_origins": 1,
        },
        "compared_with": 1,
        "made_with": {"version": "1.0", "directory": "2025.06", "policy": "7"},
    }


def test_a_publisher_the_directory_does_not_know_keeps_the_name_the_page_gave() -> None:
    known = report_to_dict(a_small_report(article=an_article(outlet=None, outlet_name="Some Blog")))
    nobody = report_to_dict(a_small_report(article=an_article(outlet=None, outlet_name=None)))
    assert known["article"]["outlet"] == {"id": None, "name": "Some Blog", "printed_as": None}
    assert nobody["article"]["outlet"] is None


def test_a_publisher_keeps_the_name_of_its_page_beside_the_one_in_the_directory() -> None:
    article = an_article(outlet="example-times", outlet_name="times.example")
    told = publisher_of(article, "Example Times")
    assert told == {"id": "example-times", "name": "Example Times", "printed_as": "times.example"}


@pytest.mark.parametrize(
    "report",
    [
        sample_report(),
        a_small_report(),
        a_small_report(findings=()),
        a_small_report(findings=(a_finding(a_small_claim(mode=Mode.OWN, cue=None)),)),
        a_hostile_report("<script>"),
    ],
    ids=["long", "small", "empty", "own", "hostile"],
)
def test_every_report_follows_the_published_schema(report: Report) -> None:
    document = json.loads(render_json(report))
    assert [error.message for error in validator().iter_errors(document)] == []
    assert document == report_to_dict(report)


def test_the_published_schema_names_the_same_keys_as_the_types() -> None:
    published = json.loads(SCHEMA.read_text(encoding="utf-8"))
    assert keys_of_schema(published, published) == keys_of_type(schema.ReportDocument)


def keys_of_type(hint: Any) -> Any:
    """Nested keys of a TypedDict; None for anything else. Any, as types of types are."""
    if is_typeddict(hint):
        return {key: keys_of_type(value) for key, value in get_type_hints(hint).items()}
    found = [keys for part in getattr(hint, "__args__", ()) if (keys := keys_of_type(part))]
    return found[0] if found else None


def keys_of_schema(node: Any, published: Any) -> Any:
    if "$ref" in node:
        return keys_of_schema(published["$defs"][node["$ref"].rsplit("/", 1)[1]], published)
    if "properties" in node:
        assert node["required"] == list(node["properties"])
        return {key: keys_of_schema(value, published) for key, value in node["properties"].items()}
    parts = [*node.get("oneOf", ()), *([node["items"]] if "items" in node else [])]
    found = [keys for part in parts if (keys := keys_of_schema(part, published))]
    return found[0] if found else None


@given(words=st.text(min_size=1).filter(str.strip))
def test_json_gives_back_any_text_and_holds_no_character_that_steers(words: str) -> None:
    text = render_json(a_small_report(article=an_article(words)))
    assert json.loads(text)["article"]["text"] == words
    assert text.encode("utf-8")
    assert not [character for character in text if ord(character) < 0x20 and character != "\n"]
    assert not set(text) & {"\x7f", "\x9b", "\u202e", "\u2066"}


def test_a_claim_that_its_speaker_denies_says_so() -> None:
    claim = a_small_claim()
    denying = replace(claim, cue="has denied")
    assert finding_to_dict(a_finding(denying))["claim"]["denied"] is True
    assert finding_to_dict(a_finding(claim))["claim"]["denied"] is False


def test_a_circle_as_data_holds_its_claims_and_what_shows_each_step() -> None:
    claim = a_small_claim()
    told = ToldClaim(article=an_article(), claim=claim)
    (circle,) = report_to_dict(a_small_report(circles=(a_circle(told),)))["circles"]
    assert {key: value for key, value in circle.items() if key != "claims"} == {
        "kind": "ring",
        "group": "g1",
        "text": "They rest on each other.",
        "outlets": ["Example Times", "The Other Paper", "Example Times"],
        "steps": [
            {
                "citing": "Example Times",
                "cited": "The Other Paper",
                "how": "cites",
                "claim": claim.id,
                "words": "“the Paper reported”",
            },
            {"citing": "The Other Paper", "cited": "Example Times", "how": "cites", "claim": claim.id, "words": ""},
        ],
    }
    (held,) = circle["claims"]
    assert (held["claim"], held["text"], held["appears_in"]["title"]) == (claim.id, claim.text, "Talks in Istanbul")
