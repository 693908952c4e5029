"""How probable the results of experiments are."""
from typing import Any, Optional

from ._ensemble import parameter_sets
from ._errors import java_errors
from ._java import counted, java, path, workers


def predict(file: Optional[str] = None, sets: int = 100, ensemble: Optional[str] = None, progress: bool = True) -> Any:
    """Forecasts experiments in the words of the findings; without a CSV file of theirs, what nobody has measured.

    sets, ensemble: parameter sets that agree with the findings, as of ``run``. Returns a ``pandas.DataFrame``, one row per
    experiment: ``probability`` of what the row expects, ``probability_if_equations_hold``, and the ``share_of_sets`` under
    which it passes, all in [0, 1]; ``low_90``, ``median`` and ``high_90`` of the relative change over the sets (of a row
    with a value, of that number in its unit); ``information_bits`` that the result is expected to tell of the parameters;
    ``sets`` under which it could be simulated. Raises ``InputError`` naming file, line and column.
    """
    import pandas

    with java_errors():
        kind = java("evidence.FindingFile")
        asked = (kind.predictions() if file is None else kind.read(path(file))).findings()
        drawn = parameter_sets(sets, ensemble)
        evaluator, scatter = java("evidence.FindingsEvaluator").standard(), java("calibration.Scatter").published()
        forecast = counted(
            "parameter sets", int(drawn.size()),
            lambda step: java("calibration.Forecast").of(evaluator, drawn, asked, scatter, workers(), step), progress)
    return pandas.DataFrame([_row(row) for row in forecast.rows()])


def _row(row: Any) -> Any:
    finding, changes = row.finding(), row.changes()
    low, median, high = ((float(changes.get().at(share)) if changes.isPresent() else float("nan"))
                         for share in (0.05, 0.5, 0.95))
    return {"id": str(finding.id()), "genotype": str(finding.condition().genotype().text()),
            "treatment": str(finding.condition().treatment().text()), "readout": str(finding.readout().name()),
            "at_h": str(finding.at().word()), "expected": str(finding.expected().word()),
            "probability": float(row.probability()), "probability_if_equations_hold": float(row.byEquations()),
            "share_of_sets": float(row.shareOfSets()), "low_90": low, "median": median, "high_90": high,
            "information_bits": float(row.informationBits()), "sets": int(row.sets())}
