"""Parameter sets that agree with the findings, and runs under all of them."""
from typing import Any, List, Optional, Sequence

import numpy as np

from ._errors import java_errors
from ._java import counted, doubles, java, path, whole, workers

BANDS = (0.05, 0.25, 0.5, 0.75, 0.95)
"""Ends of the band of 90 % of the sets, of that of 50 %, and the median."""


def ensemble(file: Optional[str] = None, sets: Optional[int] = None) -> Any:
    """The parameter sets that ship, or those of a CSV file of the same form: a ``pandas.DataFrame`` (sets, numbers).

    sets: how many, evenly spread over all, >= 2 (default: all). Each number in its unit, named as in
    ``capgate.parameters()``. Raises ``InputError`` naming file, line and column.
    """
    import pandas

    drawn = parameter_sets(100_000 if sets is None else sets, file)
    return pandas.DataFrame({str(name): doubles(drawn.values(name)) for name in drawn.numbers()})


def parameter_sets(sets: int, file: Optional[str]) -> Any:
    """A Java ``ParameterEnsemble`` of at most so many sets."""
    most = whole("sets", sets, 2, 100_000)
    with java_errors():
        kind = java("uncertainty.ParameterEnsemble")
        return (kind.standard() if file is None else kind.read(path(file))).thinned(most)


class Sets:
    """One scenario under many parameter sets; those under which it has no solution are left out.

    ``times``: hours, shape (samples,); ``members``: which sets of the ensemble have a solution, shape (size,);
    ``failures``: why the others have none.
    """

    def __init__(self, experiment: Any, failures: Sequence[str]):
        self._experiment = experiment
        self.times = doubles(experiment.timesHours())
        self.members = np.array([int(one) for one in experiment.members()], dtype=int)
        self.size, self.failures = len(self.members), list(failures)

    def bands(self, readout: str, shares: Sequence[float] = BANDS) -> Any:
        """Quantiles of a readout over the sets: a ``pandas.DataFrame`` of shape (samples, shares), indexed by hours."""
        import jpype
        import pandas

        with java_errors():
            asked = jpype.JArray(jpype.JDouble)([float(share) for share in shares])
            ends = self._experiment.quantiles(java("model.Readout").named(readout), asked)
        columns = {float(share): doubles(end) for share, end in zip(shares, ends)}
        return pandas.DataFrame(columns, index=pandas.Index(self.times, name="hours"))

    def at(self, readout: str, hours: float) -> np.ndarray:
        """A readout by set at a time, on the straight line between samples; shape (size,)."""
        with java_errors():
            of = java("model.Readout").named(readout)
        if not self.size:
            return np.empty(0)
        place = np.interp(hours, self.times, np.arange(len(self.times)))
        low, high = (doubles(self._experiment.values(of, int(sample))) for sample in (np.floor(place), np.ceil(place)))
        return low + (place - np.floor(place)) * (high - low)

    def untreated(self, readout: str) -> np.ndarray:
        """A readout in the settled untreated state, by set; shape (size,)."""
        with java_errors():
            return doubles(self._experiment.untreated(java("model.Readout").named(readout)))

    def __repr__(self) -> str:
        return f"Sets({self.size} parameter sets, {len(self.failures)} without a solution)"


def solve_sets(scenarios: Sequence[Any], drawn: Any, span: Any, sampling: Any, progress: bool) -> List[Sets]:
    """Java scenarios under every set of a Java ``ParameterEnsemble``, all readouts kept."""
    import jpype

    plan = (java("uncertainty.EnsembleRuns").of(jpype.java.util.ArrayList(list(scenarios)), drawn)
            .reading(java("model.Readout").all()))
    solver = java("solver.Solvers").rodas4(1e-4)  # bands are wider than its error by far
    with java_errors():
        runs = counted("parameter sets", int(drawn.size()),
                       lambda step: plan.solve(solver, span, sampling, workers(), step), progress)
    return [Sets(runs.experiment(i), [str(one.reason()) for one in runs.failures() if int(one.experiment()) == i])
            for i in range(len(scenarios))]
