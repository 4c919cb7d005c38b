"""The API as its own description has it: whatever is sent, no answer is a server error or one that is not described."""

from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis.strategies import one_of
from schemathesis.generation import GenerationMode
from schemathesis.specs.openapi.checks import positive_data_acceptance

from provenance.settings import Settings
from provenance.web import DeskOptions, make_desk
from tests.web.conftest import NOW

ADDRESS = "http://127.0.0.1:8000"
OPERATIONS = ("POST /api/articles", "GET /api/jobs/{number}", "GET /api/articles/{article}/report")

# What schemathesis itself does is not ours to mend.
pytestmark = pytest.mark.filterwarnings("default")


@pytest.fixture(scope="module")
def operations(tmp_path_factory: pytest.TempPathFactory, filled: bytes) -> dict[str, Any]:
    path = tmp_path_factory.mktemp("described") / "store.sqlite3"
    path.write_bytes(filled)
    app = make_desk(DeskOptions(settings=Settings(database=str(path), named=True), clock=lambda: NOW))
    schema = schemathesis.openapi.from_asgi("/api/openapi.json", app, headers={"Host": ADDRESS.partition("//")[2]})
    return {each.ok().label: each.ok() for each in schema.get_all_operations()}


def test_every_operation_of_the_description_is_tried(operations: dict[str, Any]) -> None:
    assert sorted(operations) == sorted(OPERATIONS)


@pytest.mark.parametrize("name", OPERATIONS)
def test_no_answer_is_a_mistake_of_the_server_or_is_not_described(operations: dict[str, Any], name: str) -> None:
    operation = operations[name]
    cases = [operation.as_strategy(generation_mode=mode) for mode in (GenerationMode.POSITIVE, GenerationMode.NEGATIVE)]

    @given(one_of(cases))
    @settings(
        max_examples=60,
        deadline=None,
        derandomize=True,
        database=None,
        phases=[Phase.explicit, Phase.generate, Phase.shrink],
        suppress_health_check=list(HealthCheck),
    )
    def tried(case: Any) -> None:
        # What a day of the calendar is, and that an article has a text in a language that is read, no schema says.
        case.call_and_validate(base_url=ADDRESS, excluded_checks=[positive_data_acceptance])

    tried()
