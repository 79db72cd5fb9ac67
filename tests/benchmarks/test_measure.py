import sys

import pytest

from benchmarks.measure import Call, FailedRunError, Measured, Run, run_of


def python(program: str, **env: str) -> Call:
    return Call([sys.executable, "-c", program], env)


def test_a_run_that_fails_is_no_measurement_and_shows_what_was_said() -> None:
    with pytest.raises(FailedRunError, match="left with 7: no such ledger"):
        run_of(
            python("import sys; sys.stderr.write('no such ledger'); sys.exit(7)"), on_screen=False
        )


def test_on_a_screen_the_program_sees_a_terminal_of_its_own(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    program = (
        "import shutil, sys; sys.exit(f'{sys.stdout.isatty()} {shutil.get_terminal_size()[:]}')"
    )

    with pytest.raises(FailedRunError, match=r"True \(100, 30\)"):
        run_of(python(program), on_screen=True)


def test_elsewhere_it_sees_none() -> None:
    with pytest.raises(FailedRunError, match="left with 1: False"):
        run_of(python("import sys; sys.exit(f'{sys.stdout.isatty()}')"), on_screen=False)


def test_much_that_is_shown_does_not_stop_it() -> None:
    run = run_of(python("print('x' * 2_000_000)"), on_screen=True)

    assert run.mib > 0


def test_what_a_call_needs_of_the_environment_is_there() -> None:
    with pytest.raises(FailedRunError, match="left with 1: here"):
        run_of(python("import os, sys; sys.exit(os.environ['W'])", W="here"), on_screen=False)


def test_the_least_is_told_and_the_median() -> None:
    measured = Measured((Run(30, 3, 1), Run(10, 1, 2), Run(20, 2, 3)))

    assert (measured.ms, measured.median_ms, measured.cpu_ms, measured.mib) == (10, 20, 1, 2)
