"""What somebody puts in: checked, named and kept until a worker has read it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from itertools import islice

from provenance.errors import EmptyInput, InputTooLarge, InvalidOption, ProvenanceError
from provenance.ingest import (
    ARTICLE_SUFFIXES,
    LARGEST_UNPACKED,
    LIMIT,
    checked_url,
    first_words,
    holds_many,
    is_archive,
    lines_of,
    one_line,
    outlet_or_name,
    parse_day,
    read_archive,
    shown,
    size,
    too_large,
)
from provenance.model import ItemKind, Job, NewItem, RequestKey, Said
from provenance.services.directories import directory_in_force
from provenance.services.requests import known_request
from provenance.settings import Settings
from provenance.storage import Store, open_store

MOST_ITEMS = 1_000
"""Of one job. At two seconds each they are read in half an hour."""

LARGEST_JOB = LARGEST_UNPACKED
"""Bytes, unpacked."""

MOST_HELD = 20 * LARGEST_JOB
"""Bytes of all that waits or failed: whoever goes on adding faster than is read is stopped before the disk is full."""

LONGEST_LINE = 500
"""Characters of a title, of the name of an outlet."""

LONGEST_ADDRESS = 2_000
"""Characters; browsers and servers take no longer ones."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Upload:
    """A file as it was handed over. Its name is hostile text: it is shown, and never a path."""

    name: str
    content: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What is said of an article by whoever puts it in, as it was typed; None or empty leaves what it says of itself.
    `outlet` is an id, a name or a domain, of an outlet that the directory need not know."""

    title: str | None = None
    outlet: str | None = None
    published: str | None = None
    url: str | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Brought:
    """What somebody puts in at once: words, a page of HTML, an address, files. `folders` are files that came as part of
    a folder: of those only what can be an article is taken."""

    text: str = ""
    page: str = ""
    address: str = ""
    files: tuple[Upload, ...] = ()
    folders: tuple[Upload, ...] = ()
    told: Told = field(default_factory=Told)


def put_in(
    brought: Brought, *, settings: Settings, now: datetime, made_by: str | None, request: RequestKey | None = None
) -> Job:
    """A job with an item for each article. A request whose key came before makes none: it gets the job that the first
    one made.

    Raises InvalidOption for what is said wrongly and for a key that came with something else, NotAnsweredYet for one
    whose first request waits for its answer, InputTooLarge and EmptyInput; UnreadableInput and UnsupportedFormat for an
    archive.
    """
    said = _said(brought.told, settings, now)
    items = _bounded(_items(brought, said))
    if len(items) > 1 and (said.title or said.url):
        raise InvalidOption("title and address: they belong to one article, and here are several")
    with open_store(settings.database, now=now) as store:
        store.begin_writing()
        known = known_request(store, request, now) if request else None
        made = store.find_job(known.job) if known else _save(store, items, made_by, request)
        store.commit()
    return made


def _save(store: Store, items: Sequence[NewItem], made_by: str | None, request: RequestKey | None) -> Job:
    if store.material_held() + sum(len(item.content) for item in items) > MOST_HELD:
        raise InputTooLarge(f"more than {size(MOST_HELD)} wait to be read; try again when less does, see /jobs")
    job = store.save_job(_name(items), items, made_by=made_by)
    if request:
        store.save_request(request, job.id)
    return job


def _name(items: Sequence[NewItem]) -> str:
    first, others = items[0].name, len(items) - 1
    return first if not others else f"{first} and {others} more"


def _said(told: Told, settings: Settings, now: datetime) -> Said:
    """Checked now, so that whoever typed it learns of a mistake."""
    words = {name: _typed(name, getattr(told, name)) for name in ("title", "outlet", "published", "url", "language")}
    publisher = outlet_or_name(words["outlet"], directory_in_force(settings, now)) if words["outlet"] else None
    return Said(
        title=words["title"],
        outlet=publisher.outlet if publisher else None,
        outlet_name=publisher.name if publisher and not publisher.outlet else None,
        published=_day(words["published"], now.date()),
        url=checked_url(words["url"], "address") if words["url"] else None,
        language=words["language"],
    )


def _typed(name: str, text: str | None) -> str | None:
    longest = LONGEST_ADDRESS if name == "url" else LONGEST_LINE
    if text is not None and len(text) > longest:
        raise InvalidOption(f"{name}: {len(text)} characters, and it may have {longest}; shorten it")
    return one_line(text)


def _day(text: str | None, today: date) -> date | None:
    return parse_day(text, "date", today) if text else None


def _bounded(items: Iterator[NewItem]) -> tuple[NewItem, ...]:
    """Raises EmptyInput, InputTooLarge; no more is looked at than is taken."""
    taken: list[NewItem] = []
    total = 0
    for item in islice(items, MOST_ITEMS + 1):
        taken.append(item)
        total += len(item.content)
        if len(taken) > MOST_ITEMS:
            raise InputTooLarge(f"more than {MOST_ITEMS} articles at once; put them in in parts")
        if total > LARGEST_JOB:
            raise InputTooLarge(f"more than {size(LARGEST_JOB)} at once; put it in in parts")
    if not taken:
        raise EmptyInput("nothing was put in; give a text, an address or files")
    return tuple(taken)


def _items(brought: Brought, said: Said) -> Iterator[NewItem]:
    if brought.text.strip():
        yield _pasted(brought.text, ItemKind.TEXT, said)
    if brought.page.strip():
        yield _pasted(brought.page, ItemKind.PAGE, said)
    if brought.address.strip():
        yield _address(brought.address.strip(), said)
    for upload in (*brought.files, *_articles(brought.folders)):
        yield from _files(upload, said)


def _pasted(text: str, kind: ItemKind, said: Said) -> NewItem:
    content = text.encode("utf-8", "replace")
    name = said.title or first_words(text[:LONGEST_LINE]) or kind.value
    if len(content) > LIMIT:
        raise InputTooLarge(too_large(name, len(content)))
    return NewItem(kind=kind, name=shown(name), content=content, said=said)


def _address(text: str, said: Said) -> NewItem:
    if len(text) > LONGEST_ADDRESS:
        raise InvalidOption(f"address: {len(text)} characters, and it may have {LONGEST_ADDRESS}; shorten it")
    url = checked_url(text, "address")
    return NewItem(kind=ItemKind.ADDRESS, name=shown(url), content=url.encode("utf-8", "replace"), said=said)


def _articles(uploads: Sequence[Upload]) -> list[Upload]:
    """As of a folder that is named on the command line: what can be an article, nothing hidden, sorted. Raises
    EmptyInput where nothing is left."""
    found = sorted((upload for upload in uploads if _can_be_article(upload)), key=lambda upload: upload.name)
    if uploads and not found:
        suffixes = ", ".join(ARTICLE_SUFFIXES)
        raise EmptyInput(f"no articles in this folder; they are files that end in {suffixes}")
    return found


def _can_be_article(upload: Upload) -> bool:
    hidden = any(part.startswith(".") for part in upload.name.split("/"))
    named = upload.name.lower().endswith(ARTICLE_SUFFIXES) or holds_many(upload.name)
    return not hidden and (named or is_archive(upload.content, upload.name))


def _files(upload: Upload, said: Said) -> Iterator[NewItem]:
    """The articles of a file: those of an archive, those of a file with an article a line, else itself."""
    name = shown(upload.name) or "a file without a name"
    if is_archive(upload.content, upload.name):
        for entry in read_archive(upload.content, name):
            inside = f"{name}, {entry.name}"
            if entry.error:
                yield _failed(inside, entry.error, said)
            else:
                yield from _file(inside, entry.content, said)
    else:
        yield from _file(name, upload.content, said)


def _file(name: str, content: bytes, said: Said) -> Iterator[NewItem]:
    if holds_many(name):
        for line in lines_of(content, name):
            if len(line.content) > LIMIT:
                yield _failed(line.place, InputTooLarge(too_large(line.place, None)), said)
            else:
                yield NewItem(kind=ItemKind.LINE, name=line.place, content=line.content, said=said)
    elif len(content) > LIMIT:
        yield _failed(name, InputTooLarge(too_large(name, len(content))), said)
    else:
        yield NewItem(kind=ItemKind.FILE, name=name, content=content, said=said)


def _failed(name: str, error: ProvenanceError, said: Said) -> NewItem:
    return NewItem(kind=ItemKind.FILE, name=name, content=b"", said=said, reason=str(error))
