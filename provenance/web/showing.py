"""A document as a page, as JSON, as CSV: the same address, whatever form is asked for."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal

from fastapi import Request, Response
from jinja2 import Environment

from provenance.report import (
    articles_related,
    cut_around,
    diff_wording,
    for_page,
    make_environment,
    pictures,
    to_json,
    view_diff,
    view_relation,
    view_report,
)
from provenance.services import Table, csv_text, packaged_texts
from provenance.web.addresses import link_to

if TYPE_CHECKING:
    from provenance.web.desk import Desk

Form = Literal["html", "json", "csv"]
FORMS: dict[str, Form] = {"text/html": "html", "application/json": "json", "text/csv": "csv"}


API, API_PAGE = "/api/", "/api/docs"
"""What answers with JSON alone, and the one page among it."""


class Showing:
    """The templates: those of the desk under "desk/", and those of the report, whose parts the desk shares."""

    def __init__(self) -> None:
        own = {f"desk/{name}": text for name, text in packaged_texts("provenance.web", "templates").items()}
        templates = packaged_texts("provenance.report", "templates") | own
        self._environment: Environment = make_environment(templates, link_to)
        self._environment.globals.update(
            articles_related=articles_related,
            cut_around=cut_around,
            pictures=pictures,
            view_diff=view_diff,
            view_relation=view_relation,
            view_report=view_report,
            words=diff_wording,
        )

    def compile(self) -> None:
        """All templates, so that nobody waits for it."""
        for name in self._environment.list_templates(extensions=["html"]):
            self._environment.get_template(name)

    def page(
        self,
        template: str,
        document: Mapping[str, Any],
        desk: "Desk",
        status: int = 200,
        more: Mapping[str, Any] | None = None,
    ) -> Response:
        """Texts from outside lose what would break a page (control characters, lone surrogates)."""
        text = self._environment.get_template(f"desk/{template}").render(document=document, desk=desk, **(more or {}))
        return Response(
            for_page(text), status_code=status, media_type="text/html", headers={"Vary": "Accept, HX-Request"}
        )


def wanted_form(request: Request) -> Form:
    """`?format=` comes first; else what the Accept header names, HTML where it names that too or nothing of ours."""
    if request.url.path.startswith(API) and request.url.path != API_PAGE:
        return "json"
    asked = request.query_params.get("format")
    if asked in ("json", "csv", "html"):
        return FORMS[{"json": "application/json", "csv": "text/csv"}.get(asked, "text/html")]
    named = [part.partition(";")[0].strip().lower() for part in request.headers.get("accept", "").split(",")]
    return "html" if "text/html" in named else next((FORMS[name] for name in named if name in FORMS), "html")


def as_json(document: Mapping[str, Any], status: int) -> Response:
    return Response(
        to_json(document), status_code=status, media_type="application/json", headers={"Vary": "Accept, HX-Request"}
    )


def as_csv(table: Table) -> Response:
    headers = {"Content-Disposition": f'attachment; filename="{table.name}.csv"', "Vary": "Accept, HX-Request"}
    return Response(csv_text(table.columns, table.rows), media_type="text/csv; charset=utf-8", headers=headers)
