"""Where a finding holds."""
from typing import Any, Optional, Sequence, Union

from ._errors import InputError, java_errors
from ._java import counted, doubles, java, path, place, strings, whole, workers
from ._scenario import parameter_set

_TOLERANCE = 1e-4  # as of the command line


class Region:
    """The values of one or two numbers for which the model shows a finding.

    ``share`` of the plausible ranges in which it does; ``shown_now``: whether it does with the shipped numbers, and
    ``to_border``: how far these are from the border, as a share of the ranges (NaN where there is none).
    """

    def __init__(self, region: Any, verdict: Any):
        import jpype

        self._region = region
        self._names = [str(one.name()) for one in region.ranges()]
        here = jpype.JArray(jpype.JDouble)([float(one.value()) for one in region.ranges()])
        way = region.toBorder(here)
        self.share, self.shown_now = float(region.share()), bool(verdict.holdsAt(here))
        self.to_border = float(way.get().share()) if way.isPresent() else float("nan")

    def to_pandas(self) -> Any:
        """One row per point of the grid: the numbers, each in its unit, and whether the finding is ``shown``."""
        import pandas

        points = [doubles(self._region.point(i)) for i in range(int(self._region.size()))]
        frame = pandas.DataFrame(points, columns=self._names)
        return frame.assign(shown=[bool(self._region.holdsAt(i)) for i in range(len(points))])

    def border(self) -> Any:
        """The border: of one number a row per point, of two a row per end of a straight ``piece``, numbers in their units."""
        import pandas

        rows = []
        for number, piece in enumerate(self._region.border()):
            for end in (piece.from_(), piece.to()) if len(self._names) == 2 else (piece.from_(),):
                rows.append([number, *doubles(self._region.values(end))])
        return pandas.DataFrame(rows, columns=["piece", *self._names])

    def __repr__(self) -> str:
        return (f"Region({' and '.join(self._names)}: shown in {100 * self.share:.1f} % of the ranges, "
                f"{'shown' if self.shown_now else 'not shown'} now)")


def region(finding: str, by: Union[str, Sequence[str]], points: int = 25, file: Optional[str] = None,
           progress: bool = True) -> Region:
    """Asks for which values of one or two numbers, over their plausible ranges, the model shows a finding.

    finding: its id; by: names of ``capgate.parameters()`` that have a range; points: along each range, in [2, 100]; what is
    smaller than their distance may be missed; file: a CSV file of findings of your own. Raises ``InputError``.
    """
    import jpype

    along = whole("points", points, 2, 100)
    numbers, findings, varied = parameter_set({}), java("evidence.FindingFile"), java("sensitivity.Varied")
    with java_errors():
        published = findings.published() if file is None else findings.read(path(file))
        ids = strings(one.id() for one in published.findings())
        if finding not in [str(one) for one in ids]:
            raise InputError("finding: " + str(java("input.Names").unknown("finding", str(finding), ids)))
        names = [str(one) for one in strings(by)]
        if not 1 <= len(names) <= 2 or len(set(names)) < len(names):
            raise InputError(f"by must be one or two numbers, but was {by!r}")
        chosen = [varied.chosen(numbers, strings(one), place("by")) for one in names]
        if any(one.size() != 1 for one in chosen):
            raise InputError(f"by must be one or two numbers, but was {by!r}")
        ranges = jpype.java.util.ArrayList(
            [varied(one[0].name(), one[0].value(), one[0].low(), one[0].high()) for one in chosen])
        evaluator = java("evidence.FindingsEvaluator").standard().withIntegrator(java("solver.Solvers").standard(_TOLERANCE))
        verdict = java("region.FindingVerdict")(evaluator, numbers, published.finding(finding), strings(names))
        found = counted("points", along ** len(names),
                        lambda step: java("region.Region").of(ranges, verdict, along, workers(), step), progress)
        return Region(found, verdict)
