"""Several scenarios side by side."""
from typing import Any, Dict, List, Optional, Sequence

import numpy as np

from ._java import java
from ._run import Run, solve
from ._scenario import Scenario


class Comparison:
    """Runs of several scenarios over the same time; ``comparison["knockout"]`` is the run of that label."""

    def __init__(self, runs: List[Run], baselines: List[Scenario]):
        self.runs, self._scenarios = runs, baselines

    def __getitem__(self, label: str) -> Run:
        return next(one for one in self.runs if one.label == label)

    def to_pandas(self, readout: str = "mood", at_hours: Sequence[float] = (2, 24, 168)) -> Any:
        """One row per scenario: untreated value and value at each time (h) within the run, in the unit of the readout.

        With parameter sets, for each time also ``low 90`` and ``high 90``, between which 90 % of them lie, and the
        ``share of sets`` in [0, 1] that say the same of the change from the untreated value: a rise, a fall, or one of
        less than 10 %, as in the findings.
        """
        import pandas

        end = self.runs[0].times[-1]
        rows = []
        for one, scenario in zip(self.runs, self._scenarios):
            row = {"untreated": scenario.baseline(readout)}
            for hours in (h for h in at_hours if h <= end):
                row[f"{hours:g} h"] = one.at(readout, hours)
                if one.sets is not None:
                    row.update({f"{hours:g} h {name}": value
                                for name, value in _of_sets(one, readout, hours, row["untreated"]).items()})
            rows.append(row)
        return pandas.DataFrame(rows, index=[one.label for one in self.runs])

    def plot(self, readout: str = "mood", ax: Any = None) -> Any:
        """Draws a readout of every run into one matplotlib ``Axes``, which is returned to be restyled."""
        for one in self.runs:
            ax = one.plot(readout, ax=ax)
        ax.legend()
        return ax

    def _repr_html_(self) -> str:
        return self.to_pandas()._repr_html_()


def compare(scenarios: Sequence[Scenario], labels: Optional[Sequence[str]] = None, days: float = 7,
            every_minutes: float = 10, sets: int = 0, ensemble: Optional[str] = None, progress: bool = True) -> Comparison:
    """Runs scenarios side by side; labels default to genotype and treatment and must differ.

    days, every_minutes, sets, ensemble: as of ``run``.
    """
    labels = [f"{one.genotype}, {one.treatment}" for one in scenarios] if labels is None else list(labels)
    if not scenarios or len(labels) != len(scenarios) or len(set(labels)) != len(labels):
        raise ValueError(f"needs one label, all different, for each of at least one scenario, but got {labels}")
    runs = solve([one.java() for one in scenarios], labels, days, every_minutes, sets=sets, ensemble=ensemble,
                 progress=progress)
    return Comparison(runs, list(scenarios))


def _of_sets(one: Run, readout: str, hours: float, untreated: float) -> Dict[str, float]:
    """What the parameter sets say at a time (h), by the names of the columns."""
    values, rest = one.sets.at(readout, hours), one.sets.untreated(readout)
    if not len(values):
        return {"low 90": np.nan, "high 90": np.nan, "share of sets": np.nan}
    low, high = np.quantile(values, (0.05, 0.95))
    same = _called(values, rest) == _called(np.array(one.at(readout, hours)), np.array(untreated))
    return {"low 90": low, "high 90": high, "share of sets": float(np.mean(same))}


def _called(values: np.ndarray, untreated: np.ndarray) -> np.ndarray:
    """1 a rise, -1 a fall, 0 less than what findings call a change."""
    least = float(java("evidence.JudgementBounds").LEAST_CHANGE)
    return np.where(np.abs(values - untreated) >= least * np.abs(untreated), np.sign(values - untreated), 0)
