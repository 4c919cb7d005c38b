"""Finding the names of outlets in a text: longest first, never inside a word, never by likeness."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from provenance.model import Ambiguity, Span
from provenance.outlets.contexts import Contexts, Naming, settle
from provenance.outlets.inflection import is_form_of
from provenance.outlets.tokens import Gap, Token, tokens

STRICTNESS = {Ambiguity.UNIQUE: 0, Ambiguity.NEEDS_CONTEXT: 1, Ambiguity.NEVER_ALONE: 2}
_CLITICS = frozenset({"s", "ll", "d", "re", "ve"})
_JOINTS = frozenset("-'.&")
_GENERIC = frozenset(
    {
        *("agency", "channel", "group", "information", "international", "media", "network"),
        *("news", "newspaper", "of", "radio", "service", "tv"),
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A name of an outlet in a text. `outlets` holds every id that bears the name, sorted: more than one is ambiguous.
    `ambiguity` is how far the name alone can be trusted; `open` is why what stands near it does not settle which outlet
    is meant, None where it does."""

    span: Span
    outlets: tuple[str, ...]
    ambiguity: Ambiguity
    open: str | None = None


@dataclass(frozen=True, slots=True)
class NameUse:
    """A name as one outlet bears it."""

    text: str
    outlet: str
    ambiguity: Ambiguity


@dataclass(slots=True)
class _Node:
    children: dict[tuple[bool, str], "_Node"] = field(default_factory=dict)
    uses: list[NameUse] = field(default_factory=list)


@dataclass(frozen=True, slots=True, eq=False)
class NameIndex:
    """A tree of tokens: a look-up costs as many steps as a name has tokens, however many names there are."""

    root: _Node
    exact: Mapping[str, tuple[str, ...]]
    contexts: Contexts


def build_index(uses: Iterable[NameUse], contexts: Contexts) -> NameIndex:
    root = _Node()
    exact: dict[str, set[str]] = {}
    for use in sorted(set(uses), key=lambda use: (use.text, use.outlet, use.ambiguity)):
        node = root
        for position, token in enumerate(_tokens_of(use.text)):
            node = node.children.setdefault((position > 0 and token.gap is Gap.NONE, token.key), _Node())
        node.uses.append(use)
        exact.setdefault(name_key(use.text), set()).add(use.outlet)
    return NameIndex(root, {name: tuple(sorted(outlets)) for name, outlets in exact.items()}, contexts)


@lru_cache(maxsize=1 << 15)
def _tokens_of(name: str) -> tuple[Token, ...]:
    return tuple(tokens(name))


@lru_cache(maxsize=1 << 15)
def name_key(name: str) -> str:
    """A name with one kind of apostrophe, hyphen and space; case counts."""
    pieces = [
        (" " if position and token.gap is not Gap.NONE else "") + (token.text if token.word else token.key)
        for position, token in enumerate(_tokens_of(name))
    ]
    return "".join(pieces)


def find_mentions(text: str, index: NameIndex) -> tuple[Mention, ...]:
    """In the order of the text, not overlapping; of two names at one place the longer one."""
    found = tuple(_mentions(tuple(tokens(text)), index.root))
    full = frozenset(
        naming.outlets[0] for naming in found if naming.ambiguity is Ambiguity.UNIQUE and len(naming.outlets) == 1
    )
    return tuple(_settled(text, naming, index.contexts, full) for naming in found)


def _settled(text: str, naming: Naming, contexts: Contexts, full: frozenset[str]) -> Mention:
    if naming.ambiguity is Ambiguity.UNIQUE and len(naming.outlets) == 1:
        return Mention(span=naming.span, outlets=naming.outlets, ambiguity=naming.ambiguity)
    outlets, left_open = settle(text, naming, contexts, full)
    return Mention(span=naming.span, outlets=outlets, ambiguity=naming.ambiguity, open=left_open)


def _mentions(found: Sequence[Token], root: _Node) -> Iterator[Naming]:
    position = 0
    while position < len(found):
        length, uses = _longest(found, position, root)
        if not uses:
            position += 1
            continue
        last = found[position + length - 1]
        yield Naming(
            text=uses[0].text,
            span=Span(found[position].start, last.end),
            outlets=tuple(sorted({use.outlet for use in uses})),
            ambiguity=max((use.ambiguity for use in uses), key=STRICTNESS.__getitem__),
        )
        position += length


def _longest(found: Sequence[Token], start: int, root: _Node) -> tuple[int, list[NameUse]]:
    node = root.children.get((False, found[start].key))
    if node is None or not _begins(found, start):
        return 0, []
    best: tuple[int, list[NameUse]] = (0, [])
    length = 1
    while node is not None:
        if node.uses and _ends(found, start + length):
            surface = found[start : start + length]
            uses = [use for use in node.uses if _fits(use, surface)]
            best = (length, uses) if uses else best
        if start + length == len(found):
            break
        token = found[start + length]
        node = None if token.gap is Gap.BREAK else node.children.get((token.gap is Gap.NONE, token.key))
        length += 1
    return best


def _begins(found: Sequence[Token], start: int) -> bool:
    """False inside a compound: the second half of "Agence-TASS", "Mu'tassim", "www.tass"."""
    if start < 2 or found[start].gap is not Gap.NONE or found[start - 1].gap is not Gap.NONE:
        return True
    return not (found[start - 1].key in _JOINTS and found[start - 2].word)


def _ends(found: Sequence[Token], end: int) -> bool:
    """False where a compound goes on: "Interfax-Ukraine", "interfax.com"; a possessive and "BBC-led" do not count."""
    if end + 1 >= len(found) or found[end].gap is not Gap.NONE or found[end + 1].gap is not Gap.NONE:
        return True
    joint, following = found[end], found[end + 1]
    if joint.key not in _JOINTS or not following.word:
        return True
    if joint.key == "'":
        return following.key in _CLITICS
    if joint.key == ".":
        return following.text[0].isupper()
    return joint.key == "-" and following.text.islower()


def _fits(use: NameUse, surface: Sequence[Token]) -> bool:
    """Acronyms and names that need context keep their case, but for a leading "the". Of other names every word that is
    capitalised stays so, but for words such as "news" and "agency"."""
    own = [token.text for token in _tokens_of(use.text)]
    written = [token.text for token in surface]
    if own[0] == "The" and len(own) > 1:
        own, written = own[1:], written[1:]
    pairs = [(left, right) for left, right in zip(own, written, strict=True) if left.isalnum()]
    if use.text.isupper() or use.ambiguity is not Ambiguity.UNIQUE:
        return all(is_form_of(right, left) for left, right in pairs)
    return all(_capitals_stay(left, right) and _acronym_stays(left, right) for left, right in pairs)


def _acronym_stays(own: str, written: str) -> bool:
    """A word in Cyrillic capitals has no other ending than that of an acronym."""
    return own.isascii() or own.casefold() == written.casefold() or is_form_of(written, own)


def _capitals_stay(own: str, written: str) -> bool:
    return own[0].islower() or not written[0].islower() or own.casefold() in _GENERIC
