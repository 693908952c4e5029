"""Which values of a parameter the findings allow."""
from typing import Any, Tuple

from ._errors import InputError, java_errors
from ._java import counted, java, strings, whole, workers


class Profile:
    """The profile likelihood of a parameter under the findings: ``low_95`` and ``high_95``, NaN where its range ends first."""

    def __init__(self, name: str, profile: Any, names: Tuple[str, ...]):
        self.name, self._profile, self._names = name, profile, names
        self.low_95, self.high_95 = float(profile.low()), float(profile.high())

    def to_pandas(self) -> Any:
        """One row per value: ``rise``, twice the fall of the logarithm below the top found, and all fitted parameters there."""
        import pandas

        return pandas.DataFrame([{"value": float(one.value()), "rise": float(one.rise()),
                                  **{name: float(one.set().value(name)) for name in self._names}}
                                 for one in self._profile.points()])

    def __repr__(self) -> str:
        return f"Profile({self.name}, 95 % from {self.low_95:.4g} to {self.high_95:.4g})"


def profile(name: str, evaluations: int = 320, seed: int = 1, progress: bool = True) -> Profile:
    """How well the findings agree with each value of a fitted parameter, all others as good for it as was found.

    evaluations: parameter sets tried at each of at most 16 values, about 20 ms each; what is found is a bound from below, so
    that the ends of the interval may lie farther out. Raises ``InputError`` for a parameter that is not fitted.
    """
    with java_errors():
        parameters = java("model.ParameterSet").standard()
        posterior = java("calibration.Posterior")(
            java("evidence.FindingsEvaluator").standard(), parameters, java("evidence.FindingFile").published().findings(),
            java("calibration.Scatter").published())
        names = tuple(str(one.name()) for one in posterior.parameters())
        if name not in names:
            raise InputError("name: " + str(java("input.Names").unknown("fitted parameter", str(name), strings(names))))
        kind = java("calibration.ParameterProfile")
        points = 15
        settings = java("calibration.ParameterProfile$Settings")(
            points, whole("evaluations", evaluations, 1, 1_000_000), whole("seed", seed, -2**63, 2**63 - 1), workers())
        sets = java("uncertainty.ParameterEnsemble").standard()
        found = counted("points", points, lambda step: kind.of(
            posterior, parameters, names.index(name), sets, settings, lambda: step(None)), progress)
        return Profile(str(name), found, names)
