"""Run against an installed wheel: python/test."""
import pathlib
import signal
import subprocess
import sys
import threading
import time

import numpy as np
import pytest

import capgate as cg

KETAMINE = "ketamine 10 mg/kg ip at 0 h"


def test_a_preset_is_a_table_of_every_readout():
    run = cg.run("wild-type-ketamine")
    frame = run.to_pandas()
    assert list(frame.columns) == list(cg.readouts()) and frame.index.name == "hours"
    assert frame.attrs["units"]["immobility"] == "s"
    assert np.isfinite(frame.to_numpy()).all() and len(frame) == len(run.times)
    assert set(cg.presets()) >= {"wild-type-ketamine"}


def test_the_same_scenario_gives_the_same_bits():
    scenario = cg.Scenario(treatment=KETAMINE)
    first, second = cg.run(scenario, days=1), cg.run(scenario, days=1)
    assert first.to_pandas().equals(second.to_pandas())
    assert first["mood"].max() > first["mood"][0]


@pytest.mark.parametrize("arguments, words", [
    ({"species": "mous"}, ("species", "'mous'", "mouse")),
    ({"genotype": "4EBP9 x0 all"}, ("genotype", "4EBP9", "4EBP")),
    ({"treatment": "ketamin 10 mg/kg ip at 0 h"}, ("treatment", "ketamin", "ketamine")),
    ({"parameters": {"noSuchNumber": 1}}, ("parameters", "noSuchNumber")),
    ({"parameters": {next(iter(cg.parameters())): float("nan")}}, ("parameters", next(iter(cg.parameters())))),
])
def test_what_is_stated_wrongly_is_one_sentence_with_the_nearest_name(arguments, words):
    with pytest.raises(cg.InputError) as refused:
        cg.Scenario(**arguments)
    sentence = str(refused.value)
    assert "\n" not in sentence and all(word in sentence for word in words), sentence


def test_unknown_presets_and_readouts_are_refused():
    with pytest.raises(cg.InputError, match="wild-type-ketamine"):
        cg.run("wild-type-ketamin")
    with pytest.raises(cg.InputError, match="mood"):
        cg.run(cg.Scenario(), days=1)["moood"]


def test_a_changed_number_changes_the_run_and_the_original_stays():
    scenario = cg.Scenario(treatment=KETAMINE)
    number = next(name for name in cg.parameters() if name.startswith("ketamine/kinetics/mouse/central/clearance"))
    shipped = cg.parameters()[number]
    frame = cg.sweep(scenario, number, [0.9 * shipped, 1.1 * shipped], ["brain-ketamine"], at_hours=2, progress=False)
    assert frame["brain-ketamine"].iloc[0] > frame["brain-ketamine"].iloc[1] > 0
    assert scenario.parameters == {}


def test_a_comparison_is_a_table_and_a_figure_to_restyle():
    pytest.importorskip("matplotlib").use("Agg")
    compared = cg.compare([cg.Scenario(treatment=KETAMINE), cg.Scenario(genotype="4EBP2 x0 inhibitory")],
                          labels=["wild type", "knockout"], days=1)
    frame = compared.to_pandas()
    assert list(frame.index) == ["wild type", "knockout"] and list(frame.columns) == ["untreated", "2 h", "24 h"]
    axes = compared.plot("mood")
    assert [line.get_label() for line in axes.lines] == ["wild type", "knockout"]
    with pytest.raises(ValueError):
        cg.compare([cg.Scenario(), cg.Scenario()])


def test_findings_are_judged_row_by_row():
    found = cg.findings()
    frame = found.to_pandas()
    assert len(frame) == found.passed + found.failed and found.passed > 0
    assert set(frame["verdict"]) <= {"pass", "fail"} and frame["reason"].str.len().min() > 0


def test_a_network_with_a_seed_gives_the_same_bits():
    network = cg.network(cg.Scenario(treatment=KETAMINE), neurons=100, synapses_per_neuron=20, seed=3,
                         mosaic={"4EBP2 x0 inhibitory": 0.5})
    first, second = network.run(hours=2), network.run(hours=2)
    assert (first["mood"] == second["mood"]).all()


def test_a_million_numbers_cross_within_50_ms():
    import jpype

    from capgate._java import doubles

    numbers = jpype.JArray(jpype.JDouble)(1_000_000)
    doubles(numbers)
    best = min(_timed(lambda: doubles(numbers)) for _ in range(5))
    assert best <= 0.05, best


def _timed(work):
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def test_reprs_are_html():
    assert "<table>" in cg.Scenario()._repr_html_()
    assert "<table" in cg.run(cg.Scenario(), days=1)._repr_html_()


def test_the_program_of_the_readme_runs():
    pytest.importorskip("matplotlib").use("Agg")
    text = (pathlib.Path(__file__).resolve().parents[1] / "README.md").read_text(encoding="utf-8")
    exec(compile(text.split("```python")[1].split("```")[0], "README.md", "exec"), {})


def test_long_work_can_be_interrupted():
    signal.signal(signal.SIGINT, signal.default_int_handler)  # who runs the tests may ignore it
    scenario = cg.Scenario(treatment=KETAMINE)
    cg.run(scenario, days=1)
    # as a terminal does; a flag set without a signal can be overlooked while the only other thread is in Java
    threading.Timer(0.5, signal.pthread_kill, (threading.main_thread().ident, signal.SIGINT)).start()
    began = time.perf_counter()
    with pytest.raises(KeyboardInterrupt):
        cg.network(scenario, neurons=20_000, synapses_per_neuron=200).run(hours=24 * 28)
    assert time.perf_counter() - began < 5


def test_without_java_one_line_says_how_to_get_it():
    program = ("import jpype, os; os.environ.pop('JAVA_HOME', None); os.environ['PATH'] = ''\n"
               "def missing(*_): raise jpype.JVMNotFoundException('none')\n"
               "jpype.getDefaultJVMPath = missing\n"
               "import capgate as cg\n"
               "try: cg.presets()\nexcept cg.CapGateError as refused: print(refused)")
    said = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
    assert said.stdout.startswith("CapGate needs Java 17 or newer") and said.stdout.count("\n") == 1, said
