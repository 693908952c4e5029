"""Parameter sets, forecasts and populations; run against an installed wheel: python/test."""
import signal
import threading
import time

import numpy as np
import pytest

import capgate as cg

KETAMINE = "ketamine 10 mg/kg ip at 0 h"


def test_the_sets_that_ship_are_a_table_of_numbers_a_scenario_can_set():
    frame = cg.ensemble(sets=10)
    assert len(frame) == 10 and set(frame.columns) <= set(cg.parameters())
    assert (frame.nunique() == 10).all()


def test_a_band_is_the_quantile_of_runs_under_each_set():
    scenario = cg.Scenario(treatment=KETAMINE)
    run = cg.run(scenario, days=1, every_minutes=720, sets=3, progress=False)
    alone = [cg.run(scenario.with_(parameters=dict(numbers)), days=1, every_minutes=720)["immobility"]
             for _, numbers in cg.ensemble(sets=3).iterrows()]
    bands = run.bands("immobility", [0, 0.5, 1])
    assert list(bands.columns) == [0, 0.5, 1] and list(bands.index) == [0, 12, 24]
    np.testing.assert_allclose(bands.to_numpy().T, np.quantile(alone, [0, 0.5, 1], axis=0), rtol=1e-3)  # two tolerances
    assert run["immobility"].tolist() == cg.run(scenario, days=1, every_minutes=720)["immobility"].tolist()


def test_values_by_set_lie_on_the_line_between_samples():
    sets = cg.run(cg.Scenario(treatment=KETAMINE), days=1, every_minutes=720, sets=2, progress=False).sets
    middle = (sets.at("mood", 12) + sets.at("mood", 24)) / 2
    np.testing.assert_allclose(sets.at("mood", 18), middle, rtol=1e-12)
    assert sets.size == 2 and list(sets.members) == [0, 1] and sets.failures == []


def test_a_comparison_says_which_share_of_the_sets_agrees_and_draws_bands():
    pytest.importorskip("matplotlib").use("Agg")
    compared = cg.compare([cg.Scenario(treatment=KETAMINE), cg.Scenario()], ["treated", "untreated"], days=1,
                          every_minutes=720, sets=4, progress=False)
    frame = compared.to_pandas("immobility", at_hours=[24])
    assert list(frame.columns) == ["untreated", "24 h", "24 h low 90", "24 h high 90", "24 h share of sets"]
    assert frame.loc["untreated", "24 h share of sets"] == 1  # nothing is given, nothing changes under any set
    for run, (_, row) in zip(compared.runs, frame.iterrows()):
        values, rest = run.sets.at("immobility", 24), run.sets.untreated("immobility")
        fallen = (values - rest) / rest <= -0.1
        assert row["24 h share of sets"] == np.mean(fallen == (row["24 h"] / row["untreated"] - 1 <= -0.1))
    assert len(compared.plot("immobility").collections) == 4  # two bands a run


@pytest.mark.parametrize("asked, words", [
    (lambda: cg.run(cg.Scenario(), days=1, sets=1), ("sets", "between 2")),
    (lambda: cg.run(cg.Scenario(), days=1, sets=2.5), ("sets", "whole number")),
    (lambda: cg.run(cg.Scenario(), days=1).bands(), ("bands", "sets=100")),
    (lambda: cg.predict("no-such-file.csv"), ("no-such-file.csv",)),
    (lambda: cg.ensemble("no-such-file.csv"), ("no-such-file.csv",)),
    (lambda: cg.cohort("depressed-humans"), ("depressed-humans", "depressed-human")),
    (lambda: cg.cohort(treatment="ketamin 1 mg/kg iv at 0 h"), ("treatment", "ketamin")),
    (lambda: cg.cohort(treatment="ketamine 1 mg/kg iv at -5 h"), ("first visit", "-5")),
    (lambda: cg.cohort(at_hours=(2, 1)), ("at_hours", "ascend")),
    (lambda: cg.cohort(at_hours=(float("nan"), 1)), ("at_hours",)),
    (lambda: cg.cohort(at_hours=()), ("visit",)),
    (lambda: cg.cohort(subjects=0), ("subjects", "between 1")),
    (lambda: cg.cohort(readouts=["moood"]), ("readouts", "mood")),
    (lambda: cg.trial("esketamine-dose"), ("esketamine-doses",)),
    (lambda: cg.trial("esketamine-doses", replicates=0), ("replicates", "between 1")),
])
def test_what_is_asked_wrongly_is_one_sentence(asked, words):
    with pytest.raises(cg.InputError) as refused:
        asked()
    sentence = str(refused.value)
    assert "\n" not in sentence and all(word in sentence for word in words), sentence


def test_forecasts_are_probabilities_of_what_nobody_measured():
    frame = cg.predict(sets=3, progress=False)
    assert len(frame) > 0 and (frame["sets"] == 3).all()
    assert frame[["probability", "probability_if_equations_hold", "share_of_sets"]].stack().between(0, 1).all()
    assert (frame["low_90"] <= frame["median"]).all() and (frame["median"] <= frame["high_90"]).all()


def test_a_cohort_has_a_row_for_each_subject_and_visit_and_the_same_bits_again():
    def draw(seed):
        return cg.cohort(treatment="ketamine 0.5 mg/kg iv at 0 h for 0.67 h", subjects=5, at_hours=(0, 24), seed=seed,
                         progress=False)

    cohort = draw(1)
    frame, visits = cohort.to_pandas(), cohort.visits()
    assert len(frame) == 10 and visits["subjects"].tolist() == [5, 5] and 0 < cohort.accepted_share <= 1
    assert frame.equals(draw(1).to_pandas()) and not frame.equals(draw(2).to_pandas())
    assert visits["mean"][1] < visits["mean"][0]


def test_a_trial_is_the_tables_of_its_endpoints():
    trial = cg.trial("esketamine-doses", subjects=6, seed=2, progress=False)
    endpoints = trial.endpoints()
    assert set(endpoints["arm"]) == {"placebo", "28 mg", "56 mg", "84 mg"} and (endpoints["subjects"] == 6).all()
    assert len(trial.comparisons()) > 0 and "4 arms of 6 subjects" in repr(trial) and "seed 2" in repr(trial)
    assert trial.to_pandas()["arm"].nunique() == 4


def test_work_of_many_parts_can_be_interrupted():
    signal.signal(signal.SIGINT, signal.default_int_handler)  # who runs the tests may ignore it
    cg.ensemble(sets=2)
    threading.Timer(0.5, signal.pthread_kill, (threading.main_thread().ident, signal.SIGINT)).start()
    began = time.perf_counter()
    with pytest.raises(KeyboardInterrupt):
        cg.cohort(subjects=1_000_000, progress=False)
    assert time.perf_counter() - began < 5
    for worker in [one for one in threading.enumerate() if not one.daemon and one is not threading.main_thread()]:
        worker.join(30)
        assert not worker.is_alive(), "the work goes on after the interrupt"
