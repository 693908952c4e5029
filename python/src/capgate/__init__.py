"""CapGate in Python: scenarios, runs, comparisons, populations, sweeps and findings as NumPy arrays and pandas tables.

    import capgate as cg
    cg.run("wild-type-ketamine").to_pandas()

The Java library does the work, in this process; it starts at the first call. Times are in hours. What a user states
wrongly raises ``InputError``, what cannot be solved ``SolveError``, with the sentence the Java library says.
"""
from ._compare import Comparison, compare
from ._ensemble import Sets, ensemble
from ._errors import CapGateError, InputError, SolveError
from ._explain import explain
from ._findings import Findings, findings
from ._fit import Fit, fit
from ._kinetics import kinetics
from ._network import Network, network
from ._predict import predict
from ._profile import Profile, profile
from ._region import Region, region
from ._run import Run, presets, readouts, run
from ._scenario import Scenario, parameters
from ._search import search
from ._sensitivity import sensitivity
from ._sweep import sweep
from ._trial import Cohort, Trial, cohort, trial

__version__ = "0.1.0"
__all__ = ["CapGateError", "Cohort", "Comparison", "Findings", "Fit", "InputError", "Network", "Profile", "Region", "Run",
           "Scenario", "Sets", "SolveError", "Trial", "cohort", "compare", "ensemble", "explain", "findings",
           "fit", "kinetics", "network", "parameters", "predict", "presets", "profile", "readouts", "region", "run",
           "search", "sensitivity", "sweep", "trial"]
