"""Published findings against the model."""
from typing import Any, Mapping, Optional

from ._errors import java_errors
from ._java import interruptible, java, path, table
from ._scenario import parameter_set


class Findings:
    """What the model says of each finding; ``passed`` and ``failed`` count them."""

    def __init__(self, report: Any):
        self._report = report
        self.passed, self.failed = int(report.passed()), int(report.failed())

    def to_pandas(self) -> Any:
        """One row per finding: its words, the simulated numbers, verdict and reason."""
        return table(self._report.table())

    def __repr__(self) -> str:
        return str(self._report.summary())

    def _repr_html_(self) -> str:
        return self.to_pandas()[["id", "readout", "expected", "verdict", "reason"]]._repr_html_()


def findings(file: Optional[str] = None, parameters: Optional[Mapping[str, float]] = None) -> Findings:
    """Evaluates the published findings, or those of a CSV file of the same columns; seconds of work.

    parameters: numbers to change, as of ``Scenario``. Raises ``InputError`` naming file, line and column.
    """
    with java_errors():
        kind = java("evidence.FindingFile")
        read = kind.published() if file is None else kind.read(path(file))
        evaluator = java("evidence.FindingsEvaluator").standard().withParameters(parameter_set(parameters or {}))
        return Findings(interruptible(lambda: evaluator.evaluate(read)))
