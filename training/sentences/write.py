"""Writes sentences.jsonl and articles.jsonl from the hand-written banks, the same bytes every time.

python -m training.sentences.write
"""

import json
import re
from collections.abc import Callable, Iterator
from itertools import cycle
from random import Random

from training.sentences.banks import HERE, read_banks, read_frames, read_negatives, read_skeletons
from training.sentences.filling import Dealer, Filler
from training.sentences.markup import Marked, Row, attributions, read_markup

SEED = 20250602
SENTENCES = 4200
ARTICLES = 160
DEALT_TWICE = frozenset(["direct", "floating", "multiparagraph", "told", "quoted", "discontinuous", "posts"])
FRAMED = frozenset(["headlines", "posts", "dateline", "blocks", "signoff", "transcripts", "colon"])
CONTEXT_SHARE, CURLY_SHARE, CAPITALS_SHARE = 0.3, 0.5, 0.01
NUMBER = re.compile(r"\[(?P<roles>[sqcv]+)(?P<numbers>\d*)(?=[: ])")
PARAGRAPH = "\n\n"

Passages = Iterator[tuple[str, str]]
"""Pattern and filled passage, in markup."""


def main() -> None:
    (HERE / "sentences.jsonl").write_text(sentences(), encoding="utf-8")
    (HERE / "articles.jsonl").write_text(articles(), encoding="utf-8")


def sentences(wanted: int = SENTENCES) -> str:
    """The lines of sentences.jsonl: two with attributions, one without, in turn; or the first of them."""
    banks, random = read_banks(), Random(SEED)  # noqa: S311 - a repeatable draw, no secret
    dealer = Dealer(banks, random)
    topics = cycle(banks.topics)
    attributed = attributed_passages(dealer, topics)
    bare = negative_passages(dealer, topics)
    turns = (next(bare) if number % 3 == 2 else next(attributed) for number in range(2 * SENTENCES))
    return jsonl(turns, random, wanted)


def articles(wanted: int = ARTICLES) -> str:
    """The lines of articles.jsonl: every plan is filled equally often; or the first of them."""
    banks, random = read_banks(), Random(SEED + 1)  # noqa: S311 - a repeatable draw, no secret
    dealer = Dealer(banks, random)
    return jsonl(article_passages(dealer, cycle(banks.topics)), random, wanted)


def jsonl(passages: Passages, random: Random, wanted: int) -> str:
    """The first `wanted` different passages as lines of JSON."""
    lines: list[str] = []
    seen: set[str] = set()
    for pattern, passage in passages:
        marked = dressed(read_markup(passage), random)
        if marked.text.lower() not in seen:
            seen.add(marked.text.lower())
            row: Row = {"id": f"{pattern}/{len(lines) + 1:04}", "text": marked.text}
            lines.append(json.dumps({**row, "attributions": attributions(marked)}, ensure_ascii=False))
        if len(lines) == wanted:
            break
    return "".join(line + "\n" for line in lines)


def attributed_passages(dealer: Dealer, topics: Iterator[str]) -> Passages:
    while True:
        frames = read_frames()
        again = [frame for frame in frames if frame.family in DEALT_TWICE]
        for frame in sorted([*frames, *again], key=lambda _: dealer.random.random()):
            topic = next(topics)
            passage = upper(Filler(dealer, topic).fill(frame.passage))
            alone = frame.family in FRAMED
            yield f"{frame.family}-{frame.line:02}", passage if alone else in_context(passage, dealer, topic)


def negative_passages(dealer: Dealer, topics: Iterator[str]) -> Passages:
    while True:
        for line in sorted(read_negatives(), key=lambda _: dealer.random.random()):
            topic = next(topics)
            passage = upper(Filler(dealer, topic).fill(line.replace(" ¶ ", PARAGRAPH)))
            yield "none", in_context(passage, dealer, topic)


def in_context(passage: str, dealer: Dealer, topic: str) -> str:
    """The passage, now and then with a sentence of the narrator's own before or behind it."""
    draw = dealer.random.random()
    if draw >= CONTEXT_SHARE or passage[-1] not in '.?"':
        return passage
    beside = upper(Filler(dealer, topic).fill("{^fact}."))
    gap = PARAGRAPH if draw < CONTEXT_SHARE / 3 else " "
    first, second = (beside, passage) if draw * 100 % 2 < 1 else (passage, beside)
    return f"{first}{gap}{second}"


def article_passages(dealer: Dealer, topics: Iterator[str]) -> Passages:
    while True:
        for name, lines in read_skeletons().items():
            filler = Filler(dealer, next(topics))
            paragraphs = [filler.fill(chosen(line, dealer.random)).replace(" ¶ ", PARAGRAPH) for line in lines]
            yield name, PARAGRAPH.join(numbered([upper(paragraph) for paragraph in paragraphs if paragraph]))


def chosen(line: str, random: Random) -> str:
    """One of the alternatives of a line; one that is empty leaves the paragraph out."""
    alternatives = line.split(" || ")
    return alternatives[int(random.random() * len(alternatives))].removeprefix("-")


def numbered(paragraphs: list[str]) -> Iterator[str]:
    """Paragraphs whose attributions are numbered through the article: letters stand for the numbers beyond nine."""
    used = 0
    for paragraph in paragraphs:
        numbers = [match["numbers"] or "1" for match in NUMBER.finditer(paragraph)]
        yield NUMBER.sub(shift(used), paragraph)
        used += max((int(digit) for number in numbers for digit in number), default=0)


def shift(used: int) -> Callable[[re.Match[str]], str]:
    def shifted(match: re.Match[str]) -> str:
        return f"[{match['roles']}" + "".join(f"#{int(digit) + used}" for digit in match["numbers"] or "1")

    return shifted


def upper(passage: str) -> str:
    """The passage with a capital at its beginning, behind markup and quotation marks."""
    start = re.match(r"(?:\[(?:a\|[^|]*\|)?[a-z0-9:]+ |[\"'>«“ ]|- |• )*", passage)
    at = start.end() if start else 0
    return passage[:at] + passage[at : at + 1].upper() + passage[at + 1 :]


def dressed(marked: Marked, random: Random) -> Marked:
    """The text with curly quotation marks or all in capitals, where the draw says so; lengths never change."""
    text = marked.text
    if random.random() < CURLY_SHARE:
        text = curly(text)
    if random.random() < CAPITALS_SHARE and len(text.upper()) == len(text):
        text = text.upper()
    return Marked(text, marked.parts)


def curly(text: str) -> str:
    text = re.sub(r"(?<![^\s(\[—–-])\"", "“", text).replace('"', "”")
    return re.sub(r"(?<![^\s“(])'(?=\w)", "‘", text).replace("'", "’")


if __name__ == "__main__":
    main()
