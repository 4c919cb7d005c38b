"""Files with one article a line."""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from provenance.errors import InputError, UnreadableInput, UnsupportedFormat
from provenance.ingest import LIMIT, ReadOptions, read_article_of, read_lines
from provenance.model import Article
from tests.edge.ingest.builders import PROSE, TODAY, a_directory, a_file, read


def articles(path: Path, **options: str) -> Iterator[Article]:
    for line in read_lines(str(path)):
        yield read_article_of(line, ReadOptions(**options), a_directory(), today=TODAY)  # type: ignore[arg-type]  # texts


def a_line(**cells: object) -> str:
    return json.dumps({"text": PROSE, **cells})


def test_each_line_becomes_an_article_with_what_it_says_of_itself(tmp_path: Path) -> None:
    whole = a_line(
        id="story-7",
        title="Talks end",
        url="https://tass.com/politics/1?utm_source=feed",
        outlet="TASS",
        date="2025-06-02T21:00:00+03:00",
        attributions=[1, 2],
    )
    path = a_file(tmp_path, f"{whole}\n\n{a_line()}\n", name="many.jsonl")

    assert list(articles(path)) == [
        Article(
            text=PROSE,
            title="Talks end",
            url="https://tass.com/politics/1",
            locator="story-7",
            outlet="tass",
            outlet_name="TASS",
            published=date(2025, 6, 2),
        ),
        Article(text=PROSE, locator=f"{path}:3"),
    ]


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        ({"published": "2025-06-02", "publisher": "TASS"}, (date(2025, 6, 2), "tass")),
        ({"published": "", "date": "2 June 2025", "outlet": None, "publisher": "TASS"}, (date(2025, 6, 2), "tass")),
        ({"published": "2025-06-02", "date": "1 May 2025"}, (date(2025, 6, 2), None)),
    ],
)
def test_the_day_and_the_outlet_have_two_names_each_and_the_first_that_says_something_counts(
    tmp_path: Path, cells: dict[str, object], expected: tuple[date, str | None]
) -> None:
    (found,) = articles(a_file(tmp_path, a_line(**cells), name="many.jsonl"))

    assert (found.published, found.outlet) == expected


def test_options_override_every_line(tmp_path: Path) -> None:
    path = a_file(tmp_path, f"{a_line(outlet='TASS')}\n{a_line()}\n", name="many.jsonl")

    assert [article.outlet for article in articles(path, outlet="pravda-sk")] == ["pravda-sk", "pravda-sk"]


def test_an_id_may_be_a_number(tmp_path: Path) -> None:
    (found,) = articles(a_file(tmp_path, a_line(id=1967455), name="many.jsonl"))

    assert found.locator == "1967455"


def test_a_byte_order_mark_line_ends_of_windows_and_halves_of_characters_do_no_harm(tmp_path: Path) -> None:
    content = b"\xef\xbb\xbf" + a_line(text=f"{PROSE}\r\nMore \ud83d of it.").encode() + b"\r\n"
    (found,) = articles(a_file(tmp_path, content, name="many.ndjson"))

    assert found.text == f"{PROSE}\nMore \N{REPLACEMENT CHARACTER} of it."


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (PROSE, "no JSON (Expecting value); write an article a line, as one object"),
        ('{"text": "The', "no JSON (Unterminated string starting at)"),
        ('["text"]', "no object; write {"),
        (a_line(text=""), 'no text; the words of the article stand under "text"'),
        (a_line(text=None), "no text"),
        ('{"body": "The talks ended."}', "no text"),
        (a_line(text=["The", "talks"]), "text is no text; put it in quotation marks"),
        (a_line(title=7), "title is no text"),
        (a_line(date=20250602), "date is no text"),
        (a_line(date="yesterday"), "published: 'yesterday' is no day of the calendar"),
        (a_line(url="page 4"), "url: 'page 4' is no address of a page"),
        (
            a_line(text="Die Gespräche endeten am Montag, sagte der Minister, nach etwas mehr als einer Stunde."),
            "German",
        ),
        (a_line(text="a\0b"), "binary data"),
        (b'{"text": "caf\xe9"}', "not UTF-8"),
    ],
)
def test_a_wrong_line_is_told_by_its_number_and_the_next_is_read(tmp_path: Path, line: str | bytes, said: str) -> None:
    refused(tmp_path, line, said)


def test_a_line_too_long_or_too_deep_is_told_and_the_next_is_read(tmp_path: Path) -> None:
    refused(tmp_path, a_line(text="x" * LIMIT), "holds more than 10 MB")
    refused(tmp_path, "[" * 100_000, "no JSON that can be read")


def refused(tmp_path: Path, line: str | bytes, said: str) -> None:
    """The line, between two that are right."""
    wrong = line if isinstance(line, bytes) else line.encode()
    path = a_file(tmp_path, b"\n".join((a_line().encode(), wrong, a_line(id="after").encode())), name="many.jsonl")
    first, second, third = read_lines(str(path))
    with pytest.raises(InputError) as told:
        read_article_of(second, ReadOptions(), a_directory(), today=TODAY)

    assert str(told.value).startswith(f"{path}:2: ")
    assert said in str(told.value)
    for right, locator in ((first, f"{path}:1"), (third, "after")):
        assert read_article_of(right, ReadOptions(), a_directory(), today=TODAY).locator == locator


def test_a_file_of_lines_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(UnreadableInput, match=r"missing\.jsonl: no such file; check the path"):
        next(read_lines(str(tmp_path / "missing.jsonl")))


def test_where_one_article_is_wanted_a_file_of_many_points_to_ingest(tmp_path: Path) -> None:
    path = a_file(tmp_path, f"{a_line()}\n{a_line()}\n", name="many.jsonl")

    with pytest.raises(UnsupportedFormat, match=r"many\.jsonl: holds many articles, one a line; read them with"):
        read(path)
    with pytest.raises(UnreadableInput, match="no such file"):
        read(tmp_path / "missing.jsonl")
