"""The articles written by hand, whole, in markup: `written/*.txt`, a desk a file."""

import re
from collections.abc import Iterator
from pathlib import Path

from training.sentences.banks import HERE
from training.sentences.markup import Row, attributions, read_markup

_HEAD = re.compile(r"^=== (?P<id>\S+)\n", re.MULTILINE)


def read_written(folder: Path = HERE / "written") -> Iterator[Row]:
    """Each with `id` ("desk/number"), `text`, `attributions`; raises ValueError, with the id, for broken markup."""
    for path in sorted(folder.glob("*.txt")):
        _, *parts = _HEAD.split(path.read_text(encoding="utf-8"))
        for name, passage in zip(parts[::2], parts[1::2], strict=True):
            try:
                marked = read_markup(passage.strip("\n"))
                yield {"id": f"{path.stem}/{name}", "text": marked.text, "attributions": attributions(marked)}
            except ValueError as error:
                message = f"{path.name}: {name}: {error}"
                raise ValueError(message) from error


def main() -> None:
    articles = list(read_written())
    words = sum(len(str(article["text"]).split()) for article in articles)
    print(f"{len(articles)} articles, {words} words, {sum(len(a['attributions']) for a in articles)} attributions")


if __name__ == "__main__":
    main()
