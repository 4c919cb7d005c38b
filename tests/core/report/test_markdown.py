"""The report as Markdown."""
# ruff: noqa: E501 - the expected document stands as it is

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from provenance.report import render_markdown
from provenance.report.plain import for_terminal
from tests.builders import an_article
from tests.core.report.hostile import HOSTILE
from tests.core.report.sample import sample_report
from tests.core.report.small import a_finding, a_hostile_report, a_small_claim, a_small_report

SMALL = """\
# Talks in Istanbul

Example Times (private) · 2 June 2025 · A. Writer · [https\\://example.org/talks](<https://example.org/talks>)

1 claim. 1 origin of the attributed claims, 1 independent. Compared with 1 other article.

| Claims | that |
| --- | --- |
| 0 of 1 (0 %) | rest on state-affiliated sources alone |
| 0 of 1 (0 %) | have a single source |
| 1 of 1 (100 %) | rest on unnamed sources alone |
| 0 of 1 (0 %) | are contradicted elsewhere |
| 0 of 1 (0 %) | have other figures elsewhere |

## Claims in the order of the text

### Claim 1: State-affiliated outlet

> “Russia will return 339 children”

**Example Times (private) ← TASS (told; state-owned; state-affiliated) ← a source (unnamed)**

in the article's words · cue “told” · 1 origin, 0 independent

- **Unnamed sources alone:** Nobody who says it is named.

- **Differs** (gives another figure for the same thing): The Other Paper, 2 June 2025: “Russia will return 400 children”
  - The Other Paper ← Volodymyr Zelenskyy
  - [The list](<https://example.com/list>)
  - 339 against 400 children

## Outlets

| Outlet | Label | State | Control family | Part in |
| --- | --- | --- | --- | --- |
| Example Times | not in the directory | state affiliation unknown | not known | Claim 1. |
| TASS | state-owned | state-affiliated | the state RU | Claim 1. |

### Example Times

Nothing is known of it.

### TASS

On 2 June 2025: The state owns it.

- **Says so:** ownership: state, since 1992 – Example Registry (registry, high confidence); “a state enterprise”, The decree; [https\\://example.org/decree](<https://example.org/decree>)
- **Says otherwise:** ownership: autonomous – TASS (article wording, high confidence)

## What this report does not say

- A single source does not make a claim false, many sources do not make it true. This report judges no claim.
- Attributions are found by a trained network: some are missed, some are wrong. Check the marked words.
- Only articles in the same store were compared. That nobody says the same here does not mean that nobody does.
- What an outlet is said to be is what raters assert for the article's day. Where they disagree, both are shown.

Made with provenance 1.0, outlet directory 2025.06, policy 7. Text of the article: SHA-256 232cd2e8a5a35299081dea34ebfcc5f7fb968668c42121ba1674a3a28aeeefd6.
"""


def tokens_of(markdown: str) -> list[Token]:
    """Every token, those within lines too."""
    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    blocks = parser.parse(markdown)
    return [token for block in blocks for token in (block, *(block.children or ()))]


def words_of(markdown: str) -> str:
    return " ".join(token.content for token in tokens_of(markdown) if token.type == "text")


def structure_of(markdown: str) -> list[str]:
    return [token.type for token in tokens_of(markdown) if token.type not in ("text", "text_special")]


def test_a_small_report_reads_like_this() -> None:
    assert render_markdown(a_small_report()) == SMALL


@pytest.mark.parametrize("words", HOSTILE)
def test_nothing_in_an_article_becomes_markup(words: str) -> None:
    hostile = render_markdown(a_hostile_report(words))
    innocent = render_markdown(a_hostile_report("https://example.org/" if "https://example.org/" in words else "plain"))
    assert structure_of(hostile) == structure_of(innocent)


@pytest.mark.parametrize("words", HOSTILE)
def test_words_from_outside_are_shown_as_they_are(words: str) -> None:
    html = MarkdownIt("commonmark").enable("table").renderInline(f"“{plain_of(words)}”")
    shown = MarkdownIt("commonmark").parseInline(f"“{plain_of(words)}”")[0].children or []
    assert "".join(token.content for token in shown) == f"“{for_terminal(words)}”", html


def plain_of(words: str) -> str:
    """How the report writes the words: between the quotation marks of a claim."""
    text = render_markdown(a_hostile_report(words))
    start = text.index("> “") + 3
    return text[start : text.index("”\n", start)]


@pytest.mark.parametrize("words", HOSTILE)
def test_only_addresses_on_the_web_become_links(words: str) -> None:
    links = [token.attrGet("href") for token in tokens_of(render_markdown(a_hostile_report(words)))]
    assert all(str(link).startswith("https://example.org/") for link in links if link)


def test_an_address_with_odd_characters_stays_one_link() -> None:
    article = an_article(url="https://example.org/a b|>c(ы)")
    markdown = render_markdown(a_small_report(article=article, findings=(a_finding(a_small_claim(article)),)))
    links = [str(token.attrGet("href")) for token in tokens_of(markdown) if token.type == "link_open"]
    assert links[0] == "https://example.org/a%20b%7C%3Ec(%D1%8B)"


@given(words=st.text(min_size=1).filter(str.strip))
def test_any_text_renders_and_adds_no_structure(words: str) -> None:
    assert structure_of(render_markdown(a_hostile_report(words))) == structure_of(
        render_markdown(a_hostile_report("plain"))
    )


def test_the_long_sample_is_a_document_of_headings_tables_and_lists() -> None:
    kinds = set(structure_of(render_markdown(sample_report())))
    assert {"heading_open", "table_open", "bullet_list_open", "blockquote_open", "link_open"} <= kinds
    assert not kinds & {"html_block", "html_inline", "code_block", "fence", "code_inline", "image", "hr"}
