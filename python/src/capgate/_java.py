"""The Java machine of this process, started at the first use."""
import os
import pathlib
import shutil
import subprocess
import threading
from functools import lru_cache
from typing import Any, Callable, List, TypeVar

import numpy as np

from ._errors import CapGateError

_JAR = pathlib.Path(__file__).resolve().parent / "jars" / "capgate.jar"
_DEBIAN_JPYPE = "/usr/share/java/org.jpype.jar"  # Debian keeps it apart from the Python package
_MISSING = "CapGate needs Java 17 or newer: install one (Debian: apt install openjdk-17-jre-headless) or set JAVA_HOME"

_Result = TypeVar("_Result")


def interruptible(work: Callable[[], _Result]) -> _Result:
    """Does long work of the Java library, which releases the GIL, so that an interrupt is heard while it goes on.

    After an interrupt the work comes to its end in the background, where the end of the program waits for it.
    """
    outcome: List[Any] = []

    def done() -> None:
        try:
            outcome.extend((work(), None))
        except BaseException as failure:  # handed to who waits
            outcome.extend((None, failure))

    worker = threading.Thread(target=done)  # no daemon: Java must not come back to a Python that is gone
    worker.start()
    while worker.is_alive():
        worker.join(0.05)
    result, failure = outcome
    if failure is not None:
        raise failure
    return result


def java(name: str) -> Any:
    """A Java class of CapGate by its name below ``org.capgate``."""
    _start()
    import jpype

    return jpype.JClass("org.capgate." + name)


def doubles(array: Any) -> np.ndarray:
    """A Java ``double[]`` as a NumPy array of its own, copied in one piece."""
    return np.array(array, dtype=float, copy=True)


@lru_cache(maxsize=None)
def _start() -> None:
    import jpype

    if jpype.isJVMStarted():
        return
    options = ["-Djava.awt.headless=true"]
    if _release() >= 24:
        options.append("--enable-native-access=ALL-UNNAMED")
    jars: List[str] = [str(_JAR)] + ([_DEBIAN_JPYPE] if os.path.exists(_DEBIAN_JPYPE) else [])
    try:
        jpype.startJVM(*options, classpath=jars, convertStrings=False, interrupt=False)
    except jpype.JVMNotFoundException:
        raise CapGateError(_MISSING) from None


def _release() -> int:
    """Number of the Java release that will be started, 0 where it does not say."""
    home = os.environ.get("JAVA_HOME")
    program = os.path.join(home, "bin", "java") if home else shutil.which("java")
    if not program or not os.path.exists(program):
        try:
            import jpype

            program = str(pathlib.Path(jpype.getDefaultJVMPath()).parents[2] / "bin" / "java")
        except Exception:
            raise CapGateError(_MISSING) from None
    said = subprocess.run([program, "-XshowSettings:properties", "-version"], capture_output=True, text=True).stderr
    for line in said.splitlines():
        if "java.specification.version =" in line:
            release = int(line.split("=")[1].strip().split(".")[0])
            if release < 17:
                raise CapGateError(_MISSING)
            return release
    return 0


def place(field: str) -> Any:
    """Where something was stated, for messages: the name of an argument."""
    return java("input.Place")(field, 0, 0)


def table(of: Any) -> "Any":
    """A table of the Java library as a ``pandas.DataFrame``."""
    import pandas

    rows = range(int(of.size()))
    return pandas.DataFrame(
        {str(name): doubles(of.numbers(name)) if of.isNumber(name) else [str(of.text(row, name)) for row in rows]
         for name in of.header()})
