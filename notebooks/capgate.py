"""CapGate in a Python notebook: starts its Java machine and lets its tables and figures show themselves.

Afterwards `from org.capgate.scenario import Scenario` works like any other import.
"""

import html
import pathlib

import jpype
import jpype.imports

_HERE = pathlib.Path(__file__).resolve().parent
_DEBIAN_JPYPE = "/usr/share/java/org.jpype.jar"  # Debian keeps it apart from the Python package


if not jpype.isJVMStarted():
    if not (_HERE / "target/lib/capgate.jar").exists():
        raise ImportError("nothing is set up; run notebooks/setup first")
    jpype.startJVM("-Djava.awt.headless=true", classpath=[str(_HERE / "target/lib/capgate.jar"), _DEBIAN_JPYPE])


@jpype.JConversion("java.util.List", instanceof=list)
def _list(_, items):
    converted = jpype.JClass("java.util.ArrayList")()
    for item in items:
        converted.add(item)
    return converted


@jpype.JImplementationFor("org.capgate.viz.Figure")
class _Figure:
    def _repr_svg_(self):
        return str(self.svg()).split("?>", 1)[1]

    def _repr_pretty_(self, printer, _):
        printer.text(str(self.title()))


@jpype.JImplementationFor("org.capgate.analysis.Table")
class _Table:
    def _repr_html_(self):
        def row(cells, tag):
            return "<tr>" + "".join(f"<{tag}>{html.escape(str(cell))}</{tag}>" for cell in cells) + "</tr>"

        rows = [row(self.header(), "th")] + [row(cells, "td") for cells in self.toCells()]
        return "<table>" + "".join(rows) + "</table>"

    def columns(self):
        """The columns by name, numbers as a list of float; what pandas.DataFrame(...) takes."""
        return {
            str(name): [float(x) for x in self.numbers(name)]
            if self.isNumber(name)
            else [str(self.text(row, name)) for row in range(self.size())]
            for name in self.header()
        }
