"""What one parsed sentence attributes, read off its dependencies, one rule a way of attributing."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from spacy.tokens import Span as Sentence
from spacy.tokens import Token

from provenance.extraction.lexicon import Lexicon

_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
_BESIDE_VERB = frozenset(
    {
        "dobj",
        "dative",
        "prep",
        "npadvmod",
        "advmod",
        "agent",
        "prt",
        "aux",
        "auxpass",
        "neg",
        "oprd",
        "nsubj",
        "nsubjpass",
    }
)
_INHERITING = frozenset({"advcl", "conj", "xcomp", "dep"})
_UTTERING = frozenset({"say", "state", "tell", "announce", "reveal", "disclose", "specify", "clarify", "explain"})
_LONG_APPOSITION = 8  # one as long as this tells about somebody, it does not name them
_HEAVY = 6  # an object as long as this is background: the words said of it are what is attributed


@dataclass(frozen=True, slots=True)
class Found:
    """Token positions, each a sorted tuple; `source` is empty where nobody is named. An `act` is something done by
    words (vowed to, offered, called names): inside another content it is that content's story, no claim of its own."""

    content: tuple[int, ...]
    source: tuple[int, ...]
    cue: tuple[int, ...]
    act: bool = False


def clause_attributions(sentence: Sentence, lexicon: Lexicon) -> Iterator[Found]:
    """All that the dependencies of one sentence give, in the order of their cues."""
    found = [each for token in sentence if (each := _first(token, sentence, lexicon)) is not None]
    for each in found:
        if not (each.act and any(set(each.cue) <= set(other.content) for other in found if other is not each)):
            yield each


def _first(token: Token, sentence: Sentence, lexicon: Lexicon) -> Found | None:
    for rule in (*_SPEECH, *_ACTS):
        found = rule(token, sentence, lexicon)
        if found is not None and found.content:
            return replace(found, act=rule in _ACTS)
    return None


def _reported_clause(token: Token, sentence: Sentence, lexicon: Lexicon) -> Found | None:
    """X said (that) P; P, X said; P1, X said, P2; X told Y P; X, saying P."""
    subject = _subject(token)
    if not _speaks(token, subject, lexicon):
        return None
    complements = [c for c in token.children if c.dep_ in ("ccomp", "parataxis") and _is_clause(c)] or _misattached(
        token
    )
    if not complements and subject is not None and token.dep_ in ("ccomp", "parataxis"):
        return _parenthetical(token, subject, sentence)
    if not complements:
        return _speech_with_quote(token, subject, sentence)
    after = [i for child in complements if child.i > token.i for i in _subtree(child) if i > token.i]
    if after:
        return Found(_spread(after), _source(subject), _cue(token))
    clause = _attributive_clause(token, subject)
    content = [word.i for word in sentence if word.i not in clause]
    return Found(_without_leading(content, sentence), _source(subject), _cue(token))


def _speaks(token: Token, subject: Token | None, lexicon: Lexicon) -> bool:
    """A verb of saying with somebody who says; in the passive only where its subject was told."""
    lemma = token.lemma_.lower()
    if token.pos_ not in ("VERB", "AUX") or lemma not in lexicon.clause_cues:
        return False
    if lemma in _UTTERING and any(child.dep_ == "neg" for child in token.children):
        return False
    if subject is None:
        return token.dep_ in ("advcl", "acl")
    told = token.lemma_ in ("tell", "inform", "ask", "remind", "warn")
    return subject.lower_ not in ("which", "that", "what") and (subject.dep_ != "nsubjpass" or told)


def _parenthetical(token: Token, subject: Token, sentence: Sentence) -> Found | None:
    """P1, X said, P2, where the parse hangs "X said" under P."""
    clause = _attributive_clause(token, subject)
    before = token.doc[min(clause) - 1] if min(clause) > sentence.start else None
    if before is None or not (before.is_punct or before.is_quote):
        return None
    content = [word.i for word in sentence if word.i not in clause]
    return Found(_without_leading(content, sentence), _source(subject), _cue(token))


def _speech_with_quote(token: Token, subject: Token | None, sentence: Sentence) -> Found | None:
    """X said: "P", X wrote "P", where the parse gives no clause: what follows the colon or the quotation mark."""
    after = [word for word in sentence if word.i > token.i]
    for word in after:
        if word.text == ":" or word.is_quote:
            content = tuple(other.i for other in after if other.i > word.i)
            near = word.i - token.i
            return Found(content, _source(subject), _cue(token)) if near <= 12 and content else None
        if word.dep_ == "punct" and word.text in (";", "."):
            return None
    return None


def _according_to(token: Token, sentence: Sentence, _: Lexicon) -> Found | None:
    """According to X, P; P, according to X; per X."""
    if token.lower_ != "according" or token.i + 1 >= len(token.doc) or token.nbor().lower_ != "to":
        return None
    head = next((child for child in token.nbor().children if child.dep_ == "pobj"), None)
    if head is None:
        return None
    source = _source(head)
    phrase = set(range(token.i, max(_subtree(head)) + 1))
    content = [word.i for word in sentence if word.i not in phrase]
    if token.i > sentence.start:
        content = [i for i in content if i < token.i] if _ends_soon(max(phrase), sentence) else content
    return Found(_without_leading(content, sentence), source, (token.i, token.i + 1))


def _infinitive(token: Token, _: Sentence, lexicon: Lexicon) -> Found | None:
    """X vowed to do P; X urged Y to do P."""
    if token.pos_ != "VERB" or token.lemma_.lower() not in lexicon.infinitive_cues:
        return None
    complement = next((c for c in token.children if c.dep_ in ("xcomp", "ccomp") and c.i > token.i and _to(c)), None)
    subject = _subject(token)
    if complement is None or subject is None or subject.dep_ == "nsubjpass":
        return None
    start = min(_subtree(complement))
    objects = [c for c in token.children if c.dep_ in ("dobj", "nsubj") and token.i < c.i < start]
    content = [i for o in objects for i in _subtree(o)] + [i for i in _subtree(complement) if i > token.i]
    return Found(_spread(content), _source(subject), _cue(token))


def _naming(token: Token, _: Sentence, lexicon: Lexicon) -> Found | None:
    """X called Y Z; X described Y as Z; X condemned Y."""
    if token.pos_ != "VERB" or token.lemma_.lower() not in lexicon.naming_cues:
        return None
    subject = _subject(token)
    if subject is None or subject.dep_ == "nsubjpass":
        return None
    kept = [c for c in token.children if c.i > token.i and c.dep_ in ("dobj", "oprd", "ccomp", "xcomp", "prep", "nmod")]
    content = _spread([i for child in kept for i in _subtree(child) if i > token.i])
    opening = next((n for n, i in enumerate(content) if token.doc[i].is_left_punct and token.doc[i].is_quote), 0)
    return Found(content[opening:] if opening >= _HEAVY else content, _source(subject), _cue(token))


def _claim_by_noun(token: Token, _: Sentence, lexicon: Lexicon) -> Found | None:
    """X's claim that P; a statement saying P is the verb's; reports that P."""
    if token.pos_ != "NOUN" or token.lemma_.lower() not in lexicon.noun_cues:
        return None
    clause = next(
        (c for c in token.children if c.dep_ in ("acl", "ccomp", "relcl") and c.i > token.i and _that(c)), None
    )
    if clause is None:
        return None
    owner = next((c for c in token.children if c.dep_ == "poss"), None)
    content = [i for i in _subtree(clause) if i > token.i]
    return Found(_spread(content), _source(owner), (token.i,))


def _passive_hedge(token: Token, _: Sentence, lexicon: Lexicon) -> Found | None:
    """X is said to P; X was reported to have P: nobody is named who says it."""
    if token.tag_ != "VBN" or token.lemma_.lower() not in lexicon.passive_hedges:
        return None
    complement = next((c for c in token.children if c.dep_ == "xcomp" and c.i > token.i and _to(c)), None)
    subject = next((c for c in token.children if c.dep_ == "nsubjpass"), None)
    if complement is None or subject is None:
        return None
    auxiliaries = [c.i for c in token.children if c.dep_ in ("auxpass", "aux")]
    return Found(tuple(sorted({*_subtree(subject), *_subtree(complement)})), (), (*auxiliaries, token.i))


def _quoted_as(token: Token, sentence: Sentence, _: Lexicon) -> Found | None:
    """Y quoted X as saying P; X was quoted (by Y) as saying P."""
    if token.pos_ != "VERB" or token.lemma_.lower() not in ("quote", "cite"):
        return None
    as_ = next((c for c in token.children if c.lower_ == "as" and c.i > token.i), None)
    saying = next(
        (word for word in token.subtree if word.tag_ == "VBG" and word.i > token.i and word.i > (as_ or token).i), None
    )
    if saying is None or (as_ is None and saying.lemma_ != "say"):
        return None
    passive = next((c for c in token.children if c.dep_ == "nsubjpass"), None)
    quoted = passive or next((c for c in token.children if c.dep_ == "dobj"), None)
    if quoted is None and saying.dep_ == "ccomp":
        quoted = next((c for c in saying.children if c.dep_ in _SUBJECTS), None)
    said = [c for c in saying.children if c.i > saying.i and c.dep_ in ("ccomp", "dobj", "parataxis")]
    source = tuple(i for i in _source(quoted) if quoted is not None and (i < saying.i or quoted.i > saying.i))
    cue = (*_cue(token), *([as_.i] if as_ is not None else []), saying.i)
    if said:
        return Found(_spread([i for c in said for i in _subtree(c)]), source, tuple(sorted(cue)))
    clause = _attributive_clause(token, passive or _subject(token))
    return Found(_without_leading([w.i for w in sentence if w.i < min(clause)], sentence), source, tuple(sorted(cue)))


def _misattached(verb: Token) -> list[Token]:
    """ "told the delegation during the talks that P", where the parse hangs P on "talks"."""
    return [
        word
        for word in verb.subtree
        if word.dep_ == "relcl"
        and word.i > verb.i
        and any(c.lower_ == "that" and c.dep_ == "mark" for c in word.children)
    ]


def _object(token: Token, _: Sentence, lexicon: Lexicon) -> Found | None:
    """X confirmed P, X denied P, where P is a noun phrase."""
    if token.pos_ != "VERB" or token.lemma_.lower() not in lexicon.object_cues:
        return None
    subject = _subject(token)
    said = next((c for c in token.children if c.i > token.i and (c.dep_ == "dobj" or c.tag_ == "VBG")), None)
    if said is None or subject is None or subject.dep_ == "nsubjpass" or said.pos_ == "PRON":
        return None
    return Found(_spread(_subtree(said)), _source(subject), _cue(token))


_SPEECH = (_according_to, _quoted_as, _reported_clause, _passive_hedge, _claim_by_noun)
_ACTS = (_infinitive, _naming, _object)


def _subject(verb: Token) -> Token | None:
    """Its own subject, or the one it shares: with the verb it is joined or subordinate to, or the noun it modifies."""
    seen = verb
    for _ in range(4):
        own = next((child for child in seen.children if child.dep_ in _SUBJECTS), None)
        if own is not None:
            relative = own.lower_ in ("who", "which", "that") and seen.dep_ == "relcl"
            return seen.head if relative else own
        agent = next((g for c in seen.children if c.dep_ == "agent" for g in c.children if g.dep_ == "pobj"), None)
        if agent is not None:
            return agent
        if seen.dep_ in ("acl", "relcl"):
            return seen.head
        if seen.dep_ not in _INHERITING or seen.head is seen:
            return None
        seen = seen.head
    return None


def _source(head: Token | None) -> tuple[int, ...]:
    """The noun phrase of a head, without clauses and asides that trail behind it."""
    if head is None:
        return ()
    dropped: set[int] = set()
    for child in head.children:
        if child.i > head.i and child.dep_ in ("relcl", "acl", "advcl", "parataxis"):
            dropped.update(_subtree(child))
        elif child.i > head.i and child.dep_ == "appos" and _length(child) > _LONG_APPOSITION:
            dropped.update(i for i in _subtree(child) if i > child.i)
            dropped.update(_subtree(child) if child.pos_ != "PROPN" else ())
    kept = [i for i in _subtree(head) if i not in dropped]
    run = [i for i in kept if all(j in kept or j in dropped for j in range(i, head.i))] if kept else []
    last = head.i
    for i in kept:
        if i > head.i and all(j in kept for j in range(head.i, i)):
            last = i
    run = [i for i in run if i <= last]
    while run and head.doc[run[-1]].is_punct:
        run.pop()
    while run and (head.doc[run[0]].is_punct or head.doc[run[0]].is_space):
        run.pop(0)
    return tuple(run)


def _attributive_clause(verb: Token, subject: Token | None) -> set[int]:
    """The words of "X said", "X told Y on Monday", wherever it stands in its sentence."""
    clause = {verb.i}
    if subject is not None and subject.head is verb:
        clause.update(_subtree(subject))
    for child in verb.children:
        if child.dep_ in _BESIDE_VERB and child is not subject and not _reaches_over(child, verb):
            clause.update(_subtree(child))
        if child.dep_ == "advcl" and child.i > verb.i:
            clause.update(_subtree(child))
    return set(range(min(clause), max(clause) + 1)) if max(clause) - min(clause) < 60 else clause


def _reaches_over(child: Token, verb: Token) -> bool:
    """An adverb or phrase that stands away from the verb belongs to the content, not to "X said"."""
    between = verb.doc[min(child.i, verb.i) : max(child.i, verb.i)]
    return any(word.is_quote for word in between) or (child.i < verb.i and any(w.text == "," for w in between))


def _cue(verb: Token) -> tuple[int, ...]:
    beside = [c.i for c in verb.children if c.dep_ in ("aux", "auxpass", "neg", "prt") and abs(c.i - verb.i) <= 3]
    return tuple(sorted((*beside, verb.i)))


def _subtree(token: Token) -> list[int]:
    return [word.i for word in token.subtree]


def _length(token: Token) -> int:
    return token.right_edge.i - token.left_edge.i + 1


def _spread(tokens: list[int]) -> tuple[int, ...]:
    return tuple(range(min(tokens), max(tokens) + 1)) if tokens else ()


def _is_clause(token: Token) -> bool:
    return token.pos_ in ("VERB", "AUX") or any(c.dep_ in _SUBJECTS for c in token.children) or _length(token) > 3


def _to(token: Token) -> bool:
    return any(child.lower_ == "to" and child.dep_ == "aux" for child in token.children)


def _that(token: Token) -> bool:
    return any(child.lower_ in ("that", "whether") and child.dep_ in ("mark", "nsubj") for child in token.children)


def _ends_soon(last: int, sentence: Sentence) -> bool:
    return all(word.is_punct or word.is_space for word in sentence if word.i > last)


def _without_leading(tokens: list[int], sentence: Sentence) -> tuple[int, ...]:
    """Without the punctuation and conjunctions that a cut leaves at the start."""
    doc = sentence.doc
    kept = list(tokens)
    while kept and (doc[kept[0]].text in (",", "-", "–", "—", ":") or doc[kept[0]].is_space):
        kept.pop(0)
    return tuple(kept)
