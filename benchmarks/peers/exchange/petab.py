"""Reads a PEtab problem (format version 1) and evaluates it at its nominal values by sbml.py: shares no code with CapGate.

petab.py PROBLEM.yaml [METHOD] [RELATIVE_TOLERANCE] [PARAMETER=VALUE ...]    METHOD: LSODA, BDF (default) or Radau
prints a CSV table (observable, condition, time, measurement, simulation, sigma), then chi2 and the log-likelihood.
First it checks what the specification asks of the tables; exit code 1 and a line for each fault.
"""
import csv
import math
import os
import re
import sys

import yaml

from sbml import Model

ID = re.compile(r"[A-Za-z_]\w*$")
COLUMNS = {"conditions": {"conditionId"}, "observables": {"observableId", "observableFormula", "noiseFormula"},
           "measurements": {"observableId", "simulationConditionId", "measurement", "time"},
           "parameters": {"parameterId", "parameterScale", "lowerBound", "upperBound", "estimate"}}


def table(folder, names, kind):
    rows = []
    for name in [names] if isinstance(names, str) else names:
        with open(os.path.join(folder, name), newline="", encoding="utf-8") as file:
            reader = csv.DictReader(file, delimiter="\t")
            missing = COLUMNS[kind] - set(reader.fieldnames)
            assert not missing, f"{name}: no column {sorted(missing)}"
            rows += list(reader)
    return rows


def faults(model, conditions, observables, measurements, parameters):
    """What the specification forbids, in words."""
    numbers, ids = set(model.numbers), [p["parameterId"] for p in parameters]
    for kind, rows, key in (("condition", conditions, "conditionId"), ("observable", observables, "observableId"),
                            ("parameter", parameters, "parameterId")):
        names = [row[key] for row in rows]
        yield from (f"{kind} {name!r} is no valid id" for name in names if not ID.match(name))
        if len(set(names)) < len(names):
            yield f"a {kind} is stated twice"
    columns = set(conditions[0]) - {"conditionId", "conditionName"}
    yield from (f"condition column {c} is not in the model" for c in columns - numbers)
    yield from (f"{c} is in conditions and parameters" for c in columns & set(ids))
    yield from (f"{i} is given by a rule and is a parameter" for i in set(ids) & set(model.ruled))
    yield from (f"observable {o['observableId']} is in the model too" for o in observables if o["observableId"] in numbers)
    used = set()
    for o in observables:
        used |= set(re.findall(r"[A-Za-z_]\w*", o["observableFormula"] + " " + o["noiseFormula"]))
        if o.get("observableTransformation", "lin") not in ("lin", "log", "log10") or o.get("noiseDistribution", "normal") != "normal":
            yield f"observable {o['observableId']}: transformation or distribution"
    placeholders = {u for u in used if re.match(r"(observable|noise)Parameter\d+_", u)}
    yield from (f"{u} of a formula is neither in the model nor a parameter" for u in used - placeholders - numbers - set(ids))
    for m in measurements:
        if m["observableId"] not in {o["observableId"] for o in observables}:
            yield f"measurement of unknown observable {m['observableId']}"
        if m["simulationConditionId"] not in {c["conditionId"] for c in conditions}:
            yield f"measurement under unknown condition {m['simulationConditionId']}"
        if not (math.isfinite(float(m["measurement"])) and float(m["time"]) >= 0):
            yield f"measurement {m['measurement']} at {m['time']}"
        for kind in ("observable", "noise"):
            given = len([x for x in (m.get(kind + "Parameters") or "").split(";") if x])
            wanted = len({p for p in placeholders if re.match(rf"{kind}Parameter\d+_{m['observableId']}$", p)})
            if given != wanted:
                yield f"{given} {kind}Parameters where the formulas of {m['observableId']} have {wanted}"
    for p in parameters:
        low, high = float(p["lowerBound"]), float(p["upperBound"])
        if not low < high or not low <= float(p["nominalValue"]) <= high or p["estimate"] not in "01":
            yield f"bounds of {p['parameterId']}"
        if p["parameterScale"] not in ("lin", "log", "log10") or (p["parameterScale"] != "lin" and low <= 0):
            yield f"scale of {p['parameterId']}"
        if p["parameterId"] not in numbers | used:
            yield f"{p['parameterId']} is used nowhere"


def evaluated(folder, problem, parameters, changes, method, tolerance):
    """A row (observable, condition, time, measurement, simulation, sigma, transformation) per measurement of one problem."""
    path = os.path.join(folder, problem["sbml_files"][0])
    conditions = table(folder, problem["condition_files"], "conditions")
    observables = {o["observableId"]: o for o in table(folder, problem["observable_files"], "observables")}
    measurements = table(folder, problem["measurement_files"], "measurements")
    found = list(faults(Model(path), conditions, list(observables.values()), measurements, parameters))
    if found:
        sys.exit("\n".join(found))
    nominal = {p["parameterId"]: float(p["nominalValue"]) for p in parameters} | changes
    for condition in conditions:
        own = [m for m in measurements if m["simulationConditionId"] == condition["conditionId"]]
        if not own:
            continue
        numbers = {c: float(v) for c, v in condition.items() if c not in ("conditionId", "conditionName") and v}
        model = Model(path)
        model = Model(path, numbers | {p: v for p, v in nominal.items() if p in model.numbers})
        times = sorted({0.0, *(float(m["time"]) for m in own)})
        rows = dict(zip(times, model.solve(times if len(times) > 1 else [0.0, 1.0], method, tolerance)))
        for m in own:
            scope = dict(nominal, **dict(zip(model.states + model.ruled, rows[float(m["time"])])))
            for kind in ("observable", "noise"):
                for i, value in enumerate(x for x in (m.get(kind + "Parameters") or "").split(";") if x):
                    scope[f"{kind}Parameter{i + 1}_{m['observableId']}"] = nominal[value] if value in nominal else float(value)
            o = observables[m["observableId"]]
            yield (m["observableId"], condition["conditionId"], float(m["time"]), float(m["measurement"]),
                   eval(o["observableFormula"], {}, scope), eval(o["noiseFormula"], {}, scope), o.get("observableTransformation") or "lin")


def fit(rows):
    """chi2 and log-likelihood of normal errors on the scale of each observable."""
    chi2 = likelihood = 0
    for *_, measured, simulated, sigma, scale in rows:
        change = {"lin": lambda x: x, "log": math.log, "log10": math.log10}[scale]
        slope = {"lin": 1, "log": measured, "log10": measured * math.log(10)}[scale]
        residual = (change(measured) - change(simulated)) / sigma
        chi2 += residual ** 2
        likelihood -= 0.5 * math.log(2 * math.pi) + math.log(sigma * slope) + 0.5 * residual ** 2
    return chi2, likelihood


if __name__ == "__main__":
    path, *options = sys.argv[1:]
    changes = {name: float(value) for name, value in (o.split("=") for o in options if "=" in o)}
    plain = [o for o in options if "=" not in o] + ["BDF", "1e-10"][len([o for o in options if "=" not in o]):]
    folder = os.path.dirname(os.path.abspath(path))
    with open(path, encoding="utf-8") as file:
        problem = yaml.safe_load(file)
    assert problem["format_version"] == 1
    parameters = table(folder, problem["parameter_file"], "parameters")
    rows = [row for one in problem["problems"] for row in evaluated(folder, one, parameters, changes, plain[0], float(plain[1]))]
    print("observable,condition,time,measurement,simulation,sigma")
    for row in rows:
        print(",".join(map(str, row[:-1])))
    print("chi2,{!r}\nlogLikelihood,{!r}".format(*fit(rows)))
