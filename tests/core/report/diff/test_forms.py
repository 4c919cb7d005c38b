"""A difference as JSON, text, Markdown and one HTML page."""

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from markdown_it import MarkdownIt

from provenance.model import EditCode, Fate, SentencePair, Span, StoryDiff
from provenance.report import (
    DiffDocument,
    diff_to_dict,
    render_diff_html,
    render_diff_json,
    render_diff_markdown,
    render_diff_text,
)
from provenance.report.diff.wording import EDITS, FATES, IDENTICAL, NOTHING_IN_COMMON
from tests.core.report.diff.sample import (
    AFTER,
    BEFORE,
    a_diff,
    a_hostile_diff,
    empty,
    identical,
    nothing_in_common,
    written_apart,
)
from tests.core.report.hostile import HOSTILE
from tests.core.report.small import MADE_WITH, templates
from tests.core.report.test_document import keys_of_schema, keys_of_type
from tests.core.report.test_page import Page

SCHEMA = json.loads((Path(__file__).parents[4] / "docs" / "diff.schema.json").read_text(encoding="utf-8"))
ALL = {
    "changed": a_diff(),
    "unrelated": nothing_in_common(),
    "identical": identical(),
    "apart": written_apart(),
    "empty": empty(),
    "hostile": a_hostile_diff("<script>alert(1)</script>"),
}


def html_of(diff: StoryDiff) -> str:
    return render_diff_html(diff, MADE_WITH, templates())


@pytest.mark.parametrize("diff", ALL.values(), ids=ALL.keys())
def test_every_difference_follows_the_published_schema(diff: StoryDiff) -> None:
    document = json.loads(render_diff_json(diff, MADE_WITH))
    assert [error.message for error in Draft202012Validator(SCHEMA).iter_errors(document)] == []
    assert document == diff_to_dict(diff, MADE_WITH)


def test_the_published_schema_names_the_same_keys_as_the_types() -> None:
    expected = keys_of_type(DiffDocument)
    assert {key: value or None for key, value in keys_of_schema(SCHEMA, SCHEMA).items()} == expected


def test_every_code_and_every_fate_has_its_words_and_stands_in_the_schema() -> None:
    codes = [code.value for code in EditCode]
    assert codes == list(EDITS) == SCHEMA["$defs"]["edit"]["properties"]["code"]["enum"]
    assert [fate.value for fate in Fate] == list(FATES) == SCHEMA["$defs"]["sentence"]["properties"]["fate"]["enum"]


def test_every_place_in_the_document_holds_the_words_beside_it() -> None:
    document = diff_to_dict(a_diff(), MADE_WITH)
    for name, text in (("before", BEFORE), ("after", AFTER)):
        sides = [sentence[name] for sentence in document["sentences"] if sentence[name]]  # type: ignore[literal-required]
        words = [*sides, *(one for side in sides for one in side["only_here"])]
        words += [one for sentence in document["sentences"] for edit in sentence["edits"] for one in edit[name]]  # type: ignore[literal-required]
        assert words
        assert all(one["text"] == text[slice(*one["span"])] for one in words)


def test_totals_count_fates_and_edits() -> None:
    assert diff_to_dict(a_diff(), MADE_WITH)["totals"] == {
        "kept": 0,
        "changed": 2,
        "reworded": 0,
        "dropped": 1,
        "added": 1,
        "moved": 1,
        "edits": {"credit-lost": 1, "hedge-lost": 1, "negation-lost": 1},
    }


def test_the_wrong_order_of_days_is_noted() -> None:
    diff = a_diff()
    backwards = StoryDiff(before=diff.after, after=diff.before, pairs=())
    assert diff_to_dict(diff, MADE_WITH)["note"] is None
    assert "published before the first" in (diff_to_dict(backwards, MADE_WITH)["note"] or "")


def test_the_text_shows_what_differs_without_colour() -> None:
    text = render_diff_text(a_diff(), MADE_WITH, 100, colour=False)
    assert "- Forces [-allegedly-] struck a market." in text
    assert "+ Forces struck a market." in text
    assert "! Hedge lost: The hedge “allegedly” is gone." in text
    assert "Changed, moved" in text
    assert "\x1b" not in text
    assert "\x1b[" in render_diff_text(a_diff(), MADE_WITH, 100, colour=True)


@pytest.mark.parametrize(("diff", "said"), [(nothing_in_common(), NOTHING_IN_COMMON), (identical(), IDENTICAL)])
def test_nothing_in_common_and_no_difference_are_said_in_every_form(diff: StoryDiff, said: str) -> None:
    text = " ".join(render_diff_text(diff, MADE_WITH, 100, colour=False).split())
    assert said in text
    assert said in render_diff_markdown(diff, MADE_WITH)
    assert said in html_of(diff)
    assert "Sentence by sentence" not in text


def test_reports_that_were_written_apart_are_told_so_first_and_nothing_of_them_is_dropped_or_added() -> None:
    said = "These two share 1 of 3 sentences, counted by the shorter one; they are not versions of one text."
    diff = written_apart()
    text = " ".join(render_diff_text(diff, MADE_WITH, 100, colour=False).split())
    page = html_of(diff)
    for form in (text, render_diff_markdown(diff, MADE_WITH), page[page.index("<body>") :]):
        assert said in form
        assert form.index(said) < form.index("Sentences that both have") < form.index("The army did fire.")
        for word in ("Dropped", "Grain was cheap.", "Talks go on.", "Negation lost", "Credit lost", "published before"):
            assert word not in form
    document = diff_to_dict(diff, MADE_WITH)
    assert (document["versions"], document["shorter"], document["in_common"]) == (False, 3, 1)
    assert len(document["sentences"]) == 5


def test_more_than_half_of_the_shorter_text_makes_two_versions() -> None:
    told = [diff_to_dict(diff, MADE_WITH)["versions"] for diff in (a_diff(), nothing_in_common(), identical())]
    assert told == [True, False, True]


def test_an_empty_pair_of_texts_is_said_to_be_empty() -> None:
    assert "no sentence to compare" in render_diff_text(empty(), MADE_WITH, 100, colour=False)
    assert "no sentence to compare" in html_of(empty())


def test_markdown_strikes_what_is_gone_and_makes_bold_what_is_new() -> None:
    text = render_diff_markdown(a_diff(), MADE_WITH)
    assert "> First: Forces ~~allegedly~~ struck a market." in text
    assert "- **Credit lost:** Reuters is credited nowhere." in text


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_words_are_no_markup_in_markdown_and_steer_no_terminal(words: str) -> None:
    diff = a_hostile_diff(words)
    tokens = MarkdownIt("commonmark").enable("strikethrough").parse(render_diff_markdown(diff, MADE_WITH))
    inner = [child for token in tokens for child in token.children or ()]
    assert not [token for token in (*tokens, *inner) if token.type in ("html_block", "html_inline", "image", "fence")]
    links = [token.attrs["href"] for token in inner if token.type == "link_open"]
    assert all(str(link).startswith("https://example.org/") for link in links)
    text = render_diff_text(diff, MADE_WITH, 100, colour=False)
    assert not set(text) & {"\x1b", "\x07", "\x9b", "\u202e", "\u2066", "\x00"}


@pytest.mark.parametrize("words", HOSTILE)
def test_nothing_in_an_article_becomes_an_element_or_an_attribute(words: str) -> None:
    innocent = "https://example.org/" if words.startswith("https://example.org/") else "plain words"
    assert Page(html_of(a_hostile_diff(words))).kinds == Page(html_of(a_hostile_diff(innocent))).kinds


def test_the_page_runs_and_fetches_nothing() -> None:
    html = html_of(a_diff())
    page = Page(html)
    (policy,) = [values["content"] or "" for tag, values in page.elements if values.get("http-equiv")]
    assert policy.startswith("default-src 'none'; style-src 'sha256-")
    assert "script-src" not in policy
    assert not {tag for tag, _ in page.elements} & {"script", "link", "img", "iframe", "object", "form"}
    assert not [name for _, values in page.elements for name in values if name == "style" or name.startswith("on")]


def test_the_page_marks_the_words_that_differ_in_each_version() -> None:
    html = html_of(a_diff())
    assert "Forces <del>allegedly</del> struck a market." in html
    assert 'href="#sentence-2"' in html
    assert 'id="sentence-2"' in html


def test_a_pair_without_the_side_that_its_fate_asks_for_is_refused() -> None:
    with pytest.raises(ValueError, match="no earlier side"):
        SentencePair(fate=Fate.ADDED, before=Span(0, 1))
