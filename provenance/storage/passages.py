"""The words that a search looks in: written wherever an article is saved, looked up in the engine's own index."""

from collections.abc import Iterable, Iterator, Mapping

from sqlalchemy import CompoundSelect, Select, column, func, insert, select, table, union, update
from sqlalchemy.orm import Session

from provenance.model import Article, Claim
from provenance.storage.batches import batches
from provenance.storage.columns import Row
from provenance.storage.finding_rows import INDEX, PassageRow
from provenance.storage.rows import ArticleRow, LinkRow, RevisionRow
from provenance.storage.words import Names, Phrase, Question, for_postgresql, for_sqlite, read_search, searchable

PASSAGES = Row.metadata.tables[PassageRow.__tablename__]

Selected = Select[str] | CompoundSelect[str]


def write_passages(session: Session, article: Article, claims: Iterable[Claim]) -> None:
    """Of an article and of these claims of it, in place of what was written of them."""
    words = {
        claim.id: searchable([claim.text, *(link.agent.name for link in claim.chain.links), article.title])
        for claim in claims
    }
    _replace(session, "claim_id", words)
    _replace(session, "article_id", {article.id: searchable([article.title, article.outlet_name, article.url])})


def _replace(session: Session, owner: str, words: Mapping[str, str]) -> None:
    """Only what is new or differs: every change is one in the index, too."""
    whose = PASSAGES.c[owner]
    for batch in batches(words):
        rows = session.execute(select(whose, PASSAGES.c.words).where(whose.in_(batch)))
        held = {name: text for name, text in rows}  # noqa: C416 - typed rows
        new = [{owner: name, "words": words[name]} for name in batch if name not in held]
        if new:
            session.execute(insert(PASSAGES), new)
        for name in (name for name in batch if held.get(name, words[name]) != words[name]):
            session.execute(update(PASSAGES).where(whose == name).values(words=words[name]))


def claims_with(session: Session, typed: str, names: Names) -> Iterator[Selected]:
    """Queries for the ids of claims, all of which must find a claim that fits what somebody typed; none where that
    holds no word. A name of an outlet is also found where the outlet stands in the chain under another one."""
    for phrases, outlets in _parts(read_search(typed, names)):
        found = _owners(session, "claim_id", phrases)
        yield union(found, select(LinkRow.claim_id).where(LinkRow.outlet.in_(outlets))) if outlets else found


def articles_with(session: Session, typed: str, names: Names) -> Iterator[Selected]:
    """The same for articles, by title, outlet and address."""
    current = (RevisionRow.article_id == ArticleRow.id) & (RevisionRow.sha256 == ArticleRow.current_revision)
    for phrases, outlets in _parts(read_search(typed, names)):
        found = _owners(session, "article_id", phrases)
        printed = select(ArticleRow.id).join(RevisionRow, current).where(RevisionRow.outlet.in_(outlets))
        yield union(found, printed) if outlets else found


def _parts(question: Question) -> Iterator[tuple[tuple[Phrase, ...], tuple[str, ...]]]:
    if question.phrases:
        yield question.phrases, ()
    yield from ((named.phrases, named.outlets) for named in question.named)


def _owners(session: Session, owner: str, phrases: tuple[Phrase, ...]) -> Select[str]:
    whose = PASSAGES.c[owner]
    query = select(whose).where(whose.is_not(None))
    if session.get_bind().dialect.name == "sqlite":
        index = table(INDEX, column("rowid"), column(INDEX))
        found = index.c[INDEX].op("MATCH")(for_sqlite(phrases))
        return query.join(index, index.c.rowid == PASSAGES.c.id).where(found)
    # materialised, or PostgreSQL may walk a list in its order and take the words of passage after passage apart
    words = func.to_tsvector("simple", PASSAGES.c.words)
    fitting = query.where(words.op("@@")(func.to_tsquery("simple", for_postgresql(phrases)))).cte()
    return select(fitting.prefix_with("MATERIALIZED").c[owner])
