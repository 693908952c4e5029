"""An experiment as immutable data."""
from dataclasses import dataclass, field, replace
from typing import Any, Dict, Mapping, Union

from ._errors import InputError, java_errors
from ._java import java, place


@dataclass(frozen=True)
class Scenario:
    """Who is treated with what; checked when it is made.

    species: ``mouse``, ``rat`` or ``human``; preparation: ``in-vivo`` or ``slice``; stress: ``none`` or ``chronic``;
    genotype: as in ``4EBP2 x0 inhibitory``; treatment: as in ``ketamine 10 mg/kg ip at 0 h``; parameters: numbers that
    ``capgate.parameters()`` lists, in their unit and range. Raises ``InputError`` naming what is wrong.
    """

    species: str = "mouse"
    preparation: str = "in-vivo"
    stress: str = "none"
    genotype: str = "wild-type"
    treatment: str = "none"
    parameters: Mapping[str, float] = field(default_factory=dict, hash=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "parameters", dict(self.parameters))
        self.java()

    def java(self) -> Any:
        """The ``org.capgate.scenario.Scenario``."""
        catalogue = java("treatment.CompoundCatalogue").standard()
        numbers = parameter_set(self.parameters)
        with java_errors():
            return (java("scenario.Scenario").of(_word("species", "treatment.Species", self.species))
                    .preparation(_word("preparation", "treatment.Preparation", self.preparation))
                    .stress(_word("stress", "scenario.Stress", self.stress))
                    .genotype(java("model.Genotype").parse(self.genotype, place("genotype")))
                    .treatment(java("treatment.Regimen").parse(self.treatment, place("treatment"), catalogue))
                    .parameters(numbers)
                    .build())

    def with_(self, **changes: Any) -> "Scenario":
        """The same with other arguments; ``parameters`` are added to those stated."""
        if "parameters" in changes:
            changes["parameters"] = {**self.parameters, **changes["parameters"]}
        return replace(self, **changes)

    def baseline(self, readout: str = "mood") -> float:
        """Value of a readout in the settled untreated state, in its unit."""
        with java_errors():
            return float(self.java().baseline(java("model.Readout").named(readout, place("readout"))))

    def _repr_html_(self) -> str:
        import html

        rows = {**{name: getattr(self, name) for name in ("species", "preparation", "stress", "genotype", "treatment")},
                **self.parameters}
        cells = (f"<tr><th>{html.escape(k)}</th><td>{html.escape(str(v))}</td></tr>" for k, v in rows.items())
        return "<table>" + "".join(cells) + "</table>"


def java_scenario(scenario: Union[str, Scenario]) -> Any:
    """The Java scenario of one, or of the preset of that name."""
    with java_errors():
        return java("io.ScenarioFile").preset(scenario).scenario() if isinstance(scenario, str) else scenario.java()


def parameter_set(changed: Mapping[str, float]) -> Any:
    """The shipped ``org.capgate.model.ParameterSet`` with some numbers changed."""
    with java_errors():
        numbers = java("model.ParameterSet").standard().knowing(java("treatment.CompoundCatalogue").standard())
        for name, value in changed.items():
            numbers = numbers.with_(name, float(value), place("parameters"))
        return numbers


def _word(argument: str, name: str, word: str) -> Any:
    import jpype

    words = jpype.java.util.ArrayList(java(name).words())
    if word not in [str(known) for known in words]:
        raise InputError(f"{argument}: " + str(java("input.Names").unknown(argument, str(word), words)))
    return java(name).of(word)


def parameters() -> Dict[str, float]:
    """Every number that a scenario can set, by name, in its own unit, as shipped."""
    return {str(number.name()): float(number.value()) for number in parameter_set({}).numbers().toList()}
