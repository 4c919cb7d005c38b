"""What the API takes and gives, as its description shows it."""

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, model_validator

_TEXT = "TASS reported on Monday that 339 children would return. The mayor denied it, a source told Reuters."

LARGEST = 10_000_000
"""Characters."""


Text = Annotated[str, Field(min_length=1, max_length=LARGEST)]
Address = Annotated[str, Field(max_length=2000, pattern="^[Hh][Tt][Tt][Pp][Ss]?://")]
Line = Annotated[str, Field(max_length=500)]
Short = Annotated[str, Field(max_length=100)]


class NewArticle(BaseModel):
    """One of `text`, `html` and `url` is the article; beside a text or a page `url` says where it was published."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={
            "anyOf": [{"required": ["text"]}, {"required": ["html"]}, {"required": ["url"]}],
            "examples": [
                {"text": _TEXT, "title": "Talks end", "outlet": "The Dale Gazette", "published": "2025-06-02"},
                {"url": "https://example.org/news/talks"},
            ],
        },
    )

    text: Text | None = Field(None, description="Its words, an empty line between paragraphs.")
    html: Text | None = Field(None, description="A page of HTML; the article is found in it.")
    url: Address | None = Field(
        None, description="Where it was published; without text or html it is fetched from there."
    )
    title: Line | None = None
    outlet: Line | None = Field(None, description="Who published it: an id, a name or a domain; any name will do.")
    published: Short | None = Field(None, description="The day, as in 2025-06-02.")
    language: Short | None = Field(None, description="ISO 639-1, as in en, where it is not found rightly.")

    @model_validator(mode="after")
    def _is_one(self) -> "NewArticle":
        if self.text and self.html:
            raise ValueError("give text or html, not both")
        if not self.text and not self.html and not self.url:
            raise ValueError("there is no article in it; give text, html or url")
        return self


class Error(BaseModel):
    status: Annotated[int, Field(examples=[422])]
    title: Annotated[str, Field(examples=["This cannot be understood"])]
    message: Annotated[str, Field(examples=["date: 'yesterday' is no day of the calendar; write it as 2025-06-02"])]


class ErrorAnswer(BaseModel):
    """Every error has this form."""

    error: Error


class JobFacts(BaseModel):
    id: Annotated[int, Field(examples=[12])]
    name: str
    made_by: str | None
    made_at: str
    over: Annotated[bool, Field(description="Nothing more happens by itself.")]
    items: int
    waiting: int
    reading: int
    done: int
    failed: int


class JobItemFacts(BaseModel):
    number: int
    kind: Literal["text", "page", "address", "file", "line"]
    name: str
    size: Annotated[int, Field(description="Bytes.")]
    state: Literal["waiting", "reading", "done", "failed"]
    changed_at: str
    outcome: Literal["new", "revised", "unchanged"] | None
    claims: int | None
    article: Annotated[str | None, Field(description="Its id; `/api/articles/{id}/report` is its report.")]
    reason: Annotated[str | None, Field(description="Why it failed.")]
    kept: Annotated[bool, Field(description="What was put in is still there: it can be tried again.")]


class PageFacts(BaseModel):
    number: int
    size: int
    total: int


class JobAnswer(BaseModel):
    job: JobFacts
    items: list[JobItemFacts]
    page: PageFacts


class ReportAnswer(BaseModel):
    """Schema 1 of the report; docs/report.schema.json describes every part. Keys may be added, none is removed."""

    model_config = ConfigDict(extra="allow")

    schema_: Annotated[Literal[1], Field(alias="schema")]
    article: Annotated[dict[str, Any], Field(examples=[{"id": "a0123456789ab", "title": "Talks end", "url": None}])]
    findings: Annotated[
        list[dict[str, Any]],
        Field(description="Each claim: its words and their places, its chain, its relations, its cautions."),
    ]
    outlets: list[dict[str, Any]]
    circles: list[dict[str, Any]]
    totals: dict[str, Any]
    compared_with: int
    limits: list[str]
    made_with: dict[str, Any]
