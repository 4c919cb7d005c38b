"""Writing a claim: publisher, carriers and speakers as the links of one chain."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from provenance.extraction.bylines import WholeCredit
from provenance.extraction.crediting import Credit
from provenance.extraction.naming import OutletNames
from provenance.extraction.reading import Reading
from provenance.extraction.scene import Speaker
from provenance.extraction.states import States
from provenance.model import Agent, AgentKind, Article, Chain, Claim, Link, Mode, Role, Via, joined


@dataclass(frozen=True, slots=True)
class Writer:
    """Makes claims of readings: the links of the chain in their order, the channel, the states spoken of."""

    article: Article
    directory: OutletNames
    states: States
    channels: frozenset[str]
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
            about=self.states.codes(content),
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
        known = self.directory.outlets.get(self.article.outlet or "")
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
                if any(words.endswith(channel) for channel in self.channels):
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
