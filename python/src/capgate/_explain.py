"""Why a readout changed."""
from typing import Any, Optional, Union

from ._errors import InputError, java_errors
from ._java import interruptible, java, place
from ._scenario import Scenario, java_scenario

_KINDS = {"DRUG_EFFECT": "drug effect", "STORED": "stored", "PARTING": "parting"}


def explain(scenario: Union[str, Scenario], of: str = "mood", from_hours: float = 0, to_hours: float = 24,
            against: Optional[Scenario] = None) -> Any:
    """What the change of a readout between two times (h) came from, in contributions that add up.

    scenario: or the preset of that name; against: why it changed differently than there. Returns a ``pandas.DataFrame``, one
    row per cause, the largest first: its ``kind`` (``drug effect``; ``stored``: away from rest at the first time; ``parting``:
    an equation that says something different in the two runs), ``cause`` in words, its ``symbol`` and the number of its
    ``equation`` in docs/MODEL.md (0 for a drug effect), ``contribution`` in the unit of the readout and its ``share``.
    ``.attrs``: ``change``, ``remainder`` that no cause carries, and ``way``, the equations most of it passed through. Raises
    ``InputError``, ``SolveError``.
    """
    import pandas

    with java_errors():
        kind, readout = java("explain.Explanation"), java("model.Readout").named(of, place("of"))
        first, second = float(from_hours), float(to_hours)
        if not first < second:
            raise InputError(f"to_hours must be after from_hours ({first:g} h), but was {second:g} h")
        runs = [java_scenario(one) for one in (scenario, against) if one is not None]
        for one in runs:
            one.treatment().requireRead(second, place("to_hours"))
        why = interruptible(lambda: kind.of(runs[0], readout, first, second) if against is None
                            else kind.ofDifference(runs[1], runs[0], readout, first, second))
    change = float(why.change())
    frame = pandas.DataFrame(
        [{"kind": _KINDS[str(one.kind().name())], "cause": str(kind.words(one.symbol())), "symbol": str(one.symbol().name()),
          "equation": int(one.equation()), "contribution": float(one.contribution()),
          "share": float(one.contribution()) / change if change else float("nan")} for one in why.causes()],
        columns=["kind", "cause", "symbol", "equation", "contribution", "share"])
    frame.attrs.update(change=change, remainder=float(why.remainder()),
                       way=[(int(one.equation()), str(kind.words(one.symbol()))) for one in why.mainWay()])
    return frame
