"""The thresholds by which wording is judged: visible, versioned, quoted in reports."""

POLICY = "matching-7"
"""Changes whenever a threshold, a weight or a list of this package changes."""

NEAR_KEYS = 12
LEAST_KEY = 4.0
COMPARED_WEIGHT = 9_000
CLOSE_DAYS = 14
"""Of a claim's stems so many, the rarest, but none that weighs less, are looked up among the claims of so many days
before and after. Two claims are compared when they share two of them or more that weigh this much together, in
thousandths: as two do of which each stands in one sentence of ninety. Pairs that share less are most of an archive, and
nearly all that agreed among them was wrong ("the nomination", "the nomination process") ..."""

FAR_WEIGHT = 12_000
COMPARED_DAYS = 90
"""... and further away, up to so many days, when they weigh this much together, as two do of which each stands in one
sentence of four hundred, or any three. Most of what is told of a happening is told within days, while the chance that
two of different ones share a few words grows with all that is looked at ..."""

RAREST_KEYS = 4
RAREST_SHARED = 3
"""... and, however long ago, when they share three of each other's four rarest stems: what is told again years later in
like words is found."""

LEAST_SIMILARITY = 0.10
"""Below it two claims have nothing in common worth keeping: of the pairs of different happenings among a million made
claims that lie above .08 a third lie above it, of three million pairs of one happening all but some thirty ..."""

FAR_SIMILARITY = 0.15
"""... nor below this where their articles were published more days apart than are close: in one campaign's archive no
claims agreed in between, and of what differed nothing was of one thing."""

EVENT_LINKAGE = 0.07
"""The mean similarity between two sets of claims from which on they speak of one happening."""

AGREEING_SIMILARITY = 0.30
"""From it on two claims say the same, unless something in them is opposed ..."""

COUNTED_SIMILARITY = 0.22
COMMON_COUNT = 12
"""... or from this on, where they give compatible figures of one thing, other than counts of no more than so many: "the
lesser of two evils" is said of many things ..."""

AGREEING_SUBSTANCE_LEAST = 0.30
AGREEING_SUBSTANCE_MOST = 0.50
"""... provided that of what either says, names aside, at least the first part stands in the other, and of one of them
at least the second: on pairs made for measuring it decides next to nothing, in an archive a quarter, rightly ..."""

AGREEING_NAMES = 0.25
"""... that this part of the names of both, weighed, is shared ..."""

AGREEING_OTHER_NAMES = 0.50
"""... or this, where either names somebody or some place that the other does not: "won in Ohio", "won in Texas" ..."""

AGREEING_WEIGHT = 10.0
"""... and that what they share weighs so much: "his candidacy" and "the candidacy" say nothing to agree on."""

CONTAINED_SUBSTANCE = 0.90
CONTAINED_STEMS = 3
CONTAINED_SIMILARITY = 0.15
"""A shorter claim that stands in a longer one to the first part, with so many stems, says the same from a lower
similarity on."""

AGREEING_LIKENESS = 0.94
LIKENESS_WEIGHT = 100.0
"""Two claims for which no figure vouches say the same only when they also put it alike: from this sum on of their
similarity, of the part of both sides' words, small ones too, that stands in both in the same order, and of what they
share in weight, in hundredths. In an archive of one matter a phrase stands in many claims, and what is said of it is in
the rest and in the order; the more and the rarer the words that are shared, the less need the rest be alike."""

UNCONFIRMED_CONTAINMENT = 0.75
"""A claim without the other's figures agrees with it when this part of what it says stands in the other."""

SET_SUBSTANCE = 0.30
"""A figure that hangs on a word which the other claim lacks ("returned 22") is held against one that hangs on none
("over 500 children") only from this similarity of what is said on."""

STATEMENT_LINKAGE = 0.12
"""The mean similarity of agreeing pairs from which on two sets of claims make one group; a pair that does not agree
counts nothing."""

DENIED_STEMS = 2
"""A denial denies a claim with which it shares this many stems: "not just a military effort" denies no helicopter."""

OPPOSED_SUBSTANCE = 0.20
OPPOSED_NAMES = 0.25
OPPOSED_LEAST = 0.40
"""What excludes each other must be said of one thing: names and figures aside, what is said must be at least so
similar, and so much of the names shared. Where words are opposites ("accepted", "rejected"), this part of either claim
must stand in the other ..."""

DENIED_PART = 0.50
DENIED_PART_BY_FEW = 0.75
DENIED_LEAST = 0.30
"""... and where one denies, the first part of one of them, the second where it shares the fewest stems, and the third
of the other: in an archive most denials deny something else."""

FIGURE_SUBSTANCE = 0.20
FIGURE_LEAST = 0.30
FIGURE_MOST = 0.35
FIGURE_NAMES = 0.25
"""Figures are of one thing from this similarity of what is said on, names and figures aside, where of that the first
part of either claim and the second of one of them stands in the other, and so much of the names is shared: two polls
give figures of two candidates in the same few words."""

MOMENT_PART = 0.60
MOMENT_NAMES = 0.50
"""Days, times and years are held against one another where this part of what either says stands in the other, and so
much of the names is shared: most claims of two days are of two happenings."""

SPELLING_SIMILARITY = 0.90
"""Jaro-Winkler: from it on two stems are taken for spellings of one word."""

SPELLED_STEM_LENGTH = 5
"""Shorter stems are never taken for spellings of one word."""

SAME_SENTENCE_WORDS = 6
SAME_SENTENCE = 0.90
"""Two claims that agree are one sentence from so many words in the shorter one on, where this part of both sides' words
stands in both in the same order: of ten words one may be another. Fewer words are said alike by chance."""

REPRINT_WORDS_LEAST = 24
"""Articles with fewer words are never judged word for word."""

REPRINT_VERBATIM = 0.45
"""The part of the shorter article's words that stand in the other, sentence by sentence, from which on it is a
reprint. Where a script had edited 60 % of the words, .58 and more still did; of 840 articles of one campaign and 90 of
one war, of those that were written apart and do not end alike no more than .41; of copies .79 and more."""

REPRINT_OPENING = 0.30
"""The same of the first half of the shorter article. Two stories of one agency may end on the same standing paragraphs,
two of one outlet on the same links: such pairs had .05 and less, a reprint with 60 % of its words edited .58 and more,
and a desk may put a long opening of its own on top."""

REPRINT_CLAIMS_LEAST = 3
"""Claims that must agree one by one before an article can be a reworded reprint."""

REPRINT_COVERAGE_SHORTER = 0.6
REPRINT_COVERAGE_LONGER = 0.4
"""The parts of either article's claims that must agree one by one."""

REPRINT_ORDER = 0.7
"""Kendall's tau between the two orders of the agreeing claims."""

ALIGNED = 0.50
"""The part of both sentences' words that stand in both in the same order from which on one is the other, changed."""

ALIGNED_GAIN = 0.05
"""So much more similar a pair of sentences must become by a neighbour for the neighbour to be part of it."""
