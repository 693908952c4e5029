"""Causes, regions, searches and kinetics; run against an installed wheel: python/test."""
import pytest

import capgate as cg

KETAMINE = cg.Scenario(treatment="ketamine 10 mg/kg ip at 0 h")


def test_what_a_change_came_from_adds_up_to_the_change_of_the_run():
    frame = cg.explain(KETAMINE, "mood", 0, 24)
    run = cg.run(KETAMINE, days=1, every_minutes=60)
    assert frame.attrs["change"] == pytest.approx(run.at("mood", 24) - run.at("mood", 0), abs=1e-4)
    assert frame["contribution"].sum() + frame.attrs["remainder"] == pytest.approx(frame.attrs["change"], rel=1e-2)
    assert frame["symbol"][0] == "nmdaInhibitoryEffect" and frame["share"].sum() == pytest.approx(1, abs=1e-2)


def test_against_a_knockout_the_causes_are_where_the_runs_part():
    frame = cg.explain(KETAMINE, "mood", against=KETAMINE.with_(genotype="4EBP2 x0 inhibitory"))
    assert "parting" in set(frame["kind"]) and frame.attrs["change"] > 0.05


def test_on_the_border_of_a_region_the_verdict_turns():
    region = cg.region("B01", "moodByExcitation", points=5, progress=False)
    border, grid = region.border()["moodByExcitation"], region.to_pandas()
    assert region.shown_now and len(border) == 1 and 0 < region.to_border < 1
    assert grid["shown"].tolist() == (grid["moodByExcitation"] > border[0]).tolist()
    plane = cg.region("B01", ["moodByExcitation", "captureGainExcitatory"], points=3, progress=False)
    assert len(plane.to_pandas()) == 9 and plane.border()["piece"].value_counts().eq(2).all()


def test_a_search_breeds_the_same_designs_again_beside_known_compounds():
    first, again = (cg.search("best-schedule", generations=1, progress=False) for _ in range(2))
    assert first.equals(again) and (first["failed_sets"] == 0).any()
    designs = first[first["design"].str.isdigit()]
    assert len(designs) > 1 and first["treatment"].str.contains("ketamine").any()


def test_the_highest_concentration_is_that_of_the_run():
    frame = cg.kinetics(KETAMINE, 24).set_index(["compound", "site"])
    run = cg.run(KETAMINE, days=1, every_minutes=1)
    row = frame.loc[("ketamine", "plasma")]
    assert row["maximum_micromolar"] == pytest.approx(run["plasma-ketamine"].max(), rel=1e-3)
    assert row["is_given"] and not frame.loc[("hnk", "brain")]["is_given"]
    assert row["area_micromolar_hours"] <= row["whole_area_micromolar_hours"]
    assert cg.kinetics(cg.Scenario(), 24).empty


def test_the_profile_of_a_parameter_falls_from_its_top():
    found = cg.profile("captureGainExcitatory", evaluations=1, progress=False)
    points = found.to_pandas()
    assert points["value"].is_monotonic_increasing and points["rise"].min() == 0
    assert (points["value"] == points["captureGainExcitatory"]).all()
    with pytest.raises(cg.InputError, match="did you mean 'captureGainExcitatory'"):
        cg.profile("captureGainExcitatry")


@pytest.mark.parametrize("asked, words", [
    (lambda: cg.region("B1", "moodByExcitation"), ("finding", "B01")),
    (lambda: cg.region("B01", ["moodByExcitation"] * 2), ("by", "one or two")),
    (lambda: cg.region("B01", "fitted"), ("by", "fitted")),
    (lambda: cg.region("B01", "moodByExcitation", points=1), ("points", "2")),
    (lambda: cg.explain(KETAMINE, "moood"), ("of", "mood")),
    (lambda: cg.explain(KETAMINE, to_hours=0), ("to_hours", "from_hours")),
    (lambda: cg.explain(KETAMINE.with_(treatment="ketamine 10 mg/kg ip at 30 h")), ("to_hours", "30 h")),
    (lambda: cg.kinetics(KETAMINE, 0), ("until_hours", "> 0")),
    (lambda: cg.search("safer"), ("safer-than-ketamine",)),
    (lambda: cg.search("no-such.yaml"), ("no-such.yaml",)),
    (lambda: cg.search("best-schedule", generations=0), ("generations", "1")),
])
def test_what_is_asked_wrongly_is_one_sentence(asked, words):
    with pytest.raises(cg.InputError) as refused:
        asked()
    sentence = str(refused.value)
    assert "\n" not in sentence and all(word in sentence for word in words), sentence
