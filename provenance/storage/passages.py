"""The words that a search looks in: written wherever an article is saved, looked up in the engine's own index."""

from collections.abc import Iterable, Mapping

from sqlalchemy import Select, column, func, insert, select, table, update
from sqlalchemy.orm import Session

from provenance.model import Article, Claim
from provenance.storage.batches import batches
from provenance.storage.columns import Row
from provenance.storage.finding_rows import INDEX, PassageRow
from provenance.storage.words import for_postgresql, for_sqlite, read_question, searchable

PASSAGES = Row.metadata.tables[PassageRow.__tablename__]


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


def claims_with(session: Session, typed: str) -> Select[str]:
    """A query for the ids of the claims in which all is found that somebody typed; every claim where that holds no
    word."""
    return _owners(session, "claim_id", typed)


def articles_with(session: Session, typed: str) -> Select[str]:
    """The same for articles, by title, outlet and address."""
    return _owners(session, "article_id", typed)


def _owners(session: Session, owner: str, typed: str) -> Select[str]:
    whose = PASSAGES.c[owner]
    query = select(whose).where(whose.is_not(None))
    question = read_question(typed)
    if not question:
        return query
    if session.get_bind().dialect.name == "sqlite":
        index = table(INDEX, column("rowid"), column(INDEX))
        found = index.c[INDEX].op("MATCH")(for_sqlite(question))
        return query.join(index, index.c.rowid == PASSAGES.c.id).where(found)
    words = func.to_tsvector("simple", PASSAGES.c.words)
    return query.where(words.op("@@")(func.to_tsquery("simple", for_postgresql(question))))
