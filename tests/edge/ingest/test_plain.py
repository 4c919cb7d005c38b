"""Plain text, with and without front matter."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis.strategies import characters, text

from provenance.errors import EmptyInput, InputError, InvalidOption, UnreadableInput
from provenance.model import Article
from tests.edge.ingest.builders import FIXTURES, PROSE, a_file, read

HOSTILE = FIXTURES / "hostile"

FRONT_MATTER = f"""---
# A remark.
title: "Talks end"
outlet: TASS
published: 2025-06-02
url: https://tass.com/politics/1?utm_source=feed#top
language: en
byline: A. Reporter

---

{PROSE}
"""


def test_front_matter_says_what_the_text_does_not(tmp_path: Path) -> None:
    path = a_file(tmp_path, FRONT_MATTER)

    assert read(path) == Article(
        text=f"{PROSE}\n",
        title="Talks end",
        byline="A. Reporter",
        url="https://tass.com/politics/1",
        locator=str(path),
        outlet="tass",
        outlet_name="TASS",
        published=date(2025, 6, 2),
        language="en",
    )


def test_an_outlet_of_front_matter_that_the_directory_does_not_know_stays_a_name() -> None:
    found = read("-", stdin=f"---\noutlet: The Daily Example\n---\n{PROSE}".encode())

    assert (found.outlet, found.outlet_name) == (None, "The Daily Example")


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        ("publihsed: 2025-06-02", ":2: unknown key 'publihsed' in the front matter; did you mean 'published'?"),
        ("colour: red", ":2: unknown key 'colour' in the front matter; the keys are byline, language, outlet,"),
        ("title: A\ntitle: B", ":3: title stands in the front matter twice; keep one"),
        ("title:", ":2: title has no value; write one or leave the line out"),
        ("title: A\nand so on", ":3: not a line of front matter: 'and so on'; write 'key: value'"),
        ("published: 2025-02-30", ":2: published: '2025-02-30' is no day of the calendar; write it as 2025-06-02"),
        ("published: 02/06/2025", "write it as 2025-06-02"),
        ("published: yesterday", "write it as 2025-06-02"),
        ("published: 2926-06-02", "2926-06-02 is in the future, today is 2026-01-01"),
        ("published: 1225-06-02", "1225-06-02 is before anything was printed"),
        ("url: tass.com/politics", ":2: url: 'tass.com/politics' is no address of a page; write it in full"),
        ("url: javascript:alert(1)", "is no address of a page"),
        ("language: english", "'english' is no language code; write two letters, as in 'en'"),
    ],
)
def test_a_mistake_in_front_matter_is_told_with_its_line(lines: str, said: str) -> None:
    with pytest.raises(InvalidOption) as raised:
        read("-", stdin=f"---\n{lines}\n---\n{PROSE}".encode())
    assert said in str(raised.value)
    assert str(raised.value).startswith("standard input:")


def test_front_matter_that_does_not_end_is_told() -> None:
    with pytest.raises(InvalidOption, match=r"unclosed-front-matter\.txt:1: .* close it with a line '---'"):
        read(HOSTILE / "unclosed-front-matter.txt")


def test_front_matter_without_text_is_empty() -> None:
    with pytest.raises(EmptyInput, match="no text after the front matter"):
        read("-", stdin=b"---\ntitle: A\n---\n\n")


@pytest.mark.parametrize("beginning", ["---\n", "---\n\n", "--- \nA rule above the text\n", "---"])
def test_a_rule_above_a_text_is_no_front_matter(beginning: str) -> None:
    assert read("-", stdin=(beginning + PROSE).encode()).text == beginning + PROSE


@pytest.mark.parametrize("end", ["\r\n", "\r", "\n"])
def test_every_line_end_is_one_character(end: str) -> None:
    assert read("-", stdin=f"{PROSE}{end}{end}{PROSE}".encode()).text == f"{PROSE}\n\n{PROSE}"


def test_marks_spaces_and_hyphens_survive_where_they_stand() -> None:
    found = read(HOSTILE / "typography.txt").text

    assert found == (HOSTILE / "typography.txt").read_text(encoding="utf-8")
    assert found[found.index("„") :].startswith("„Wir auch“, the chancellor")
    assert "6\u00a0000" in found
    assert "re\u00adpa\u00adtri\u00adation" in found
    assert found.count("cafe\u0301") == found.count("caf\u00e9") == 1


@given(text(characters(exclude_categories=["Cs", "Cc"]), min_size=1))
def test_any_text_is_kept_character_by_character(written: str) -> None:
    body = f"{PROSE}{written}"

    assert read("-", stdin=body.encode(), language="en").text == body


@pytest.mark.parametrize("content", [b"", b" \n\t\r\n", "\u00a0\n\u2003".encode(), b"\xef\xbb\xbf", b"\xff\xfe"])
def test_nothing_but_white_space_is_empty(content: bytes) -> None:
    with pytest.raises(EmptyInput, match="standard input: empty, there is no text in it"):
        read("-", stdin=content)


@pytest.mark.parametrize(
    "content", [b"text with a \0 in it " * 9, PROSE.encode() + b"\0", b"\x1b[0m\x07\x08" * 5 + b"text"]
)
def test_control_characters_are_binary_data(content: bytes) -> None:
    with pytest.raises(UnreadableInput, match="binary data, not text"):
        read("-", stdin=content)


@pytest.mark.parametrize("path", sorted(HOSTILE.iterdir()), ids=lambda path: path.name)
def test_every_hostile_file_is_read_or_refused_in_one_line(path: Path) -> None:
    text, message = outcome(path)

    assert text.strip() or message.startswith(str(path))
    assert "\n" not in message


def outcome(path: Path) -> tuple[str, str]:
    """The text and no message, or no text and the message."""
    try:
        return read(path).text, ""
    except InputError as error:
        return "", str(error)
