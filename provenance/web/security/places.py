"""Where a form may lead to: to a page of ours and nowhere else."""

from urllib.parse import urlsplit

HOME = "/"


def own_page(wanted: str | None) -> str:
    """The address if it is a path on this desk, else the first page. Browsers read a backslash as a slash, and leave
    out line breaks and tabs."""
    text = wanted or ""
    if not text.startswith("/") or text.startswith("//") or "\\" in text or not text.isprintable():
        return HOME
    parts = urlsplit(text)
    return text if not parts.scheme and not parts.netloc else HOME
