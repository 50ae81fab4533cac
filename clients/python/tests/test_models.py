"""The models of the document, which are many."""

import subprocess
import sys

import pytest

from parley_client.generated import models

LOADED = """
import sys
import parley_client.realtime
print([name for name in sys.modules if name.startswith("parley_client.generated.models.admin_")])
"""


def test_a_program_loads_no_model_that_it_does_not_use() -> None:
    said = subprocess.run([sys.executable, "-c", LOADED], capture_output=True, text=True, check=True)
    assert said.stdout == "[]\n"


def test_every_model_is_there_by_its_name() -> None:
    assert len(models.__all__) > 300
    assert [getattr(models, name).__name__ for name in models.__all__] == list(models.__all__)
    assert set(dir(models)) == set(models.__all__)


def test_what_is_no_model_is_not_there() -> None:
    with pytest.raises(ImportError, match="Massage"):
        from parley_client.generated.models import Massage  # noqa: F401
