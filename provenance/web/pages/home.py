"""Home: what came in."""

from fastapi import APIRouter, Response

from provenance.services import article_to_dict, list_articles
from provenance.web.desk import Here

router = APIRouter()


@router.get("/")
def home(desk: Here) -> Response:
    articles = list_articles(desk.settings, desk.now)[:20]
    return desk.show("home.html", {"articles": [article_to_dict(row) for row in articles]})
