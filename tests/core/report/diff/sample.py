"""A wire story and a reprint that changed it in many ways, and hostile words in place of all of theirs."""

from datetime import date

from provenance.model import Article, Edit, EditCode, Fate, SentencePair, Span, StoryDiff, Version
from tests.builders import an_article

BEFORE = "Forces allegedly struck a market.\nThe army did not fire.\nGrain was cheap."
AFTER = "The army did fire.\nForces struck a market.\nTalks go on."


def a_diff() -> StoryDiff:
    """Changed, kept in another place with an edit, dropped, added, and one edit of the whole."""
    before = an_article(BEFORE, title="A strike", outlet="reuters", published=date(2025, 3, 3))
    after = an_article(AFTER, title="The strike", outlet=None, outlet_name="A Blog", published=date(2025, 3, 4))
    return _diff(before, "Reuters", after, "A Blog", "Reuters is credited nowhere.")


def a_hostile_diff(words: str) -> StoryDiff:
    """The same shape; every text that comes from outside is the words given."""
    article = an_article(
        f"{words}|\n{words}|\n{words}|", title=words, outlet_name=words, outlet=None, url=words, published=None
    )
    one, two, three = (Span(n * (len(words) + 2), n * (len(words) + 2) + len(words) + 1) for n in range(3))
    edit = Edit(code=EditCode.HEDGE_LOST, text=words, before=(one,), after=(two,))
    pairs = (
        SentencePair(fate=Fate.CHANGED, before=one, after=two, only_before=(one,), only_after=(two,), edits=(edit,)),
        SentencePair(fate=Fate.DROPPED, before=two),
        SentencePair(fate=Fate.ADDED, after=three),
    )
    version = Version(article=article, publisher=words)
    return StoryDiff(before=version, after=version, pairs=pairs, edits=(edit,))


def nothing_in_common() -> StoryDiff:
    before, after = an_article("Forces struck."), an_article("Grain was cheap.", url="https://blog.example/")
    return StoryDiff(
        before=Version(article=before, publisher=None),
        after=Version(article=after, publisher=None),
        pairs=(
            SentencePair(fate=Fate.DROPPED, before=Span(0, 14)),
            SentencePair(fate=Fate.ADDED, after=Span(0, 16)),
        ),
    )


def identical() -> StoryDiff:
    article = an_article("Forces struck.")
    version = Version(article=article, publisher=None)
    kept = SentencePair(fate=Fate.KEPT, before=Span(0, 14), after=Span(0, 14))
    return StoryDiff(before=version, after=version, pairs=(kept,))


def written_apart() -> StoryDiff:
    """Two of the three sentences of the shorter one stand alone."""
    before = an_article(BEFORE, title="A strike", outlet="reuters", published=date(2025, 3, 4))
    after = an_article(AFTER, title="Talks", outlet=None, url="https://blog.example/", published=date(2025, 3, 3))
    one, *_ = a_diff().pairs
    alone = [SentencePair(fate=Fate.DROPPED, before=span) for span in (Span(0, 33), Span(57, 73))]
    alone += [SentencePair(fate=Fate.ADDED, after=span) for span in (Span(19, 42), Span(43, 55))]
    return StoryDiff(
        before=Version(article=before, publisher="Reuters"),
        after=Version(article=after, publisher="A Blog"),
        pairs=(one, *alone),
        edits=(Edit(code=EditCode.CREDIT_LOST, text="Reuters is credited nowhere."),),
    )


def empty() -> StoryDiff:
    version = Version(article=an_article(""), publisher=None)
    return StoryDiff(before=version, after=version, pairs=())


def _diff(before: Article, one: str, after: Article, other: str, said: str) -> StoryDiff:
    hedge = Edit(code=EditCode.HEDGE_LOST, text="The hedge “allegedly” is gone.", before=(Span(7, 16),))
    negation = Edit(code=EditCode.NEGATION_LOST, text="“not fire” is no longer negated.", before=(Span(47, 55),))
    return StoryDiff(
        before=Version(article=before, publisher=one),
        after=Version(article=after, publisher=other),
        pairs=(
            SentencePair(
                fate=Fate.CHANGED,
                before=Span(34, 56),
                after=Span(0, 18),
                moved=True,
                only_before=(Span(47, 50),),
                edits=(negation,),
            ),
            SentencePair(
                fate=Fate.CHANGED,
                before=Span(0, 33),
                after=Span(19, 42),
                only_before=(Span(7, 16),),
                edits=(hedge,),
            ),
            SentencePair(fate=Fate.DROPPED, before=Span(57, 73)),
            SentencePair(fate=Fate.ADDED, after=Span(43, 55)),
        ),
        edits=(Edit(code=EditCode.CREDIT_LOST, text=said),),
    )
