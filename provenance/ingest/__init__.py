"""The edge where articles come in: paths, standard input, addresses and pages become Articles.

The text of an Article is what its author wrote: decoded, line ends as "\\n", and else untouched. Pages go through
trafilatura, see `body`.
"""

from provenance.ingest.dates import parse_day
from provenance.ingest.files import ARTICLE_SUFFIXES, find_articles
from provenance.ingest.lines import Line, holds_many, read_lines
from provenance.ingest.lists import OutletList, read_list
from provenance.ingest.material import LIMIT
from provenance.ingest.options import ReadOptions
from provenance.ingest.reading import read_article, read_article_of
from provenance.ingest.web_address import split_host

__all__ = [
    "ARTICLE_SUFFIXES",
    "LIMIT",
    "Line",
    "OutletList",
    "ReadOptions",
    "find_articles",
    "holds_many",
    "parse_day",
    "read_article",
    "read_article_of",
    "read_lines",
    "read_list",
    "split_host",
]
