"""Which addresses may become links."""

import re

_WEB = re.compile(r"https?://[^\s/]", re.IGNORECASE)
_UNSAFE = re.compile(r"[^!#$%&'()*+,\-./0-9:;=?@A-Z_a-z~\[\]]")


def web_address(url: str | None) -> str | None:
    """The address, safe within markup, None where it leads elsewhere than to the web: `javascript:` and `data:` too."""
    if url is None or not _WEB.match(url):
        return None
    return _UNSAFE.sub(_encoded, url)


def _encoded(match: re.Match[str]) -> str:
    return "".join(f"%{byte:02X}" for byte in match.group().encode("utf-8", "replace"))
