"""Any article, chain and claim the model allows."""

from hypothesis import strategies as st

from provenance.model import (
    Agent,
    AgentKind,
    Article,
    Chain,
    Claim,
    Label,
    Link,
    Mode,
    Role,
    Span,
    Standing,
    StateAffiliation,
    Via,
)

# PostgreSQL holds no zero bytes, no encoding holds surrogates.
texts = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=20)
words = texts.filter(lambda text: text.strip())
maybe_words = st.none() | texts
spans = st.builds(lambda start, size: Span(start, start + size), st.integers(0, 2**31), st.integers(1, 2**31))
codes = st.lists(st.sampled_from(["RU", "UA", "TR", "US"]), unique=True).map(lambda found: tuple(sorted(found)))

agents = st.builds(Agent, name=words, kind=st.sampled_from(AgentKind), outlet=maybe_words, party=maybe_words)
standings = st.builds(
    Standing,
    label=st.sampled_from(Label),
    state_affiliated=st.sampled_from(StateAffiliation),
    control_family=texts,
    states=codes,
)


def links(role: Role) -> st.SearchStrategy[Link]:
    return st.builds(
        Link,
        step=st.just(0) if role is Role.PUBLISHER else st.integers(1, 9),
        role=st.just(role),
        agent=agents,
        via=st.none() | st.sampled_from(Via),
        span=st.none() | spans,
        mention=maybe_words,
        in_text_label=maybe_words,
        standing=st.none() | standings,
    )


chains = st.builds(
    lambda publisher, others, channel: Chain(
        links=(publisher, *sorted(others, key=lambda link: link.step)), channel=channel
    ),
    links(Role.PUBLISHER),
    st.lists(links(Role.CARRIER) | links(Role.SPEAKER), max_size=4),
    maybe_words,
)

articles = st.builds(
    Article,
    text=words,
    title=maybe_words,
    byline=maybe_words,
    url=maybe_words,
    locator=maybe_words,
    outlet=maybe_words,
    outlet_name=maybe_words,
    published=st.none() | st.dates(),
    language=texts,
    key=words,
)


def claims(article: Article) -> st.SearchStrategy[Claim]:
    """Of this article."""
    places = st.lists(spans, max_size=3).map(tuple)
    return st.builds(
        Claim,
        article_id=st.just(article.id),
        revision=st.just(article.sha256),
        text=words,
        spans=st.lists(spans, min_size=1, max_size=3).map(tuple),
        mode=st.sampled_from(Mode),
        chain=chains,
        hedged=st.booleans(),
        cue=maybe_words,
        cue_spans=places,
        source_spans=places,
        headline_spans=places,
        about=codes,
    )
