"""Numbers that agree with somebody's own observations."""
from typing import Any, Dict, Mapping, Optional, Sequence, Union

from ._errors import InputError, SolveError, java_errors
from ._java import counted, java, path, strings, whole, workers
from ._scenario import Scenario
from ._sensitivity import varied_numbers


class Fit:
    """What fits best: ``parameters`` for ``Scenario.with_``, ``sum_of_squares`` of scaled residuals over ``freedom``.

    ``same_best``: how many of the starts came to it, within 1 %.
    """

    def __init__(self, work: Any, result: Any, observations: Any, seed: int):
        self._work, self._result, self._observations, self._seed = work, result, observations, seed
        self._profiles: Any = None
        self._between: Any = None
        self.parameters: Dict[str, float] = {str(one.varied().name()): float(one.value()) for one in result.estimates()}
        self.sum_of_squares, self.freedom = float(result.sumOfSquares()), int(result.freedom())
        self.same_best = int(result.sameBest())

    def to_pandas(self) -> Any:
        """One row per number, in its unit: value, 95 % interval (NaN: the data do not tell), value before, range."""
        import pandas

        rows = [{"value": float(one.value()), "low_95": float(one.low()), "high_95": float(one.high()),
                 "before": float(one.varied().value()), "range_low": float(one.varied().low()),
                 "range_high": float(one.varied().high()), "at_bound": bool(one.isAtBound())}
                for one in self._result.estimates()]
        return pandas.DataFrame(rows, index=pandas.Index(self.parameters, name="number"))

    def residuals(self) -> Any:
        """One row per observation: what was observed and what is predicted, in the unit of the readout."""
        import pandas

        return pandas.DataFrame(
            [{"id": str(one.experiment()), "time": float(one.atHours()), "readout": str(one.readout().name()),
              "value": float(one.value()), "predicted": float(predicted), "residual": float(one.value()) - float(predicted)}
             for one, predicted in zip(self._observations.all(), self._result.predicted())])

    def _profiled(self, progress: bool) -> Any:
        if self._profiles is None:
            with java_errors():
                self._profiles = counted("sides of profiles", 2 * len(self.parameters),
                                         lambda step: self._work.profiles(self._result, workers(), step), progress)
        return self._profiles

    def intervals(self, progress: bool = True) -> Any:
        """One row per number: 95 % interval by profile likelihood; NaN where its range ends before the data do."""
        import pandas

        rows = [{"value": float(one.value()), "low_95": float(one.low()), "high_95": float(one.high()),
                 "beaten": bool(one.isBeaten())} for one in self._profiled(progress)]
        return pandas.DataFrame(rows, index=pandas.Index(self.parameters, name="number"))

    def profiles(self, progress: bool = True) -> Any:
        """One row per point: the ``number`` held at a ``value``, ``rise`` of the sum of squares, all numbers there.

        A value is inside the 95 % interval where ``rise`` is at most ``limit``.
        """
        import pandas

        names = list(self.parameters)
        return pandas.DataFrame(
            [{"number": str(one.varied().name()), "value": float(point.value()), "rise": float(point.rise()),
              "limit": float(one.limit()), **dict(zip(names, map(float, point.numbers())))}
             for one in self._profiled(progress) for point in one.points()])

    def _predictions(self, tolerance: float) -> Any:
        solver = java("solver.Solvers").standard(tolerance)
        return lambda part: part.predictions(strings(self.parameters), solver)

    def _spread(self, progress: bool) -> Any:
        """The spread between subjects; ``None`` where fewer than three can be fitted alone."""
        if self._between is None:
            with java_errors():
                count = len(self._observations.subjects())
                self._between = counted("subjects", count, lambda step: java("fit.Between").of(
                    self._observations, self._predictions(1e-8), self._result, workers(), step), progress)
        return self._between.get() if self._between.isPresent() else None

    def between(self, progress: bool = True) -> Any:
        """How subjects, a column of the data, differ: one row per number, ``typical`` and ``spread``, each fitted alone.

        The spread is that of the logarithm where ``of`` says so. No rows where fewer than three can be fitted alone.
        """
        import pandas

        spread = self._spread(progress) if len(self._observations.subjects()) else None
        rows = [] if spread is None else [
            {"typical": float(one.typical()), "spread": float(one.deviation()),
             "of": "logarithm" if float(one.varied().low()) > 0 else "value"} for one in spread.spreads()]
        return pandas.DataFrame(rows, columns=["typical", "spread", "of"],
                                index=pandas.Index(list(self.parameters)[:len(rows)], name="number"))

    def vpc(self, replicates: int = 500, progress: bool = True) -> Any:
        """A visual predictive check: percentiles of the data, and of so many simulated anew, by bins of time.

        Simulated with the errors of the fit and, where the data name subjects, the spread ``between`` them. One row per bin and
        percentile: ``observed``, ``simulated`` (median) and its 95 % band, ``within`` it or not.
        """
        import pandas

        count = whole("replicates", replicates, 20, 100_000)
        spread = self._spread(progress) if len(self._observations.subjects()) else None
        with java_errors():
            made = java("fit.Replicates")
            simulated = (made.of(self._observations, self._result, self._seed) if spread is None
                         else made.of(self._observations, self._predictions(1e-4), spread, self._seed))
            check = counted("replicates", count, lambda step: java("fit.PredictiveCheck").of(
                self._observations, simulated, count, workers(), step), progress)
            return pandas.DataFrame(
                [{"id": str(one.experiment()), "readout": str(one.readout().name()), "from": float(one.fromHours()),
                  "to": float(one.toHours()), "observations": int(one.size()), "percentile": percentile,
                  "observed": float(level.observed()), "simulated": float(level.median()), "low_95": float(level.low()),
                  "high_95": float(level.high()), "within": bool(level.isWithin())}
                 for one in check.bins() for percentile, level in zip((5, 50, 95), one.levels())])

    def check_residuals(self) -> Dict[str, float]:
        """Whether residuals look like noise: three statistics, and how probable ones so large are in noise.

        ``normality``: W' of Shapiro and Francia; ``trend``: rank correlation with time; ``autocorrelation``: with the next.
        """
        with java_errors():
            check = java("fit.ResidualCheck").of(self._observations.all(), self._result.residuals(), self._seed)
        return {"normality": float(check.normality()), "normality_probability": float(check.normalityProbability()),
                "trend": float(check.trend()), "trend_probability": float(check.trendProbability()),
                "autocorrelation": float(check.autocorrelation()),
                "autocorrelation_probability": float(check.autocorrelationProbability())}

    def __repr__(self) -> str:
        return (f"Fit({len(self.parameters)} numbers, sum of squares {self.sum_of_squares:.4g} over {self.freedom}, "
                f"{self.same_best} starts came to it)")

    def _repr_html_(self) -> str:
        return self.to_pandas()._repr_html_()


def fit(scenarios: Optional[Mapping[str, Scenario]] = None, data: Any = None, free: Union[None, str, Sequence[str]] = None,
        factor: float = 1000, starts: int = 8, seed: int = 1, progress: bool = True, petab: Any = None) -> Fit:
    """Fits numbers of scenarios, which are the same in all, to observations by least squares.

    scenarios: by label; data: a ``pandas.DataFrame`` or CSV file with the columns ``id`` (label), ``time`` (h), ``readout``,
    ``value`` in its unit and, for all or none, its deviation ``sd`` and a ``subject``; free: numbers as of ``sensitivity``, fewer than the
    observations, each within a ``factor`` in [1.0001, 1000] of its value and its plausible range; starts: >= 1, the present
    values first. petab: instead of these three, the YAML file of a PEtab problem whose models CapGate exported. Raises
    ``InputError`` naming line and column, and ``SolveError`` when nothing can be predicted.
    """
    import jpype

    if petab is not None and not (scenarios is None and data is None and free is None):
        raise InputError("petab: states scenarios, data and free numbers itself")
    if petab is None and not scenarios:
        raise InputError("scenarios: fit needs at least one, by its label")
    if petab is None and (data is None or free is None):
        raise InputError("data, free: fit needs observations and what to fit")
    with java_errors():
        if petab is not None:
            problem = java("sbml.PetabProblem").read(path(petab))
            observations, varied = problem.observations(), problem.free()
        else:
            labelled = jpype.java.util.LinkedHashMap({str(label): one.java() for label, one in scenarios.items()})
            text = java("input.SourceText")
            source = text("data", data.to_csv(index=False)) if hasattr(data, "to_csv") else text.read(path(data))
            observations = java("io.ObservationFile").read(source, labelled)
            varied = varied_numbers(next(iter(scenarios.values())).java(), free, "free", factor)
        count = whole("starts", starts, 1, 10_000)
        seed = whole("seed", seed, -2**63, 2**63 - 1)
        settings = java("fit.Fit$Settings")(count, seed, workers())
        solver = java("solver.Solvers").standard(1e-8)  # differences of runs ask for more digits than runs
        predictions = observations.predictions(strings(one.name() for one in varied), solver)
        work = java("fit.Fit").of(observations, predictions, varied)
        try:
            result = counted("starts", count, lambda step: work.fit(settings, step), progress)
            return Fit(work, result, observations, seed)
        except jpype.java.lang.IllegalStateException as failure:
            raise SolveError(str(failure.getMessage())) from None
