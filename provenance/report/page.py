"""A report as one self-contained HTML page: nothing is fetched, nothing in the article becomes markup."""

import base64
import hashlib
from collections.abc import Mapping
from functools import lru_cache

from jinja2 import DictLoader, Environment, StrictUndefined
from markupsafe import Markup

from provenance.model import Report
from provenance.report import wording
from provenance.report.address import web_address
from provenance.report.document import report_to_dict
from provenance.report.links import LinkTo, agent_of, link_nowhere
from provenance.report.plain import for_page
from provenance.report.views import view_report


def render_html(report: Report, templates: Mapping[str, str]) -> str:
    """The page. `templates` holds the files of report/templates by name: the caller reads them, the core opens no
    file. A Content-Security-Policy in the page lets nothing run or be drawn but its own style and script."""
    document = report_to_dict(report)
    style, script = templates["report.css"], templates["report.js"]
    return for_page(
        _compiled(tuple(sorted(templates.items())))
        .get_template("report.html")
        .render(
            document=document,
            view=view_report(document),
            style=Markup(style),  # noqa: S704 - ours, and the policy holds its digest
            script=Markup(script),  # noqa: S704
            policy=content_policy(style, script),
        )
    )


@lru_cache(maxsize=2)
def _compiled(templates: tuple[tuple[str, str], ...]) -> Environment:
    """Kept: where many reports are made, compiling the templates takes most of the time."""
    return make_environment(dict(templates))


def make_environment(templates: Mapping[str, str], link_to: LinkTo = link_nowhere) -> Environment:
    """`link_to` says where names lead."""
    environment = Environment(
        loader=DictLoader(templates), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    environment.globals.update(wording=wording, link_to=link_to, agent_of=agent_of)
    environment.filters["web_address"] = web_address
    return environment


def content_policy(style: str, script: str | None = None) -> str:
    """Lets nothing run or be drawn but this style and this script, where there is one."""
    return "; ".join(
        (
            "default-src 'none'",
            f"style-src '{_digest(style)}'",
            *([f"script-src '{_digest(script)}'"] if script else []),
            "img-src 'none'",
            "base-uri 'none'",
            "form-action 'none'",
        )
    )


def _digest(source: str) -> str:
    return f"sha256-{base64.b64encode(hashlib.sha256(source.encode()).digest()).decode()}"
