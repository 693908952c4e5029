"""Sensitivities and fits; run against an installed wheel: python/test."""
import numpy as np
import pandas
import pytest

import capgate as cg

KETAMINE = cg.Scenario(treatment="ketamine 10 mg/kg ip at 0 h")
CLEARANCE = next(name for name in cg.parameters() if name.startswith("ketamine/kinetics/mouse/central/clearance"))
SHIPPED = cg.parameters()[CLEARANCE]


def test_a_derivative_is_the_slope_of_two_runs():
    frame = cg.sensitivity(KETAMINE, CLEARANCE, ["brain-ketamine", "mood"], [2, 24], progress=False)
    assert frame["readout"].tolist() == ["brain-ketamine"] * 2 + ["mood"] * 2 and frame["time_h"].tolist() == [2, 24] * 2
    above, below = (cg.run(KETAMINE.with_(parameters={CLEARANCE: factor * SHIPPED}), days=1, every_minutes=120,
                           tolerance=1e-9).at("brain-ketamine", 2) for factor in (1.001, 0.999))
    assert frame["per_unit"][0] == pytest.approx((above - below) / (0.002 * SHIPPED), rel=1e-3)  # second order in 0.1 %
    assert frame["normalised"][0] == pytest.approx(frame["per_unit"][0] * SHIPPED / frame["value"][0])


@pytest.mark.parametrize("method, column", [("morris", "mean_size"), ("sobol", "total")])
def test_what_a_concentration_leans_on_is_clearance_and_no_synapse(method, column):
    other = next(name for name in cg.parameters() if "synap" in name.lower() and "/" not in name)
    frame = cg.sensitivity(KETAMINE, [CLEARANCE, other], ["brain-ketamine"], [2], method, points=8, progress=False)
    of = frame.set_index("number")[column]
    assert of[CLEARANCE] > 0 and of[other] == pytest.approx(0, abs=1e-3 * of[CLEARANCE])
    again = cg.sensitivity(KETAMINE, [CLEARANCE, other], ["brain-ketamine"], [2], method, points=8, progress=False)
    assert frame.equals(again)


def test_a_fit_finds_the_number_the_data_were_made_with():
    true = KETAMINE.with_(parameters={CLEARANCE: 1.2 * SHIPPED})
    run = cg.run(true, days=0.5, every_minutes=30, tolerance=1e-8)
    data = pandas.DataFrame({"id": "mice", "time": [1.0, 2.0, 4.0], "readout": "brain-ketamine",
                             "value": [run.at("brain-ketamine", hours) for hours in (1, 2, 4)]})
    fitted = cg.fit({"mice": KETAMINE}, data, CLEARANCE, factor=3, starts=2, progress=False)
    assert fitted.parameters[CLEARANCE] == pytest.approx(1.2 * SHIPPED, rel=1e-5)
    row = fitted.to_pandas().loc[CLEARANCE]
    assert row["before"] == SHIPPED and row["low_95"] <= row["value"] <= row["high_95"]
    np.testing.assert_allclose(fitted.residuals()["predicted"], data["value"], rtol=1e-4)
    assert fitted.freedom == 2 and "1 numbers" in repr(fitted)
    profile = fitted.intervals(progress=False).loc[CLEARANCE]
    assert profile["low_95"] <= profile["value"] <= profile["high_95"] and not profile["beaten"]
    points = fitted.profiles(progress=False)
    assert (points["value"] == points[CLEARANCE]).all() and points["value"].is_monotonic_increasing
    trend = fitted.check_residuals()["trend"]
    assert np.isnan(trend) or -1 <= trend <= 1  # no number where all residuals are alike


def test_subjects_have_a_spread_and_data_like_theirs():
    rows = []
    for number, factor in enumerate((0.8, 1.0, 1.25, 1.1)):
        run = cg.run(KETAMINE.with_(parameters={CLEARANCE: factor * SHIPPED}), days=0.5, every_minutes=30, tolerance=1e-8)
        rows += [("mice", f"mouse {number}", hours, "brain-ketamine", run.at("brain-ketamine", hours)) for hours in (1, 2, 3)]
    data = pandas.DataFrame(rows, columns=["id", "subject", "time", "readout", "value"])
    fitted = cg.fit({"mice": KETAMINE}, data, CLEARANCE, factor=3, starts=1, progress=False)
    between = fitted.between(progress=False).loc[CLEARANCE]
    logs = np.log([0.8, 1.0, 1.25, 1.1])
    assert between["spread"] == pytest.approx(logs.std(ddof=1), rel=1e-2) and between["of"] == "logarithm"
    assert between["typical"] == pytest.approx(SHIPPED * np.exp(logs.mean()), rel=1e-2)
    vpc = fitted.vpc(20, progress=False)
    assert set(vpc["percentile"]) == {5, 50, 95} and (vpc["low_95"] <= vpc["high_95"]).all()
    assert len(cg.fit({"mice": KETAMINE}, data.drop(columns="subject"), CLEARANCE, starts=1, progress=False).between()) == 0


def test_a_problem_of_petab_is_read_or_refused_with_its_place(tmp_path):
    problem = tmp_path / "problem.yaml"
    problem.write_text("format_version: 2\nparameter_file: p.tsv\nproblems: []\n")
    with pytest.raises(cg.InputError, match="format_version: must be 1, but was '2'"):
        cg.fit(petab=problem)
    with pytest.raises(cg.InputError, match="petab: states"):
        cg.fit({"mice": KETAMINE}, petab=problem)


def _data(**changed):
    return pandas.DataFrame({"id": ["mice"] * 2, "time": [1, 2], "readout": "mood", "value": [0.1, 0.2], **changed})


@pytest.mark.parametrize("asked, words", [
    (lambda: cg.sensitivity(KETAMINE, "noSuchNumber"), ("by", "noSuchNumber")),
    (lambda: cg.sensitivity(KETAMINE, []), ("by", "at least one")),
    (lambda: cg.sensitivity("wild-type-ketamin", CLEARANCE), ("wild-type-ketamine",)),
    (lambda: cg.sensitivity(KETAMINE, CLEARANCE, factor=1001), ("factor", "1000")),
    (lambda: cg.sensitivity(KETAMINE, CLEARANCE, method="sobal"), ("method", "sobol")),
    (lambda: cg.sensitivity(KETAMINE, CLEARANCE, ["moood"]), ("readouts", "mood")),
    (lambda: cg.sensitivity(KETAMINE, CLEARANCE, at_hours=[2, 1]), ("ascend",)),
    (lambda: cg.sensitivity(KETAMINE, CLEARANCE, at_hours=[]), ("at least one",)),
    (lambda: cg.sensitivity(KETAMINE, CLEARANCE, factor=1), ("factor", "1.0001")),
    (lambda: cg.sensitivity(KETAMINE, CLEARANCE, method="morris", points=1), ("points", "2")),
    (lambda: cg.fit({}, _data(), CLEARANCE), ("scenarios",)),
    (lambda: cg.fit({"mice": KETAMINE}, _data(id=["mouse", "mice"]), CLEARANCE), ("data", "mouse", "mice")),
    (lambda: cg.fit({"mice": KETAMINE}, _data(value=[0.1, float("nan")]), CLEARANCE), ("data", "value")),
    (lambda: cg.fit({"mice": KETAMINE}, _data(), [CLEARANCE, "fitted"]), ("observations",)),
    (lambda: cg.fit({"mice": KETAMINE}, "no-such-file.csv", CLEARANCE), ("no-such-file.csv",)),
    (lambda: cg.fit({"mice": KETAMINE}, _data(), CLEARANCE, starts=0), ("starts", "1")),
])
def test_what_is_asked_wrongly_is_one_sentence(asked, words):
    with pytest.raises(cg.InputError) as refused:
        asked()
    sentence = str(refused.value)
    assert "\n" not in sentence and all(word in sentence for word in words), sentence
