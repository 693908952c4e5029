"""A network of individual neurons."""
from dataclasses import dataclass
from typing import Mapping

from ._errors import java_errors
from ._java import doubles, interruptible, java, place
from ._run import Run
from ._scenario import Scenario


@dataclass(frozen=True)
class Network:
    """A random network in which every neuron follows the equations; ``run`` solves it.

    mosaic: share in [0, 1] of neurons by the genotype they have, as in ``{"4EBP2 x0 inhibitory": 0.3}``.
    """

    scenario: Scenario
    neurons: int
    synapses_per_neuron: int
    seed: int
    mosaic: Mapping[str, float]

    def run(self, hours: float = 24, every_minutes: float = 60) -> Run:
        """Readouts of the whole network from 0 h, or the first dose, to the end; no other thread is held up."""
        scenario = self.scenario.java()
        with java_errors():
            builder = (java("network.Network").of(scenario).neurons(self.neurons)
                       .synapsesPerNeuron(self.synapses_per_neuron).seed(self.seed))
            for genotype, share in self.mosaic.items():
                builder = builder.mosaic(java("model.Genotype").parse(genotype, place("mosaic")), float(share))
            span = java("dynamics.TimeSpan").hours(min(0.0, float(scenario.treatment().firstHours())), float(hours))
            sampling = java("dynamics.Sampling").everyMinutes(float(every_minutes))
            solved = interruptible(lambda: builder.build().simulate(span, sampling))
        known = {str(name) for name in solved.names()}
        readouts = [one for one in java("model.Readout").all() if str(one.quantity()) in known]
        return Run(doubles(solved.timesHours()), {str(one.name()): doubles(one.series(solved)) for one in readouts},
                   {str(one.name()): str(one.unit()) for one in readouts}, f"network of {self.neurons}")


def network(scenario: Scenario, neurons: int = 1000, synapses_per_neuron: int = 100, seed: int = 1,
            mosaic: Mapping[str, float] = {}) -> Network:
    """A network of neurons for a scenario; the same seed gives the same numbers."""
    return Network(scenario, neurons, synapses_per_neuron, seed, dict(mosaic))
