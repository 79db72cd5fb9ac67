"""What every test stands on: no settings of the machine, and examples that repeat themselves."""

import os
import tempfile

import pytest
from hypothesis import HealthCheck, settings

settings.register_profile("dev", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile(
    "ci", derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("ci" if os.environ.get("CI") else "dev")


_CACHE = tempfile.TemporaryDirectory(prefix="dipltrack-cache-")
os.environ["XDG_CACHE_HOME"] = _CACHE.name  # indexes of test ledgers are no use to the user


@pytest.fixture(autouse=True)
def _no_settings_of_the_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in list(os.environ):
        if name.startswith("DIPLTRACK_") or name in {"NO_COLOR", "COLUMNS"}:
            monkeypatch.delenv(name)
