"""Java errors as Python exceptions with the same sentence."""
from contextlib import contextmanager
from typing import Iterator


class CapGateError(Exception):
    """Anything CapGate refuses or fails at."""


class InputError(CapGateError, ValueError):
    """Something was stated wrongly; the sentence names it, its bound and the nearest valid name."""


class SolveError(CapGateError, ArithmeticError):
    """Something cannot be solved: no settled state, or an integration that fails."""


@contextmanager
def java_errors() -> Iterator[None]:
    """Turns what Java throws into the exceptions of this module; defects of the library pass through."""
    import jpype

    try:
        yield
    except jpype.JException as failure:
        name, sentence = str(failure.getClass().getSimpleName()), str(failure.getMessage())
        if name in ("InputException", "IllegalArgumentException"):
            raise InputError(sentence) from None
        if name in ("IntegrationException", "SteadyStateException", "ImplausibleException"):
            raise SolveError(sentence) from None
        raise
