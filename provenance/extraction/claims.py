"""An article becomes claims: every attribution with its chain, and what the publisher states in its own voice."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from provenance.extraction.acronyms import find_acronyms
from provenance.extraction.cast import gather_cast
from provenance.extraction.crediting import Credit
from provenance.extraction.frame import Frame, find_frame, lead_credit
from provenance.extraction.headlines import with_headlines_linked
from provenance.extraction.layout import BlockKind, find_blocks
from provenance.extraction.lexicon import Lexicon
from provenance.extraction.manner import hedge_pattern, mode_of
from provenance.extraction.naming import OutletFinder, OutletNames, build_finder
from provenance.extraction.page import Page
from provenance.extraction.passages import Passage, read_passages
from provenance.extraction.people import name_in, often_people
from provenance.extraction.places import Places
from provenance.extraction.reading import Reading, read_block, read_source
from provenance.extraction.scene import Scene, Speaker
from provenance.extraction.speaking import resolve_speakers
from provenance.extraction.states import States
from provenance.extraction.tagger import Tagger
from provenance.extraction.turns import with_turns
from provenance.extraction.writing import Writer
from provenance.model import AgentKind, Article, Claim, Mode, Span, Via

_SPACES = dict.fromkeys(map(ord, "\u00a0\u2007\u2009\u200a\u202f\u3000"), " ")
"""Character for character, so that the offsets stay."""
_SHORTEST_OWN = 4
_PASSED_ON = (Via.TOLD, Via.INTERVIEW, Via.QUOTED)


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Reader:
    """All that reading an article takes: the tagger, the lists, the states, the directory."""

    tagger: Tagger
    lexicon: Lexicon
    states: States
    finder: OutletFinder
    hedges: re.Pattern[str]


def build_reader(tagger: Tagger, lexicon: Lexicon, states: States, directory: OutletNames) -> Reader:
    """Made once; reading does not change it."""
    return Reader(tagger, lexicon, states, build_finder(directory, states, lexicon), hedge_pattern(lexicon))


def extract_claims(article: Article, reader: Reader) -> tuple[Claim, ...]:
    """In the order of the text, each once: a headline that says what the body says is linked to it. The outlets on the
    chains have no standing yet: that depends on the day."""
    return with_headlines_linked(extract_all(article, reader), find_blocks(article.text, article.title))


def extract_all(article: Article, reader: Reader) -> tuple[Claim, ...]:
    """The same with the headline's claims apart."""
    text = article.text.translate(_SPACES)
    mentions = reader.finder.mentions(text)
    page = Page(text, mentions, mentions, reader.finder, reader.hedges)
    frame = find_frame(article, page.mentions, reader.lexicon.section_labels)
    parsed = read_passages(text, frame.blocks, reader.tagger)
    found = [(passage, reading) for passage in parsed for reading in read_block(passage, page)]
    readings = with_turns(found, parsed, text, reader.lexicon)
    covering = frame.credits or lead_credit(readings, parsed, article)
    writer = Writer(article, reader.finder.directory, reader.states, reader.lexicon.channels, covering)
    scene = _scene(text, parsed, readings, reader)
    claims = list(_attributed(readings, scene, writer))
    claims += _own_voice(parsed, readings, scene, page, frame, writer)
    unique = {claim.id: claim for claim in claims}
    return tuple(sorted(unique.values(), key=lambda claim: (claim.spans, claim.id)))


def _scene(text: str, parsed: Sequence[Passage], readings: Sequence[tuple[Passage, Reading]], reader: Reader) -> Scene:
    sources = [span for _, r in readings if r.kind is AgentKind.PERSON for span in r.speakers]
    named = [name for span in sources if (name := name_in(span, text, reader.states, reader.lexicon))]
    seen = often_people([span for passage in parsed for span in passage.people], text)
    people = [*named, *(span for span in seen if not any(span.overlaps(name) for name in named))]
    bodies = tuple(span for passage in parsed for span in passage.bodies)
    cast = gather_cast(text, people, reader.states, reader.lexicon)
    subjects = Places(span for passage in parsed for span in passage.subjects)
    return Scene(
        text=text,
        cast=cast,
        bodies=bodies,
        subjects=subjects,
        acronyms=find_acronyms(text),
        states=reader.states,
        lexicon=reader.lexicon,
    )


def _attributed(readings: Sequence[tuple[Passage, Reading]], scene: Scene, writer: Writer) -> Iterator[Claim]:
    before: list[Speaker] = []
    passed_on: dict[str, tuple[int, tuple[Credit, ...]]] = {}
    for number, (block, reading) in enumerate(readings):
        speakers = [s for span in reading.speakers for s in resolve_speakers(span, reading.kind, scene, before)]
        before.extend(speakers)
        who = "|".join(speaker.agent.name for speaker in speakers)
        own = tuple(credit for credit in reading.credits if credit.via in _PASSED_ON)
        last, inherited = passed_on.get(who, (-2, ()))
        if who and not reading.credits and last == number - 1:
            own = inherited
        if who and own:
            passed_on[who] = (number, own)
        credited = replace(reading, credits=reading.credits or own)
        yield writer.claim(credited, speakers, mode_of(reading.content, [block.block.span], scene.text))


def _own_voice(
    parsed: Sequence[Passage],
    readings: Sequence[tuple[Passage, Reading]],
    scene: Scene,
    page: Page,
    frame: Frame,
    writer: Writer,
) -> list[Claim]:
    """Sentences that state an event or a figure and are attributed to nobody; or to the source of a "Source:" line."""
    taken = Places(span for _, reading in readings for span in (*reading.content, reading.sentence))
    credits_given, speaker_spans = read_source(frame.source, page) if frame.source else ((), ())
    speakers = [s for span in speaker_spans for s in resolve_speakers(span, None, scene, ())]
    found = []
    for block in parsed:
        for sentence in block.sentences if block.block.kind is BlockKind.PROSE else ():
            if not sentence.states or taken.touching(sentence.span):
                continue
            content = _without_end(sentence.span, scene.text)
            if len(content.of(scene.text).split()) < _SHORTEST_OWN:
                continue
            reading = Reading(content=(content,), cue=(), source=(), speakers=(), credits=(), sentence=sentence.span)
            if frame.source is not None and content.start < frame.aside and (credits_given or speakers):
                sourced = replace(reading, credits=credits_given, source=speaker_spans)
                found.append(writer.claim(sourced, speakers, mode_of((content,), [block.block.span], scene.text)))
            else:
                found.append(writer.claim(reading, (), Mode.OWN))
    return found


def _without_end(span: Span, text: str) -> Span:
    words = span.of(text)
    left = len(words) - len(words.lstrip())
    return Span(span.start + left, span.start + len(words.rstrip(" .\n")))
