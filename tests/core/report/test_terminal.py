"""The report as text for a terminal."""

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from provenance.model import Mode
from provenance.report import render_text
from tests.builders import a_chain, an_article
from tests.core.report.hostile import HOSTILE
from tests.core.report.sample import sample_report
from tests.core.report.small import a_finding, a_hostile_report, a_small_claim, a_small_relation, a_small_report

ESCAPE = re.compile(r"\x1b\[[0-9;]*m")

SMALL = """\
Talks in Istanbul
Example Times (private) · 2 June 2025 · A. Writer · https://example.org/talks

1 claim. 1 origin of the attributed claims, 1 independent.
Compared with 1 other article.

░░░░░░░░░░░░░░░░░░░░  0 of 1 (0 %)    rest on state-affiliated sources alone
░░░░░░░░░░░░░░░░░░░░  0 of 1 (0 %)    have a single source
████████████████████  1 of 1 (100 %)  rest on unnamed sources alone
░░░░░░░░░░░░░░░░░░░░  0 of 1 (0 %)    are contradicted elsewhere
░░░░░░░░░░░░░░░░░░░░  0 of 1 (0 %)    have other figures elsewhere

Claims in the order of the text ────────────────────────────────────────────────

  1 “Russia will return 339 children”
    Example Times (private) ← TASS (told; state-owned; state-affiliated) ← a
    source (unnamed)
    State-affiliated outlet · in the article's words · cue “told” · 1 origin, 0
    independent
    ! Unnamed sources alone: Nobody who says it is named.
    Differs      The Other Paper, 2 June 2025: “Russia will return 400 children”
                 The Other Paper ← Volodymyr Zelenskyy
                 https://example.com/list
                 · 339 against 400 children

Outlets ────────────────────────────────────────────────────────────────────────

 Example Times: not in the directory
    Claim 1.

 TASS: state-owned, state-affiliated on 2 June 2025; control family: the state
 RU
    Claim 1.
    The state owns it.
    + ownership: state, since 1992 – Example Registry (registry, high
      confidence)
      “a state enterprise”, The decree
      https://example.org/decree
    − ownership: autonomous – TASS (article wording, high confidence)

What this report does not say ──────────────────────────────────────────────────
    A single source does not make a claim false, many sources do not make it
    true. This report judges no claim.
    Attributions are found by a trained network: some are missed, some are
    wrong. Check the marked words.
    Only articles in the same store were compared. That nobody says the same
    here does not mean that nobody does.
    What an outlet is said to be is what raters assert for the article's day.
    Where they disagree, both are shown.

    Made with provenance 1.0, outlet directory 2025.06, policy 7.
    Text of the article: SHA-256
    232cd2e8a5a35299081dea34ebfcc5f7fb968668c42121ba1674a3a28aeeefd6.
"""


def test_a_small_report_reads_like_this() -> None:
    assert render_text(a_small_report(), 80, colour=False) == SMALL


@pytest.mark.parametrize("width", [60, 80, 140, 200])
def test_no_line_is_wider_than_the_terminal(width: int) -> None:
    lines = render_text(sample_report(), width, colour=False).splitlines()
    assert max(map(cell_len, lines)) <= width
    assert [line for line in lines if line != line.rstrip()] == []


@pytest.mark.parametrize(("asked", "width"), [(1, 60), (10_000, 116)])
def test_a_width_out_of_bounds_is_set_to_the_nearest_that_reads_well(asked: int, width: int) -> None:
    assert render_text(sample_report(), asked, colour=False) == render_text(sample_report(), width, colour=False)


def test_colour_changes_nothing_but_colour() -> None:
    coloured = render_text(sample_report(), 100, colour=True)
    assert ESCAPE.search(coloured)
    plain = "\n".join(line.rstrip() for line in ESCAPE.sub("", coloured).splitlines()) + "\n"
    assert plain == render_text(sample_report(), 100, colour=False)


def test_the_environment_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    before = render_text(sample_report(), 80, colour=True)
    for name, value in (("NO_COLOR", "1"), ("FORCE_COLOR", "1"), ("COLUMNS", "40"), ("TERM", "dumb")):
        monkeypatch.setenv(name, value)
    assert render_text(sample_report(), 80, colour=True) == before


@pytest.mark.parametrize("words", HOSTILE)
def test_nothing_in_an_article_steers_the_terminal(words: str) -> None:
    text = render_text(a_hostile_report(words), 80, colour=False)
    assert not [character for character in text if character < " " and character != "\n"]
    assert not set(text) & set("\x7f\x9b\x9d\u202e\u2066\u200f\ud800")
    assert text.encode("utf-8")


def test_markup_of_the_library_that_draws_stays_as_it_is() -> None:
    text = render_text(a_hostile_report("[bold red]rich[/bold red] :smile:"), 116, colour=False)
    assert "“[bold red]rich[/bold red] :smile:”" in text


@given(words=st.text(min_size=1).filter(str.strip))
def test_any_text_renders(words: str) -> None:
    assert render_text(a_hostile_report(words), 60, colour=True).endswith("\n")


def test_a_long_address_is_folded_and_stays_whole() -> None:
    claim = a_small_claim()
    related = a_small_relation(claim)
    article = replace(related.article, url=f"https://example.com/{'long-' * 40}end", key=related.article.key)
    finding = a_finding(claim, relations=(replace(related, article=article),))
    text = render_text(a_small_report(findings=(finding,)), 60, colour=False)
    assert str(article.url) in text.replace("\n", "").replace(" ", "")


def test_the_publishers_own_voice_is_named_as_such() -> None:
    own = a_small_claim(mode=Mode.OWN, cue=None, chain=a_chain(speaker=None))
    text = render_text(a_small_report(findings=(a_finding(own, cautions=()),)), 80, colour=False)
    assert "    Example Times, in its own voice\n    Publisher's own voice · 1 origin, 0 independent\n" in text
    assert "1 claim: 0 attributed, 1 in the publisher's own voice." in text


def test_a_report_without_claims_and_without_dates_still_says_what_it_is() -> None:
    article = an_article(title=None, url=None, outlet=None, outlet_name=None, published=None)
    text = render_text(a_small_report(article=article, findings=(), compared_with=0), 80, colour=False)
    assert text.startswith(
        "Untitled article\npublisher not known · day not known\n\n"
        "0 claims. 0 origins of the attributed claims, 0 independent.\nCompared with no other article.\n"
    )
