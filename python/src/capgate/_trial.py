"""Many subjects, each with numbers of its own."""
import pathlib
import tempfile
from typing import Any, Mapping, Optional, Sequence

from ._errors import InputError, java_errors
from ._java import counted, java, path, place, table, whole, workers
from ._scenario import parameter_set
from ._sensitivity import measured

_MOST = 10_000_000


class Cohort:
    """Subjects of a population under treatment; ``failures`` says why some could not be simulated, each reason once.

    ``accepted_share``: of the candidates drawn, those that were plausible and admitted, in [0, 1].
    """

    def __init__(self, name: str, report: Any, blocks: Any):
        self.name, self._report, self._blocks = name, report, blocks
        self.accepted_share = float(report.acceptedShare())
        self.failures = [str(one) for one in report.reasons()]

    def to_pandas(self) -> Any:
        """One row per subject and visit: arm, time (h), what was measured with its errors and what was read beside."""
        import pandas

        with tempfile.TemporaryDirectory() as folder, java_errors():
            file = pathlib.Path(folder) / "course.csv"
            self._blocks.writeCsv(path(file), {})
            return pandas.read_csv(file, comment="#", float_precision="round_trip")

    def visits(self) -> Any:
        """Mean, deviation and quantiles of what is measured, one row per arm and visit."""
        return table(self._report.courses())

    def __repr__(self) -> str:
        trial = self._report.trial()
        return (f"{type(self).__name__}({self.name!r}, {trial.arms().size()} arms of {trial.subjects()} subjects, "
                f"{trial.replicates()} times, seed {trial.seed()})")

    def _repr_html_(self) -> str:
        return self.visits()._repr_html_()


class Trial(Cohort):
    """A trial that was simulated."""

    def endpoints(self) -> Any:
        """One row per endpoint and arm over all replicates: mean or share, its 95 % interval, what was published."""
        return table(self._report.endpoints())

    def comparisons(self) -> Any:
        """One row per endpoint and arm with a control: difference, interval, p and power."""
        return table(self._report.comparisons())

    def replicates(self) -> Any:
        """What each replicate alone would have found."""
        return table(self._report.replicates())


def cohort(population: str = "depressed-human", treatment: str = "none", genotype: str = "wild-type", subjects: int = 1000,
           at_hours: Sequence[float] = (0, 2, 24, 72, 168, 336), measure: Optional[str] = None,
           readouts: Sequence[str] = ("mood",), seed: int = 1, parameters: Mapping[str, float] = {},
           progress: bool = True) -> Cohort:
    """Simulates subjects of a population, by name or file with its ending, under a treatment.

    The same seed gives the same numbers.

    at_hours: visits, ascending, the first before any treatment; measure: readout with errors of measuring (default
    ``depression-score`` of humans, else ``immobility``); readouts: read beside, without; parameters: as of ``Scenario``,
    typical values of the population. Raises ``InputError``.
    """
    number, hours = whole("subjects", subjects, 1, _MOST), [float(one) for one in at_hours]
    if any(not later > earlier for earlier, later in zip(hours, hours[1:])):
        raise InputError(f"at_hours must ascend, but were {hours}")
    with java_errors():
        numbers, of = parameter_set(parameters), java("population.Population")
        who = (of.read(java("input.SourceText").read(path(population)), numbers) if _is_file(population)
               else of.named(population, place("population"), numbers))
        subject = java("scenario.Scenario").of(who.species()).parameters(numbers).build()
        given = java("treatment.Regimen").parse(treatment, place("treatment"), subject.compounds())
        java("exposure.Exposure").of(given, who.species(), subject.preparation(), subject.compounds())
        if hours:
            given.requireRead(hours[-1], place("at_hours"))
        usual = "depression-score" if str(who.species().word()) == "human" else "immobility"
        named = java("model.Readout").named
        arm = java("trial.Arm")("all", java("model.Genotype").parse(genotype, place("genotype")), given)
        asked = (java("trial.Trial").in_(who).model(subject).measuring(named(measure or usual, place("measure")))
                 .reading(measured(readouts)).atHours(*hours).withNumbers().arm(arm).subjects(number).seed(whole("seed", seed, -2**63, 2**63 - 1)).build())
        return _done(Cohort, str(who.name()), asked, progress)


def trial(what: str, subjects: Optional[int] = None, replicates: Optional[int] = None, seed: Optional[int] = None,
          progress: bool = True) -> Trial:
    """Simulates a trial, by name or file with its ending; the same seed, the same numbers.

    subjects: in each arm, replicates: how many times it is done, both >= 1 (default: what the file says). Raises
    ``InputError`` naming file, line and field.
    """
    with java_errors():
        kind = java("trial.TrialFile")
        file = kind.read(path(what)) if _is_file(what) else kind.preset(what)
        changed = file.trial().toBuilder()
        if subjects is not None:
            changed.subjects(whole("subjects", subjects, 1, _MOST))
        if replicates is not None:
            changed.replicates(whole("replicates", replicates, 1, 1_000_000))
        if seed is not None:
            changed.seed(whole("seed", seed, -2**63, 2**63 - 1))
        return _done(Trial, str(file.name()), changed.build(), progress)


def _is_file(name: str) -> bool:
    return any(mark in name for mark in "./\\")


def _done(kind: Any, name: str, asked: Any, progress: bool) -> Any:
    blocks = asked.blocks(java("ensemble.BlockStore").inMemory())
    counted("blocks of subjects", int(blocks.count()), lambda step: blocks.compute(workers(), step), progress)
    return kind(name, asked.report(blocks), blocks)
