"""What the body does to a drug."""
from typing import Any, Union

from ._errors import java_errors
from ._java import java
from ._scenario import Scenario, java_scenario


def kinetics(scenario: Union[str, Scenario], until_hours: float = 24) -> Any:
    """Highest concentration and areas of everything given and formed, from the closed form of its course.

    Returns a ``pandas.DataFrame``, one row per ``compound`` and ``site``: whether it ``is_given``, ``maximum_micromolar`` and
    ``maximum_hours`` until the end, ``area_micromolar_hours`` until then and ``whole_area_micromolar_hours`` for ever,
    ``half_life_hours`` at the end, and ``clearance_litres_per_hour_per_kilogram`` over bioavailability, in plasma and for what
    is given only (else NaN). Empty when nothing has a concentration. Raises ``InputError``.
    """
    import pandas

    with java_errors():
        java("input.Bounds").positive("h").check("until_hours", float(until_hours))
        rows = java_scenario(scenario).pharmacokinetics(float(until_hours))
    columns = ["compound", "site", "is_given", "maximum_micromolar", "maximum_hours", "area_micromolar_hours",
               "whole_area_micromolar_hours", "half_life_hours", "clearance_litres_per_hour_per_kilogram"]
    return pandas.DataFrame(
        [[str(one.compound()), str(one.site().name()).lower(), bool(one.isGiven()), float(one.maximumMicromolar()),
          float(one.maximumHours()), float(one.areaMicromolarHours()), float(one.wholeAreaMicromolarHours()),
          float(one.halfLifeHours()), float(one.clearanceLitresPerHourPerKilogram().orElse(float("nan")))] for one in rows],
        columns=columns)
