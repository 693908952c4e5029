"""Reads an SBML file with libSBML and solves it with SciPy: shares no code with CapGate.

sbml.py MODEL.xml END EVERY METHOD [RELATIVE_TOLERANCE]    METHOD: LSODA, BDF or Radau
prints a CSV table: time (h), then every value that a rule gives or that has a rate.
"""
import math
import re
import sys

import libsbml
import numpy as np
from scipy.integrate import solve_ivp

FUNCTIONS = {"exp": math.exp, "sqrt": math.sqrt, "pow": pow, "e": math.e,
             "piecewise": lambda value, condition, other: value if condition else other}


class Model:
    """One compiled function each for rates, rules and initial assignments; events are (time, names, function of their new values)."""

    def __init__(self, path, changes=()):
        document = libsbml.readSBML(path)
        if document.getNumErrors(libsbml.LIBSBML_SEV_ERROR):
            raise ValueError(document.getErrorLog().toString())
        model = document.getModel()
        self.numbers = {p.getId(): p.getValue() for p in model.getListOfParameters()}
        self.numbers.update(changes)
        rates = {r.getVariable(): python(r.getMath()) for r in model.getListOfRules() if r.isRate()}
        rules = {r.getVariable(): python(r.getMath()) for r in model.getListOfRules() if r.isAssignment()}
        self.states, self.ruled = list(rates), list(rules)
        self.constants = [name for name in self.numbers if name not in rates and name not in rules]
        unpack = lambda names, array: "".join(f"    {mangled(n)} = {array}[{i}]\n" for i, n in enumerate(names))
        body = unpack(self.states, "y") + unpack(self.constants, "k")
        body += "".join(f"    {mangled(n)} = {rules[n]}\n" for n in ordered(rules))
        collect = lambda items: "[" + ", ".join(items) + "]"
        source = f"def rates(time, y, k):\n{body}    return {collect(rates[n] for n in self.states)}\n"
        source += f"def values(time, y, k):\n{body}    return {collect(map(mangled, self.states + self.ruled))}\n"
        jumps = {f"at{i}": {a.getVariable(): python(a.getMath()) for a in e.getListOfEventAssignments()}
                 for i, e in enumerate(model.getListOfEvents())}
        jumps["start"] = {a.getSymbol(): python(a.getMath()) for a in model.getListOfInitialAssignments() if a.getSymbol() not in changes}
        for name, jump in jumps.items():
            source += f"def {name}(time, y, k):\n{body}    return {collect(jump.values())}\n"
        scope = dict(FUNCTIONS)
        exec(compile(source, path, "exec"), scope)
        self.rates, self.values = scope["rates"], scope["values"]
        self.start = list(jumps["start"]), scope["start"]
        self.events = sorted(((threshold(e), list(jumps[f"at{i}"]), scope[f"at{i}"]) for i, e in enumerate(model.getListOfEvents())),
                             key=lambda event: event[0])

    def solve(self, times, method, relative):
        """Rows of all values at the times, restarting wherever an event is due."""
        y, now, rows, events = [self.numbers[n] for n in self.states], times[0], [], list(self.events)
        y = self.jump(now, y, *self.start)
        while True:
            k = [self.numbers[n] for n in self.constants]
            end = min([times[-1]] + [t for t, _, _ in events if t > now])
            last = end >= times[-1] and not any(t == end for t, _, _ in events)
            inside = [t for t in times if now <= t < end or (last and t == end)]
            run = solve_ivp(self.rates, (now, end), y, method, sorted({*inside, end}), args=(k,),
                            rtol=relative, atol=1e-2 * relative)
            if not run.success:
                raise ArithmeticError(run.message)
            rows += [self.values(t, state, k) for t, state in zip(run.t, run.y.T) if t in set(inside)]
            if last:
                return rows
            y, now = run.y[:, -1], end
            for _, names, becomes in [e for e in events if e[0] == end]:
                y = self.jump(now, y, names, becomes)
            events = [e for e in events if e[0] > end]

    def jump(self, time, y, names, becomes):
        """The states after some numbers became others."""
        self.numbers.update(zip(names, becomes(time, y, [self.numbers[n] for n in self.constants])))
        return [self.numbers[n] if n in names else value for n, value in zip(self.states, y)]


def python(math_ml):
    text = libsbml.formulaToL3StringWithSettings(math_ml, SETTINGS)
    return re.sub(r"(?<![\w.])[A-Za-z_]\w*(?!\w|\()", lambda m: mangled(m[0]), text).replace("^", "**")


def mangled(name):
    return name if name == "time" else "v_" + name


def threshold(event):
    """Time of a trigger that reads time >= number."""
    trigger = event.getTrigger().getMath()
    assert trigger.getType() == libsbml.AST_RELATIONAL_GEQ and trigger.getChild(0).getType() == libsbml.AST_NAME_TIME
    return trigger.getChild(1).getValue()


def ordered(rules):
    """Names of rules, each after those it uses."""
    done = {}
    def place(name):
        if name not in done:
            done[name] = True
            for used in re.findall(r"v_(\w+)", rules[name]):
                if used in rules:
                    place(used)
            order.append(name)
    order = []
    for name in rules:
        place(name)
    return order


SETTINGS = libsbml.L3ParserSettings()
SETTINGS.setParseUnits(False)

if __name__ == "__main__":
    path, end, every, method = sys.argv[1], float(sys.argv[2]), float(sys.argv[3]), sys.argv[4]
    model = Model(path)
    times = np.linspace(0, end, round(end / every) + 1)
    rows = model.solve(list(times), method, float(sys.argv[5]) if len(sys.argv) > 5 else 1e-9)
    print(",".join(["time"] + model.states + model.ruled))
    for time, row in zip(times, rows):
        print(",".join(repr(float(v)) for v in [time, *row]))
