"""An article becomes claims: every attribution with its chain, and what the publisher states in its own voice."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.language import Language

from provenance.extraction.bylines import WholeCredit, find_dateline, find_sign_off
from provenance.extraction.cast import gather_cast
from provenance.extraction.crediting import Credit
from provenance.extraction.layout import BlockKind, find_blocks
from provenance.extraction.lexicon import Lexicon
from provenance.extraction.naming import OutletFinder, OutletNames, build_finder
from provenance.extraction.page import Page
from provenance.extraction.parsing import ParsedBlock, parse_blocks
from provenance.extraction.quotations import find_quotations
from provenance.extraction.reading import Reading, read_block
from provenance.extraction.speaking import Scene, Speaker, resolve_speakers
from provenance.extraction.states import States
from provenance.model import Agent, AgentKind, Article, Chain, Claim, Link, Mode, Role, Span, Spans, Via, joined

_SHORTEST_OWN = 6
_SENTENCE_WORDS = 8


@dataclass(frozen=True, slots=True, eq=False)
class Reader:
    """All that reading an article takes: the parser, the lists, the states, the directory."""

    parser: Language
    lexicon: Lexicon
    states: States
    finder: OutletFinder
    hedges: re.Pattern[str]


def build_reader(parser: Language, lexicon: Lexicon, states: States, directory: OutletNames) -> Reader:
    """Made once; reading does not change it."""
    hedges = "|".join(re.escape(hedge) for hedge in sorted(lexicon.hedges, key=lambda hedge: (-len(hedge), hedge)))
    pattern = re.compile(rf"(?<!\w)(?:{hedges})(?!\w)", re.IGNORECASE)
    return Reader(parser, lexicon, states, build_finder(directory, states, lexicon), pattern)


def extract_claims(article: Article, reader: Reader) -> tuple[Claim, ...]:
    """In the order of the text, each once. The outlets on the chains have no standing yet: that depends on the day."""
    text = article.text
    blocks = find_blocks(text, article.title)
    mentions = reader.finder.mentions(text)
    dateline, head = find_dateline(text, blocks, mentions)
    sign_off, foot = find_sign_off(text, blocks, mentions)
    readable = [b for b in blocks if b.kind in (BlockKind.PROSE, BlockKind.HEADLINE) and b.span != foot]
    parsed = parse_blocks(text, readable, reader.parser, reader.lexicon)
    page = Page(text, mentions, reader.finder, reader.hedges)
    scene = _scene(text, parsed, reader)
    readings = [(block, reading) for block in parsed for reading in read_block(block, page)]
    readings = [
        (block, _after_dateline(reading, head)) for block, reading in readings if not _only_dateline(reading, head)
    ]
    covering = (*dateline, *sign_off) or _lead_credit(readings, article)
    writer = _Writer(article, reader, covering)
    claims = list(_attributed(readings, scene, writer))
    claims += _own_voice(parsed, claims, [reading.sentence for _, reading in readings], head, writer)
    unique = {claim.id: claim for claim in claims}
    return tuple(sorted(unique.values(), key=lambda claim: (claim.spans, claim.id)))


def _scene(text: str, parsed: Sequence[ParsedBlock], reader: Reader) -> Scene:
    names = [name for block in parsed for name in block.names]
    people = [name.span for name in names if name.kind == "person"]
    bodies = tuple(name.span for name in names if name.kind == "organisation")
    return Scene(text, gather_cast(text, people, reader.states, reader.lexicon), bodies, reader.states, reader.lexicon)


def _only_dateline(reading: Reading, head: Span | None) -> bool:
    return head is not None and all(head.contains(piece) for piece in reading.content)


def _after_dateline(reading: Reading, head: Span | None) -> Reading:
    """Without the dateline at the head of the content."""
    if head is None or not reading.content[0].overlaps(head):
        return reading
    first = reading.content[0]
    pieces = ((Span(head.end, first.end),) if first.end > head.end else ()) + reading.content[1:]
    return Reading(
        content=pieces, cue=reading.cue, source=reading.source, speakers=reading.speakers,
        credits=reading.credits, sentence=reading.sentence, hedged=reading.hedged,
    )  # fmt: skip


def _lead_credit(readings: Sequence[tuple[ParsedBlock, Reading]], article: Article) -> tuple[WholeCredit, ...]:
    """The outlet that the first sentence credits covers the rest when no other is credited: one report retold."""
    credited = [
        c
        for _, reading in readings
        for c in reading.credits
        if c.mention.outlet != article.outlet or c.mention.outlet is None
    ]
    names = {c.mention.outlet or c.mention.name for c in credited}
    if len(names) != 1 or not readings:
        return ()
    lead = readings[0][1]
    reported = [c for c in lead.credits if c.via in (Via.REPORTED, Via.QUOTED)]
    if not reported or lead.sentence.start > len(article.text) / 3:
        return ()
    return (WholeCredit(reported[0].mention, lead.sentence.start),)


@dataclass(frozen=True, slots=True)
class _Writer:
    article: Article
    reader: Reader
    covering: tuple[WholeCredit, ...]

    def claim(self, reading: Reading, speakers: Sequence[Speaker], mode: Mode) -> Claim:
        text = self.article.text
        content = joined(reading.content, text)
        return Claim(
            article_id=self.article.id,
            revision=self.article.sha256,
            text=content,
            spans=reading.content,
            mode=mode,
            chain=self._chain(reading, speakers),
            hedged=reading.hedged,
            cue=joined(reading.cue, text) if reading.cue else None,
            cue_spans=reading.cue,
            source_spans=tuple(s.span for s in speakers) or reading.source,
            about=self.reader.states.codes(content),
        )

    def _chain(self, reading: Reading, speakers: Sequence[Speaker]) -> Chain:
        links = [self._publisher()]
        given = self._all_credits(reading)
        step = 0
        previous: Credit | None = None
        for credit in given:
            step += 0 if previous and _parallel(previous, credit, self.article.text) else 1
            links.append(self._carrier(credit, step))
            previous = credit
        links += [
            Link(step=step + 1, role=Role.SPEAKER, agent=s.agent, span=s.span, mention=s.span.of(self.article.text))
            for s in speakers
        ]
        return Chain(links=tuple(links), channel=self._channel(reading))

    def _publisher(self) -> Link:
        known = self.reader.finder.directory.outlets.get(self.article.outlet or "")
        name = known.name if known else self.article.outlet_name or "unknown publisher"
        return Link(
            step=0, role=Role.PUBLISHER, agent=Agent(name=name, kind=AgentKind.OUTLET, outlet=self.article.outlet)
        )

    def _all_credits(self, reading: Reading) -> list[Credit]:
        """Those of the sentence and those that cover the article, each outlet once, the publisher itself left out."""
        covering = [
            Credit(mention=w.mention, via=Via.DATELINE) for w in self.covering if w.start <= reading.content[-1].end
        ]
        given: list[Credit] = []
        seen = {self.article.outlet} if self.article.outlet else set()
        for credit in sorted(reading.credits, key=lambda c: (c.rank, c.mention.span)):
            key = credit.mention.outlet or credit.mention.name
            if key not in seen:
                seen.add(key)
                given.append(credit)
        for credit in covering:
            key = credit.mention.outlet or credit.mention.name
            if key not in seen:
                seen.add(key)
                given.insert(0, credit)
        return sorted(given, key=lambda c: (c.rank, c.mention.span))

    def _carrier(self, credit: Credit, step: int) -> Link:
        mention = credit.mention
        agent = Agent(name=mention.name, kind=AgentKind.OUTLET, outlet=mention.outlet)
        return Link(
            step=step, role=Role.CARRIER, agent=agent, via=credit.via, span=mention.span,
            mention=mention.span.of(self.article.text), in_text_label=mention.label,
        )  # fmt: skip

    def _channel(self, reading: Reading) -> str | None:
        """ "on Telegram", "in a televised address": how the speaker spoke, where it is no outlet."""
        text = self.article.text
        for start, end in _frame(reading):
            for match in _CHANNEL.finditer(text, start, end):
                words = match.group("what").lower()
                if any(words.endswith(channel) for channel in self.reader.lexicon.channels):
                    return match.group("what")
        return None


_WHOSE = r"(?:(?:an?|the|his|her|its|their|my|social network|social media platform|[\w-]+[’']s) )?"
_CHANNEL = re.compile(
    rf"\b(?:on|in|at|via|during|through|to) {_WHOSE}(?P<what>(?:[\w-]+ ){{0,2}}?"
    r"(?:X|Twitter|Telegram|Facebook|Instagram|TikTok|YouTube|VKontakte|Weibo|Truth Social|address|speech|statement|"
    r"post|briefing|conference|press release|tweet|message|letter|broadcast|social media|email))\b"
)


def _frame(reading: Reading) -> list[tuple[int, int]]:
    """The parts of the sentence that are not content."""
    places = [reading.sentence.start]
    for piece in sorted(reading.content):
        if piece.overlaps(reading.sentence):
            places += [piece.start, piece.end]
    places.append(reading.sentence.end)
    return [(start, end) for start, end in zip(places[::2], places[1::2], strict=False) if end > start]


def _parallel(left: Credit, right: Credit, text: str) -> bool:
    """Side by side: "RIA Novosti, TASS and Interfax"."""
    if left.via is not right.via:
        return False
    between = text[left.mention.whole.end : right.mention.whole.start]
    return bool(re.fullmatch(r"(?:,| and| or|, and|/| &| as well as)? ?(?:the )?", between))


def _attributed(readings: Sequence[tuple[ParsedBlock, Reading]], scene: Scene, writer: _Writer) -> Iterator[Claim]:
    before: list[Speaker] = []
    for block, reading in readings:
        speakers = [s for span in reading.speakers for s in resolve_speakers(span, scene, before)]
        before.extend(speakers)
        yield writer.claim(reading, speakers, _mode(reading.content, block, writer.article.text))


def _mode(content: Spans, block: ParsedBlock, text: str) -> Mode:
    start = block.block.span.start
    quotations = [Span(start + q.start, start + q.end) for q in find_quotations(block.block.span.of(text))]
    words = [
        Span(piece.start + m.start(), piece.start + m.end())
        for piece in content
        for m in re.finditer(r"\w+", piece.of(text))
    ]
    quoted = sum(any(q.contains(word) for q in quotations) for word in words)
    if not quoted:
        return Mode.INDIRECT
    return Mode.DIRECT if quoted >= 0.9 * len(words) and _is_sentence(content, text) else Mode.MIXED


def _is_sentence(content: Spans, text: str) -> bool:
    """A sentence in quotation marks is direct speech; a few words of one are not."""
    words = re.findall(r"[^\W_]+", joined(content, text))
    return bool(words) and (words[0][0].isupper() or len(words) >= _SENTENCE_WORDS)


def _own_voice(
    parsed: Sequence[ParsedBlock], claims: Sequence[Claim], framed: Sequence[Span], head: Span | None, writer: _Writer
) -> list[Claim]:
    """Sentences that state an event or a figure and are attributed to nobody."""
    taken = [piece for claim in claims for piece in claim.spans]
    found = []
    for block in parsed:
        if block.block.kind is not BlockKind.PROSE:
            continue
        for sentence in block.sentences:
            span = (
                Span(head.end, sentence.span.end)
                if head and sentence.span.overlaps(head) and sentence.span.end > head.end
                else sentence.span
            )
            free = not any(span.overlaps(other) for other in (*taken, *framed))
            if not free or not sentence.states or len(span.of(writer.article.text).split()) < _SHORTEST_OWN:
                continue
            content = _without_end(span, writer.article.text)
            reading = Reading(content=(content,), cue=(), source=(), speakers=(), credits=(), sentence=span)
            found.append(writer.claim(reading, (), Mode.OWN))
    return found


def _without_end(span: Span, text: str) -> Span:
    words = span.of(text)
    left = len(words) - len(words.lstrip())
    return Span(span.start + left, span.start + len(words.rstrip(" .\n")))
