"""The words that decide, as data for anybody to review: one entry a line, whole words, brought to stems elsewhere."""

from collections.abc import Mapping
from dataclasses import dataclass


def words(lines: str) -> frozenset[str]:
    return frozenset(lines.split())


STOP_WORDS = words(
    """
    a about above after again against ago all almost also although always am among an and another any anybody anyone
    anything are as at away back be became because become been before being below between both but by came can cannot
    come could did do does doing done down due during each either else enough even ever every everybody everyone
    everything for from further get gets getting go goes going got had has have having he her here hers herself him
    himself his how however i if in indeed instead into is it its itself just let like made make makes many may maybe
    me might mine more most much must my myself near no nor not now of off often on once only onto or other others our
    ours ourselves out over own perhaps put quite rather really same say saying says said she should since so some
    somebody someone something soon still such take takes taken than that the their theirs them themselves then there
    these they thing things this those though through thus to told too took toward towards under until up upon us very
    via was we well went were what when where whether which while who whom whose why will with within without would
    yes yet you your yours yourself
    according added adding announced asked comment commented earlier explained later meanwhile noted report reported
    reportedly reporters reports statement stressed
    isn't aren't wasn't weren't don't doesn't didn't won't wouldn't can't couldn't shouldn't hasn't haven't hadn't i'm
    i've it'll they're we're you're there'd that'll
    """
)
"""Words that say nothing of the matter by themselves."""

SYNONYMS = (
    "talks negotiations negotiation meeting meetings met meet",
    "child children kid kids minor minors youngster youngsters teen teens teenager teenagers",
    "aircraft airplane airplanes plane planes jet jets warplane warplanes bomber bombers",
    "swap swaps swapped exchange exchanges exchanged",
    "return returns returned repatriate repatriated repatriation",
    "soldier soldiers serviceman servicemen troop troops",
    "body bodies remains corpse corpses",
    "truce truces ceasefire ceasefires",
    "die dies died dead death deaths",
    "kill kills killed killing slay slain",
    "injured injure injuries wounded wound wounds",
    "reject rejects rejected rejection refuse refuses refused refusal",
    "destroy destroyed destroys destruction",
    "buy buys bought purchase purchased acquire acquires acquired acquisition",
    "film films movie movies",
    "firm firms company companies",
    "attorney attorneys lawyer lawyers",
    "cop cops police",
    "quit quits resign resigns resigned resignation",
    "quake quakes earthquake earthquakes",
    "blast blasts explosion explosions explode explodes exploded",
    "ship ships vessel vessels boat boats",
    "arrest arrests arrested detain detained detains",
    "begin begins began start starts started",
    "end ends ended finish finished conclude concluded",
    "last lasts lasted lasting",
    "offer offers offered propose proposes proposed proposal proposals",
    "collect collects collected gather gathers gathered",
    "head heads headed lead leads led",
    "us u.s america american americans",
    "uk britain british",
    "russia russian russians moscow",
    "ukraine ukrainian ukrainians kyiv kiev",
    "marijuana weed pot cannabis",
    "fake faked hoax hoaxes",
    "woman women female",
    "man men male",
    "mom moms mother mothers",
    "memorandum memorandums memoranda",
    "kidnap kidnaps kidnapped kidnapping abduct abducts abducted abduction",
)
"""Words of one line count as one: in news they are used for each other."""


@dataclass(frozen=True, slots=True)
class Spread:
    """The factors by which the true figure may lie below and above the stated one."""

    count: tuple[float, float]
    duration: tuple[float, float]


def qualifiers(spread: Spread, *phrases: str) -> dict[str, Spread]:
    return dict.fromkeys(phrases, spread)


QUALIFIERS: Mapping[str, Spread] = {
    **qualifiers(Spread((1, 1), (0.95, 1.05)), "", "only", "just", "exactly", "precisely"),
    **qualifiers(Spread((1, 1), (0.8, 1.25)), "a"),
    **qualifiers(Spread((0.85, 1.1), (0.8, 1.25)), "barely", "hardly", "scarcely"),
    **qualifiers(
        Spread((0.85, 1.15), (0.7, 1.3)),
        *("about", "around", "approximately", "roughly", "some", "an estimated", "estimated", "circa", "or so"),
        *("only about", "just about", "perhaps", "in the region of"),
    ),
    **qualifiers(
        Spread((0.86, 1), (0.75, 1)),
        *("nearly", "almost", "close to", "just under", "a little under", "slightly under", "not quite", "near"),
        *("a little less than", "slightly less than"),
    ),
    **qualifiers(
        Spread((0.86, 1), (0.75, 1)),
        *("up to", "as many as", "at most", "no more than", "not more than", "a maximum of", "or fewer", "or less"),
    ),
    **qualifiers(
        Spread((1, 1.2), (1, 1.35)),
        *("a little over", "just over", "slightly over", "a little more than", "just more than", "slightly more than"),
        *("a bit over", "just above"),
    ),
    **qualifiers(
        Spread((1, 1.5), (1, 1.5)),
        *("over", "more than", "above", "upwards of", "in excess of", "at least", "no fewer than", "no less than"),
        *("not less than", "or more", "exceeding"),
    ),
    **qualifiers(Spread((0.6, 0.999), (0.5, 0.94)), "less than", "fewer than", "under", "below"),
}
"""What words beside a number leave open. "Up to 400" is read as journalists mean it, as close to 400; an empty phrase
is a bare number, "a" a bare "an hour"."""

DURATIONS: Mapping[str, float] = {
    "second": 1 / 60,
    "seconds": 1 / 60,
    "minute": 1,
    "minutes": 1,
    "mins": 1,
    "hour": 60,
    "hours": 60,
    "hrs": 60,
    "day": 1440,
    "days": 1440,
    "week": 10080,
    "weeks": 10080,
    "month": 43800,
    "months": 43800,
    "year": 525600,
    "years": 525600,
}
"""In minutes."""

MONEY = words("$ € £ ₽ dollars dollar euros euro pounds roubles rubles hryvnia hryvnias yuan yen lira")

MONTHS = words(
    """
    january february march april may june july august september october november december jan feb mar apr jun jul aug
    sep sept oct nov dec
    """
)

REFUTATIONS = (
    "deny",
    "denies",
    "denied",
    "denying",
    "denial",
    "refute",
    "refutes",
    "refuted",
    "debunk",
    "debunks",
    "debunked",
    "disprove",
    "disproved",
    "disproven",
    "dispel",
    "dispels",
    "false",
    "falsely",
    "fake",
    "faked",
    "hoax",
    "hoaxes",
    "hoaxed",
    "bogus",
    "untrue",
    "rubbish",
    "nonsense",
    "baseless",
    "unfounded",
    "groundless",
    "fabricated",
    "fabrication",
    "myth",
    "satire",
    "satirical",
    "prank",
    "inaccurate",
    "incorrect",
    "misleading",
    "dismiss",
    "dismisses",
    "dismissed",
    "no truth",
    "no evidence",
    "not true",
    "never happened",
    "made up",
    "did not happen",
    "not a thing",
    "erroneous",
    "misinformation",
    "exaggerated",
    "retracted",
    "disputed",
    "rebuts",
    "rebutted",
)
"""Words by which one side says that what the other says is not so."""

LOOSE_ADVERBS = words("actually really literally exactly necessarily immediately likely personally yet ever even so")
"""Words between a negation and what it denies."""

DETERMINERS = words("no none neither nor")
"""Negations that deny a thing together with what is said of it: "no child was kidnapped" denies no child."""

NEGATIONS = words(
    """
    no not never none nobody nothing neither nor cannot
    isn't aren't wasn't weren't don't doesn't didn't won't wouldn't can't couldn't shouldn't hasn't haven't hadn't ain't
    """
)

NO_NEGATIONS = (
    "not only",
    "not just",
    "not least",
    "no longer",
    "no doubt",
    "no fewer",
    "no less",
    "no more",
    "not more",
    "not less",
    "not yet",
    "nothing but",
    "not quite",
)
"""Beginnings that look like a negation and are none, or say something else."""

OPPOSITES = (
    ("unilaterally|unilateral", "each side|each|both sides|swap|exchange|in return|mutual|reciprocal|n for n"),
    ("destroyed", "damaged|will be repaired"),
    ("beyond repair", "will be repaired"),
    ("accepted", "rejected"),
    ("agreed", "refused|rejected|failed to agree"),
    ("approved", "rejected|vetoed"),
    ("agree", "refuse|reject"),
    ("kidnapped|abducted|forcibly removed|deported|stolen", "evacuated|rescued|saved"),
    ("forced|forcibly", "voluntary|voluntarily"),
    ("rose|rise|rises|risen|increase|increased", "fell|fall|falls|fallen|decrease|decreased|dropped|declined"),
    ("won|win|wins|victory", "lost|lose|loses|defeat"),
    ("alive|survived|survives", "dead|died|killed"),
    ("success|successful|succeeded", "failure|failed|unsuccessful"),
    ("allowed|permitted|legal", "banned|forbidden|prohibited|illegal"),
    ("guilty|convicted", "innocent|acquitted|cleared"),
    ("support|supports|backs|backed", "oppose|opposes|opposed"),
    ("released|freed", "detained|jailed"),
    ("captured|seized", "repelled"),
    ("advanced", "retreated|withdrew"),
    ("deliberate|deliberately|intentional", "accident|accidental|accidentally"),
    ("possible", "impossible"),
    ("included", "excluded"),
)
"""Words left and right of a line cannot both hold of one thing. "n for n" stands for "6,000 for 6,000"."""

PAIRINGS = (
    "each",
    "each side",
    "both sides",
    "apiece",
    "a side",
    "per side",
    "swap",
    "exchange",
    "n for n",
    "in total",
    "unilaterally",
)
"""Words that tell figures counted both ways from figures counted one way: 12,000 is 6,000 from each side."""

TIME_WORDS = words("next last this monday tuesday wednesday thursday friday saturday sunday today tomorrow yesterday")
"""Words behind a number that count nothing."""

ORDINALS = words("first second third fourth fifth sixth seventh eighth ninth tenth")
