"""What readouts lean on."""
from typing import Any, Callable, List, Optional, Sequence, Union

from ._errors import InputError, java_errors
from ._java import counted, doubles, java, place, strings, whole, workers
from ._scenario import Scenario, java_scenario

_REPLICATES = 500  # of the bootstrap, as of the command line


def sensitivity(scenario: Union[str, Scenario], by: Union[str, Sequence[str]] = "fitted", readouts: Sequence[str] = ("mood",),
                at_hours: Sequence[float] = (24,), method: str = "local", factor: float = 1.25, points: Optional[int] = None,
                seed: int = 1, progress: bool = True) -> Any:
    """What readouts of a scenario, or the preset of that name, at some times (h, ascending, the last > 0) lean on.

    by: names of ``capgate.parameters()``, beginnings that end in a slash, ``fitted`` or ``ranged``; factor: how far the
    ranges of ``morris`` and ``sobol`` reach from the values, in [1.0001, 1000], never beyond plausible ones; points: paths of
    ``morris`` (20) or rows of ``sobol`` (256), >= 2.

    Returns a ``pandas.DataFrame``, one row per number, readout and time; NaN where there is no value. ``local``: derivative
    ``per_unit`` with the ``error`` of the difference, and ``normalised`` (x/y) dy/dx. ``morris``: ``mean``, ``mean_size``
    with its 95 % interval and ``deviation`` of the change of the readout, in its unit, over the whole range. ``sobol``:
    ``first`` and ``total`` shares of the variance with their 95 % intervals. Raises ``InputError``.
    """
    import pandas

    methods = {"local": _local, "morris": _morris, "sobol": _sobol}
    with java_errors():
        if method not in methods:
            raise InputError("method: " + str(java("input.Names").unknown("method", str(method), strings(methods))))
        subject, read, times = java_scenario(scenario), measured(readouts), [float(one) for one in at_hours]
        measurement = java("sweep.Measurement")(read, boxed(times))
        subject.treatment().requireRead(times[-1], place("at_hours"))
        varied = varied_numbers(subject, by, "by", factor)
        solver = java("solver.Solvers").standard(1e-10 if method == "local" else 1e-4)  # close runs need more digits
        response = java("sensitivity.ScenarioResponse")(subject, strings(one.name() for one in varied), measurement, solver)
        count = whole("points", {"morris": 20}.get(method, 256) if points is None else points, 2, 1_000_000)
        rows = methods[method](response, varied, count, whole("seed", seed, -2**63, 2**63 - 1), progress)
        size = int(measurement.size())
        keys = [{"number": str(one.name()), "readout": str(measurement.readout(out).name()),
                 "time_h": float(measurement.atHours(out))} for one in varied for out in range(size)]
    return pandas.DataFrame([{**key, **rows(i // size, i % size)} for i, key in enumerate(keys)])


def measured(names: Union[str, Sequence[str]]) -> Any:
    """Java readouts by name, in their order, each once."""
    import jpype

    named = java("model.Readout").named
    return jpype.java.util.ArrayList([named(one, place("readouts")) for one in dict.fromkeys(strings(names))])


def boxed(numbers: Sequence[float]) -> Any:
    """A ``java.util.List`` of ``Double``."""
    import jpype

    return jpype.java.util.ArrayList([jpype.java.lang.Double(one) for one in numbers])


def varied_numbers(subject: Any, words: Union[str, Sequence[str]], argument: str, factor: float) -> Any:
    """Java numbers with the ranges they may move in."""
    import jpype

    kind = java("sensitivity.Varied")
    java("input.Bounds").between(1.0001, 1000, "").check("factor", float(factor))
    chosen = kind.chosen(subject.parameters(), strings(words), place(argument))
    if not chosen.size():
        raise InputError(f"{argument} must name at least one number")
    return jpype.java.util.ArrayList([kind.within(float(factor), one) for one in chosen])


_Rows = Callable[[int, int], Any]


def _local(response: Any, varied: Any, points: int, seed: int, progress: bool) -> _Rows:
    import jpype

    values: List[float] = [float(one.value()) for one in varied]
    scales = [abs(value) or float(one.high() - one.low()) for value, one in zip(values, varied)]
    point, scale = (jpype.JArray(jpype.JDouble)(numbers) for numbers in (values, scales))
    slopes = counted("numbers", len(values), lambda step: java("sensitivity.LocalSensitivity").at(
        point, scale, response, workers(), step), progress)
    at = doubles(response.at(point))
    slopes = [(doubles(one.perUnit()), doubles(one.error())) for one in slopes]

    def row(i: int, out: int) -> Any:
        per_unit, error = slopes[i][0][out], slopes[i][1][out]
        return {"value": at[out], "per_unit": per_unit, "error": error,
                "normalised": values[i] * per_unit / at[out] if at[out] else float("nan")}

    return row


def _morris(response: Any, varied: Any, points: int, seed: int, progress: bool) -> _Rows:
    kind = java("sensitivity.Morris")
    settings = java("sensitivity.Morris$Settings")(points, 3 * points, 4, seed)
    done = counted("paths", points, lambda step: kind.of(
        response.ofShares(varied), varied.size(), settings, workers(), step), progress)
    effects = [done.effects(out, _REPLICATES) for out in range(int(done.outputs()))]

    def row(i: int, out: int) -> Any:
        one = effects[out].get(i)
        return {"mean": float(one.mean()), "mean_size": float(one.meanSize()), "size_low": float(one.sizeLow()),
                "size_high": float(one.sizeHigh()), "deviation": float(one.deviation()),
                "missing_share": float(one.missingShare())}

    return row


def _sobol(response: Any, varied: Any, points: int, seed: int, progress: bool) -> _Rows:
    done = counted("rows", points, lambda step: java("sensitivity.SobolIndices").of(
        response.ofShares(varied), varied.size(), points, seed, workers(), step), progress)
    indices = [done.indices(out, _REPLICATES) for out in range(int(done.outputs()))]

    def row(i: int, out: int) -> Any:
        one = indices[out].get(i)
        return {"first": float(one.first().value()), "first_low": float(one.first().low()),
                "first_high": float(one.first().high()), "total": float(one.total().value()),
                "total_low": float(one.total().low()), "total_high": float(one.total().high()),
                "missing_share": float(one.missingShare())}

    return row
