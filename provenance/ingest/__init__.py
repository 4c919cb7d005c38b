"""The edge where articles come in: paths, standard input, addresses and pages become Articles.

The text of an Article is what its author wrote: decoded, line ends as "\\n", and else untouched. Pages go through
trafilatura, see `body`.
"""

from provenance.ingest.archives import LARGEST_UNPACKED, MOST_ENTRIES, Entry, is_archive, read_archive
from provenance.ingest.calling import first_words
from provenance.ingest.dates import parse_day
from provenance.ingest.files import ARTICLE_SUFFIXES, find_articles
from provenance.ingest.lines import Line, holds_many, lines_of, read_lines
from provenance.ingest.lists import OutletList, read_list
from provenance.ingest.material import LIMIT, Material, shown, size, too_large
from provenance.ingest.options import ReadOptions
from provenance.ingest.page import one_line
from provenance.ingest.plain import checked_url
from provenance.ingest.publisher import outlet_or_name
from provenance.ingest.reading import read_article, read_article_of, read_fetched, read_given
from provenance.ingest.web_address import split_host

__all__ = [
    "ARTICLE_SUFFIXES",
    "LARGEST_UNPACKED",
    "LIMIT",
    "MOST_ENTRIES",
    "Entry",
    "Line",
    "Material",
    "OutletList",
    "ReadOptions",
    "checked_url",
    "find_articles",
    "first_words",
    "holds_many",
    "is_archive",
    "lines_of",
    "one_line",
    "outlet_or_name",
    "parse_day",
    "read_archive",
    "read_article",
    "read_article_of",
    "read_fetched",
    "read_given",
    "read_lines",
    "read_list",
    "shown",
    "size",
    "split_host",
    "too_large",
]
