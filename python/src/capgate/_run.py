"""One run: every readout at the sample times."""
from typing import Any, Dict, List, Mapping, Optional, Union

import numpy as np

from ._errors import java_errors
from ._java import doubles, interruptible, java
from ._scenario import Scenario


class Run:
    """Readouts of a run as arrays of one number per sample time.

    ``times``: hours, ascending, shape (samples,); ``run["mood"]``: shape (samples,), in the unit ``run.units["mood"]``.
    """

    def __init__(self, times: np.ndarray, columns: Mapping[str, np.ndarray], units: Mapping[str, str], label: str):
        self.times, self.units, self.label = times, dict(units), label
        self._columns = dict(columns)

    def __getitem__(self, readout: str) -> np.ndarray:
        if readout not in self._columns:
            with java_errors():
                java("model.Readout").named(readout)
        return self._columns[readout]

    @property
    def readouts(self) -> List[str]:
        """Names of all readouts, as in findings."""
        return list(self._columns)

    def at(self, readout: str, hours: float) -> float:
        """Value at a time, on the straight line between samples."""
        return float(np.interp(hours, self.times, self[readout]))

    def to_pandas(self) -> Any:
        """A ``pandas.DataFrame`` of shape (samples, readouts), indexed by hours; units in ``attrs["units"]``."""
        import pandas

        frame = pandas.DataFrame(self._columns, index=pandas.Index(self.times, name="hours"))
        frame.attrs["units"] = self.units
        return frame

    def plot(self, readout: str = "mood", ax: Any = None, **style: Any) -> Any:
        """Draws a readout over days; returns the matplotlib ``Axes``."""
        if ax is None:
            import matplotlib.pyplot as plt

            ax = plt.figure().add_subplot()
        ax.plot(self.times / 24, self[readout], **{"label": self.label, **style})
        ax.set_xlabel("time (d)")
        unit = self.units[readout]
        ax.set_ylabel(readout if unit == "1" else f"{readout} ({unit})")
        return ax

    def __repr__(self) -> str:
        return f"Run({self.label!r}, {len(self.times)} samples, {self.times[0]:g} to {self.times[-1]:g} h)"

    def _repr_html_(self) -> str:
        return self.to_pandas().iloc[:: max(1, len(self.times) // 10)]._repr_html_()


def run(scenario: Union[str, Scenario], days: Optional[float] = None, every_minutes: Optional[float] = None,
        tolerance: float = 1e-6) -> Run:
    """Solves a scenario, or the preset of that name, and returns every readout.

    days: end of the run, > 0 (default 7, or what the preset says); every_minutes: between samples (default 10, or what
    the preset says); tolerance: relative error per step, in [1e-15, 0.1]. Raises ``InputError`` or ``SolveError``.
    """
    if isinstance(scenario, str):
        with java_errors():
            file = java("io.ScenarioFile").preset(scenario)
        subject, label = file.scenario(), scenario
        days = float(file.durationDays()) if days is None else days
        every_minutes = float(file.sampleEveryMinutes()) if every_minutes is None else every_minutes
    else:
        subject, label = scenario.java(), f"{scenario.genotype}, {scenario.treatment}"
    return solve(subject, label, 7 if days is None else days, 10 if every_minutes is None else every_minutes, tolerance)


def solve(subject: Any, label: str, days: float, every_minutes: float, tolerance: float = 1e-6) -> Run:
    """Solves a Java scenario from its first dose, or 0, to the end."""
    names = {str(readout.name()): readout for readout in java("model.Readout").all()}
    with java_errors():
        span = java("dynamics.TimeSpan").hours(min(0.0, float(subject.treatment().firstHours())), 24 * float(days))
        sampling = java("dynamics.Sampling").everyMinutes(float(every_minutes))
        solver = java("solver.Solvers").standard(float(tolerance))
        trajectory = interruptible(lambda: solver.solve(subject.instantiate(0), span, sampling))
        series: Dict[str, np.ndarray] = {name: doubles(one.series(trajectory)) for name, one in names.items()}
    return Run(doubles(trajectory.timesHours()), series, {n: str(r.unit()) for n, r in names.items()}, label)


def presets() -> List[str]:
    """Names of the experiments that ship."""
    return [str(name) for name in java("io.ScenarioFile").presets()]


def readouts() -> Dict[str, str]:
    """Unit of every readout by its name."""
    return {str(readout.name()): str(readout.unit()) for readout in java("model.Readout").all()}
