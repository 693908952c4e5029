"""One run: every readout at the sample times."""
from typing import Any, Dict, List, Mapping, Optional, Sequence, Union

import numpy as np

from ._ensemble import BANDS, Sets, parameter_sets, solve_sets
from ._errors import InputError, java_errors
from ._java import doubles, interruptible, java
from ._scenario import Scenario


class Run:
    """Readouts of a run as arrays of one number per sample time.

    ``times``: hours, ascending, shape (samples,); ``run["mood"]``: shape (samples,), in the unit ``run.units["mood"]``.
    ``sets``: the same under the parameter sets that agree with the findings, where they were asked for.
    """

    def __init__(self, times: np.ndarray, columns: Mapping[str, np.ndarray], units: Mapping[str, str], label: str,
                 sets: Optional[Sets] = None):
        self.times, self.units, self.label, self.sets = times, dict(units), label, sets
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

    def bands(self, readout: str = "mood", shares: Sequence[float] = BANDS) -> Any:
        """Where a readout lies over the parameter sets: a ``pandas.DataFrame`` of shape (samples, shares).

        Indexed by hours, one column per share of the sets that lie below, each in [0, 1]; in the unit of the readout.
        Raises ``InputError`` where the run was made without ``sets``.
        """
        if self.sets is None:
            raise InputError("bands: this run has no parameter sets; ask for them, as in run(.., sets=100)")
        return self.sets.bands(readout, shares)

    def to_pandas(self) -> Any:
        """A ``pandas.DataFrame`` of shape (samples, readouts), indexed by hours; units in ``attrs["units"]``."""
        import pandas

        frame = pandas.DataFrame(self._columns, index=pandas.Index(self.times, name="hours"))
        frame.attrs["units"] = self.units
        return frame

    def plot(self, readout: str = "mood", ax: Any = None, **style: Any) -> Any:
        """Draws a readout over days, with 50 and 90 % of the parameter sets around; returns the matplotlib ``Axes``."""
        if ax is None:
            import matplotlib.pyplot as plt

            ax = plt.figure().add_subplot()
        line, = ax.plot(self.times / 24, self[readout], **{"label": self.label, **style})
        if self.sets is not None and self.sets.size:
            ends = self.bands(readout).to_numpy().T
            for low, high in ((0, 4), (1, 3)):
                ax.fill_between(self.sets.times / 24, ends[low], ends[high], color=line.get_color(), alpha=0.15, linewidth=0)
        ax.set_xlabel("time (d)")
        unit = self.units[readout]
        ax.set_ylabel(readout if unit == "1" else f"{readout} ({unit})")
        return ax

    def __repr__(self) -> str:
        return f"Run({self.label!r}, {len(self.times)} samples, {self.times[0]:g} to {self.times[-1]:g} h)"

    def _repr_html_(self) -> str:
        return self.to_pandas().iloc[:: max(1, len(self.times) // 10)]._repr_html_()


def run(scenario: Union[str, Scenario], days: Optional[float] = None, every_minutes: Optional[float] = None,
        tolerance: float = 1e-6, sets: int = 0, ensemble: Optional[str] = None, progress: bool = True) -> Run:
    """Solves a scenario, or the preset of that name, and returns every readout.

    days: end of the run, > 0 (default 7, or what the preset says); every_minutes: between samples (default 10, or what
    the preset says); tolerance: relative error per step, in [1e-15, 0.1]; sets: how many of the parameter sets that agree
    with the findings it is solved under as well, 0 or >= 2 (a relative error of 1e-4), of the CSV file ``ensemble`` or those
    that ship. Raises ``InputError`` or ``SolveError``.
    """
    if isinstance(scenario, str):
        with java_errors():
            file = java("io.ScenarioFile").preset(scenario)
        subject, label = file.scenario(), scenario
        days = float(file.durationDays()) if days is None else days
        every_minutes = float(file.sampleEveryMinutes()) if every_minutes is None else every_minutes
    else:
        subject, label = scenario.java(), f"{scenario.genotype}, {scenario.treatment}"
    return solve([subject], [label], 7 if days is None else days, 10 if every_minutes is None else every_minutes, tolerance,
                 sets, ensemble, progress)[0]


def solve(subjects: Sequence[Any], labels: Sequence[str], days: float, every_minutes: float, tolerance: float = 1e-6,
          sets: int = 0, ensemble: Optional[str] = None, progress: bool = True) -> List[Run]:
    """Solves Java scenarios, each from its first dose, or 0, to the end; under parameter sets all over the same time."""
    drawn = parameter_sets(sets, ensemble) if sets or ensemble else None
    names = {str(readout.name()): readout for readout in java("model.Readout").all()}
    units = {name: str(readout.unit()) for name, readout in names.items()}
    runs = []
    with java_errors():
        starts = [min(0.0, float(subject.treatment().firstHours())) for subject in subjects]
        sampling = java("dynamics.Sampling").everyMinutes(float(every_minutes))
        solver = java("solver.Solvers").standard(float(tolerance))
        for subject, label, start in zip(subjects, labels, starts):
            span = java("dynamics.TimeSpan").hours(start, 24 * float(days))
            trajectory = interruptible(lambda: solver.solve(subject.instantiate(0), span, sampling))
            series: Dict[str, np.ndarray] = {name: doubles(one.series(trajectory)) for name, one in names.items()}
            runs.append(Run(doubles(trajectory.timesHours()), series, units, label))
        if drawn is not None:
            whole_span = java("dynamics.TimeSpan").hours(min(starts), 24 * float(days))
            for run_of, of in zip(runs, solve_sets(subjects, drawn, whole_span, sampling, progress)):
                run_of.sets = of
    return runs


def presets() -> List[str]:
    """Names of the experiments that ship."""
    return [str(name) for name in java("io.ScenarioFile").presets()]


def readouts() -> Dict[str, str]:
    """Unit of every readout by its name."""
    return {str(readout.name()): str(readout.unit()) for readout in java("model.Readout").all()}
