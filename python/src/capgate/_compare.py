"""Several scenarios side by side."""
from typing import Any, List, Optional, Sequence

from ._run import Run, run
from ._scenario import Scenario


class Comparison:
    """Runs of several scenarios over the same time; ``comparison["knockout"]`` is the run of that label."""

    def __init__(self, runs: List[Run], baselines: List[Scenario]):
        self.runs, self._scenarios = runs, baselines

    def __getitem__(self, label: str) -> Run:
        return next(one for one in self.runs if one.label == label)

    def to_pandas(self, readout: str = "mood", at_hours: Sequence[float] = (2, 24, 168)) -> Any:
        """One row per scenario: untreated value and value at each time (h) within the run, in the unit of the readout."""
        import pandas

        end = self.runs[0].times[-1]
        return pandas.DataFrame(
            [{"untreated": scenario.baseline(readout), **{f"{h:g} h": one.at(readout, h) for h in at_hours if h <= end}}
             for one, scenario in zip(self.runs, self._scenarios)], index=[one.label for one in self.runs])

    def plot(self, readout: str = "mood", ax: Any = None) -> Any:
        """Draws a readout of every run into one matplotlib ``Axes``, which is returned to be restyled."""
        for one in self.runs:
            ax = one.plot(readout, ax=ax)
        ax.legend()
        return ax

    def _repr_html_(self) -> str:
        return self.to_pandas()._repr_html_()


def compare(scenarios: Sequence[Scenario], labels: Optional[Sequence[str]] = None, days: float = 7,
            every_minutes: float = 10) -> Comparison:
    """Runs scenarios side by side; labels default to genotype and treatment and must differ."""
    labels = [f"{one.genotype}, {one.treatment}" for one in scenarios] if labels is None else list(labels)
    if not scenarios or len(labels) != len(scenarios) or len(set(labels)) != len(labels):
        raise ValueError(f"needs one label, all different, for each of at least one scenario, but got {labels}")
    runs = [run(one, days, every_minutes) for one in scenarios]
    for one, label in zip(runs, labels):
        one.label = label
    return Comparison(runs, list(scenarios))
