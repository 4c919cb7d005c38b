"""Makes edited reprints of a text: what a desk does to wire copy, by rules and a fixed seed."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random

from rapidfuzz.distance import Indel

from benchmarks.matching.mine_frequencies import SENTENCE_END
from provenance.outlets import Directory

SEED = 2026

PERCENTAGES = (10, 20, 30, 40, 50, 60)

SENTENCE_PART = (0.25, 0.75)
"""The least and the most of a reprint's edits that are made to whole sentences; the rest is made to words."""

PARAPHRASED_PART = 0.5
"""Of the edits to words, the part that rules of paraphrase may spend."""

LEADS = (
    "Readers of this paper in {place} asked what became of the news that kept the wires busy this {day}.",
    "In {place} the matter was spoken of at every counter this {day}, and the mayor's office had no comment.",
    "For families in {place} with relatives abroad, this {day} brought the report that they had been waiting for.",
    "A dozen residents of {place} gathered at the library this {day} to hear what is known so far.",
)
PLACES = ("Oakford", "Millbrook County", "Lower Harben", "Saint Bride", "Port Ellery", "the Vale of Corran")
DAYS = ("morning", "afternoon", "week", "weekend")

WIRE = "Meridian Press"
"""Credited where the text names no outlet."""

DATELINE_CREDIT = re.compile(r"\((?=[A-Z])[^()\n]{2,30}\)\s*[-–—]\s*")
ATTRIBUTED = re.compile(
    r"(?P<who>[A-Z][^,\"“”]{2,60}?) (?:said|says|told reporters) (?:that )?(?P<what>[^\"“”]{20,})\."
)

Sentence = tuple[str, ...]


def edit(text: str, percentage: int, name: str, vocabulary: Sequence[str]) -> str:
    """The text with about so much of its words edited: words dropped, moved and put in count one each, a word in place
    of another one, too. The same name gives the same edits."""
    random = Random(f"{SEED} {name} {percentage}")  # noqa: S311 - a repeatable draw, no secret
    sentences = [tuple(part.split()) for line in text.splitlines() for part in SENTENCE_END.split(line) if part.strip()]
    budget = sum(map(len, sentences)) * percentage // 100
    spent = 0
    limit = round(budget * random.uniform(*SENTENCE_PART))
    lead = make_lead(random)
    led = random.random() < 0.5 and len(lead) <= limit
    spent += len(lead) if led else 0
    sentences, cost = edit_sentences(sentences, limit - spent, random)
    spent += cost
    sentences, cost = paraphrase_some(sentences, round((budget - spent) * PARAPHRASED_PART), random)
    spent += cost
    sentences = edit_words(sentences, budget - spent, random, vocabulary)
    return "\n".join(" ".join(words) for words in ([lead] if led else []) + sentences if words)


def make_lead(random: Random) -> Sentence:
    return tuple(random.choice(LEADS).format(place=random.choice(PLACES), day=random.choice(DAYS)).split())


def edit_sentences(sentences: Sequence[Sentence], budget: int, random: Random) -> tuple[list[Sentence], int]:
    """Drops, moves and cuts whole sentences while the budget lasts; at least two are left. Gives what it cost, too."""
    left, spent = list(sentences), 0
    while True:
        runs = [(start, size) for start in range(len(left)) for size in (1, 2, 3) if start + size <= len(left)]
        fitting = [run for run in runs if _length(left, run) <= budget - spent and len(left) - run[1] >= 2]
        if not fitting:
            return left, spent
        start, size = run = random.choice(fitting)
        spent += _length(left, run)
        taken = left[start : start + size]
        del left[start : start + size]
        if size == 1 and random.random() < 0.5:
            left.insert(random.randrange(len(left) + 1), taken[0])


def _length(sentences: Sequence[Sentence], run: tuple[int, int]) -> int:
    return sum(map(len, sentences[run[0] : run[0] + run[1]]))


def paraphrase_some(sentences: Sequence[Sentence], budget: int, random: Random) -> tuple[list[Sentence], int]:
    changed, spent = list(sentences), 0
    for place in random.sample(range(len(changed)), len(changed)):
        told = paraphrase(changed[place])
        cost = edited_words(changed[place], told)
        if spent + cost <= budget:
            changed[place] = told
            spent += cost
    return changed, spent


def paraphrase(sentence: Sentence) -> Sentence:
    """Who said it goes behind what was said; words of the table give way to theirs."""
    text = " ".join(sentence)
    if spoken := ATTRIBUTED.fullmatch(text):
        text = f"{spoken['what'][0].upper()}{spoken['what'][1:]}, according to {spoken['who']}."
    pattern, table = load_paraphrases()
    return tuple(pattern.sub(lambda match: table[match.group()], text).split())


@cache
def load_paraphrases() -> tuple[re.Pattern[str], dict[str, str]]:
    lines = (Path(__file__).parent / "paraphrases.tsv").read_text(encoding="utf-8").splitlines()
    table = dict(line.split("\t") for line in lines if not line.startswith("#"))
    longest_first = sorted(table, key=lambda words: (-len(words), words))
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, longest_first))})\b"), table


def edited_words(before: Sentence, after: Sentence) -> int:
    """How many words do not stand in both in the same order, of the longer one."""
    return max(len(before), len(after)) - (len(before) + len(after) - int(Indel.distance(before, after))) // 2


def edit_words(sentences: Sequence[Sentence], budget: int, random: Random, vocabulary: Sequence[str]) -> list[Sentence]:
    """One word at a time, no place twice."""
    places = [(row, column) for row, words in enumerate(sentences) for column in range(len(words))]
    changed = [list(map(str, words)) for words in sentences]
    edits: tuple[Callable[[str], str], ...] = (
        lambda word: random.choice(vocabulary),
        lambda word: "",
        lambda word: f"{word} {random.choice(vocabulary)}",
    )
    for row, column in random.sample(places, min(budget, len(places))):
        changed[row][column] = random.choice(edits)(changed[row][column])
    return [tuple(" ".join(words).split()) for words in changed]


@dataclass(frozen=True, slots=True)
class Credits:
    """The two ways in which a reprint treats its source: named as it was and credited below, or nowhere named."""

    kept: str
    hidden: str


def credit(text: str, source: str, directory: Directory) -> Credits:
    """Of a reprint and the text that it was made of. An outlet that the text names becomes "the agency" where it is
    hidden."""
    named = directory.mentions(source)
    wire = named[0].span.of(source) if named else WIRE
    hidden = DATELINE_CREDIT.sub("", text)
    for mention in reversed(directory.mentions(hidden)):
        hidden = f"{hidden[: mention.span.start]}the agency{hidden[mention.span.end :]}"
    return Credits(kept=f"{text}\n(Reporting by {wire})", hidden=hidden)
