"""The Java machine of this process, started at the first use."""
import operator
import os
import pathlib
import shutil
import subprocess
import threading
from functools import lru_cache
from typing import Any, Callable, List, Optional, TypeVar

import numpy as np

from ._errors import CapGateError, InputError

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
    try:
        while worker.is_alive():
            worker.join(0.05)
    except KeyboardInterrupt:
        _forget_interrupt()
        raise
    result, failure = outcome
    if failure is not None:
        raise failure
    return result


def _forget_interrupt() -> None:
    """JPype interrupts the Java side of this thread too, which the next call there would trip over."""
    import jpype

    try:
        jpype.java.lang.Thread.sleep(10)
        jpype.java.lang.Thread.interrupted()
    except jpype.JException:  # that was it
        pass


def counted(what: str, total: int, work: Callable[[Callable[[Any], None]], _Result], progress: bool = True) -> _Result:
    """As ``interruptible``, for work that is handed what it has to call after each of its ``total`` parts.

    Shows progress where tqdm is present; after an interrupt the work ends with the parts that are under way.
    """
    stopped = threading.Event()
    bar = _bar(what, total) if progress else None

    def step(_: Any) -> None:
        if stopped.is_set():
            raise RuntimeError("interrupted")
        if bar is not None:
            bar.update(1)

    try:
        return interruptible(lambda: work(step))
    finally:
        stopped.set()
        if bar is not None:
            bar.close()


def _bar(what: str, total: int) -> Optional[Any]:
    try:
        from tqdm.auto import tqdm
    except ImportError:
        return None
    return tqdm(total=total, desc=what, leave=False)


def workers() -> int:
    """Threads for work of many parts; no number depends on how many."""
    import jpype

    return int(jpype.java.lang.Runtime.getRuntime().availableProcessors())


def whole(name: str, value: Any, low: int, high: int) -> int:
    """An argument that is a whole number between two others; raises ``InputError`` naming it."""
    try:
        number = operator.index(value)
    except TypeError:
        raise InputError(f"{name} must be a whole number, but was {value!r}") from None
    if not low <= number <= high:
        raise InputError(f"{name} must be between {low} and {high}, but was {number}")
    return number


def strings(words: Any) -> Any:
    """A ``java.util.List`` of words; one word is a list of one."""
    import jpype

    return jpype.java.util.ArrayList([words] if isinstance(words, str) else [str(word) for word in words])


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


def path(file: Any) -> Any:
    """A Java path."""
    import jpype

    _start()
    return jpype.java.nio.file.Path.of(str(file))


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
