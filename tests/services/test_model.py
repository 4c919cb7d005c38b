"""The default language model is the one that was measured."""

import pytest

from provenance.errors import ModelError
from provenance.services.reading import check_model, load_reader
from provenance.settings import MODEL


def test_the_installed_model_is_the_one_expected() -> None:
    assert load_reader(MODEL).parser.meta["version"] == "3.8.0"


def test_another_model_under_its_name_is_refused() -> None:
    with pytest.raises(ModelError, match=r"ner/model has the digest .*; install .*==3\.8\.0 again"):
        check_model(b"something else")
