"""How far a long reading is: a bar on standard error, where somebody sits at the terminal."""

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.progress import Progress as Bar
    from rich.progress import TaskID

_MANY = 400
"""Files from which on a reading takes long enough for a bar."""

_STEPS = 100
"""So often the bar moves: to draw it at each of 10,000 files took a tenth of a first run."""


class Progress:
    """Is told how many things are done, and draws the bar; rich is loaded for a long work only.

    `told` says what is done, `many` from how many things on it takes long enough for a bar.
    """

    def __init__(self, told: str = "Reading the ledger", many: int = _MANY) -> None:
        self._told = told
        self._many = many
        self._step = -1
        self._bar: Bar | None = None
        self._task: TaskID | None = None

    def __call__(self, done: int, of: int) -> None:
        """Draws the bar, and takes it away at the end; things may be done many at a time."""
        step = done * _STEPS // max(of, 1)
        if of < self._many or step == self._step or not sys.stderr.isatty():
            return
        self._step = step
        if self._bar is None:
            self._begin(of)
        if self._bar is not None and self._task is not None:
            self._bar.update(self._task, completed=done)
            if done == of:
                self._bar.stop()
                self._bar, self._step = None, -1

    def _begin(self, of: int) -> None:
        from rich.console import Console
        from rich.progress import Progress as Bar

        self._bar = Bar(console=Console(stderr=True), transient=True, refresh_per_second=4)
        self._bar.start()
        self._task = self._bar.add_task(self._told, total=of)
        self._bar.refresh()  # at once, for the next drawing is a quarter of a second away
