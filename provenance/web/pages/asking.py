"""What the pages of groups, outlets and speakers are asked with."""

from typing import Annotated

from fastapi import Form, Query
from pydantic import BaseModel

FURTHEST = 1_000_000
"""Pages: an offset beyond what a database counts is no question."""

PageNumber = Annotated[int, Query(alias="page", ge=1, le=FURTHEST, description="Counts from 1.")]
Words = Annotated[str | None, Query(max_length=200)]


class Reasoned(BaseModel):
    """Why, and by whom where the desk has no accounts."""

    why: Annotated[str, Form(max_length=2000)]
    by: Annotated[str, Form(max_length=200)] = ""
