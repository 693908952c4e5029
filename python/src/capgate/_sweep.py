"""One number varied."""
from typing import Any, Iterable, Sequence

from ._run import run
from ._scenario import Scenario


def sweep(scenario: Scenario, number: str, values: Iterable[float], readouts: Sequence[str] = ("mood",),
          at_hours: float = 24, progress: bool = True) -> Any:
    """Readouts at a time (h) for each value of a number of ``capgate.parameters()``.

    Returns a ``pandas.DataFrame`` indexed by the values, one column per readout. Shows progress where tqdm is present;
    an interrupt between two runs ends it.
    """
    import pandas

    values = [float(value) for value in values]
    rows = []
    for value in _shown(values, progress):
        changed = scenario.with_(parameters={number: value})
        solved = run(changed, days=max(at_hours, 1) / 24, every_minutes=max(0.1, min(60.0, 60 * at_hours)))
        rows.append({name: solved.at(name, at_hours) for name in readouts})
    return pandas.DataFrame(rows, index=pandas.Index(values, name=number))


def _shown(values: Sequence[float], progress: bool) -> Iterable[float]:
    if progress:
        try:
            from tqdm.auto import tqdm

            return tqdm(values, leave=False)
        except ImportError:
            pass
    return values
