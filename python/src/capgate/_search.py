"""Compounds, doses and schedules that no other beats."""
import os
from typing import Any, Optional

from ._ensemble import parameter_sets
from ._errors import java_errors
from ._java import counted, java, path, whole, workers


def search(name: str, generations: Optional[int] = None, sets: int = 0, ensemble: Optional[str] = None,
           seed: Optional[int] = None, progress: bool = True) -> Any:
    """Breeds the designs of a search that ships, or of a YAML file (docs/questions.md), by NSGA-II.

    generations, seed: default as the search states; sets, ensemble: parameter sets, as of ``run``, in a stated share of which
    designs must do well (0: the one that ships). Returns a ``pandas.DataFrame``: ``design`` (a known compound by its name, or
    the number of a design that no other beats in every aim), its ``treatment``, a column per decision (NaN or empty for known
    compounds), a column per goal in its unit, and ``failed_sets``. Equal for any number of threads. Raises ``InputError``.
    """
    import jpype
    import pandas

    with java_errors():
        kind, source = java("io.SearchFile"), java("input.SourceText")
        if os.path.sep in str(name) or str(name).endswith((".yaml", ".yml")):
            file, species = path(name), java("scenario.Scenario")
            asked = kind.read(source.read(file), lambda other: source.read(file.resolveSibling(other)), species.of,
                              lambda unchanged: unchanged)
        else:
            asked = kind.preset(str(name))
        stated = asked.settings()
        bred = int(stated.generations()) if generations is None else whole("generations", generations, 1, 100_000)
        drawn = int(stated.seed()) if seed is None else whole("seed", seed, -2**63, 2**63 - 1)
        settings = java("search.Nsga2$Settings")(stated.population(), bred, drawn)
        members = (parameter_sets(sets, ensemble).members(asked.scenario().parameters()) if sets or ensemble
                   else jpype.java.util.ArrayList())
        found = asked.search(members)
        front = counted("generations", bred + 1, lambda step: found.run(settings, workers(), step), progress)
        known = [(str(one.getKey()), found.scored(jpype.java.util.Map.of(), one.getValue()))
                 for one in asked.references().entrySet()]
    return pandas.DataFrame([_row(found, word, one) for word, one in known]
                            + [_row(found, str(i + 1), one) for i, one in enumerate(front)])


def _row(found: Any, word: str, scored: Any) -> Any:
    row = {"design": word, "treatment": str(scored.design().treatment().text())}
    for axis in found.axes():
        value = scored.values().get(axis.name())
        if axis.isNumeric():
            row[str(axis.name())] = float("nan") if value is None else float(str(value))
        else:
            row[str(axis.name())] = "" if value is None else str(value)
    for goal, number in zip(found.goals(), scored.numbers()):
        row[str(goal.measure().name())] = float(number)
    return {**row, "failed_sets": int(scored.failed())}
