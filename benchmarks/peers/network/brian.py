"""Steps the network of a folder with Brian2 (C++ standalone) and compares its state with CapGate's.

The equations are those CapGate printed from its statement; the synapses and the start are CapGate's too.
Usage: brian.py FOLDER
"""
import json
import os
import sys
import warnings

warnings.filterwarnings("ignore")
import numpy
from brian2 import NeuronGroup, Network, Synapses, device, ms, prefs, second, set_device, defaultclock, BrianLogger

BrianLogger.suppress_name("base")
folder = os.path.abspath(sys.argv[1])
with open(os.path.join(folder, "model.json")) as text:
    model = json.load(text)


def array(name, kind=numpy.float64):
    return numpy.fromfile(os.path.join(folder, name), dtype=kind)


set_device("cpp_standalone", directory=os.path.join(folder, "brian"), build_on_run=False)
prefs.devices.cpp_standalone.openmp_threads = 0
prefs.devices.cpp_standalone.extra_make_args_unix = ["-j2"]
defaultclock.dt = model["stepMilliseconds"] * ms

network = Network()
groups = {}
for cells in model["classes"]:
    namespace = dict(cells["constants"], hour=3600 * second)
    group = NeuronGroup(cells["neurons"], cells["equations"], method="euler", namespace=namespace, name=cells["name"].lower())
    for name in cells["variables"] + cells["inputs"]:
        setattr(group, name, array(f"{cells['name']}.{name}"))
    # A signal is computed once per neuron and stored; written as a subexpression it would be computed once per synapse.
    signals = "\n".join(f"{name} = {value}" for name, value in cells["signals"].items())
    group.run_regularly(signals, when="start")
    groups[cells["name"]] = group
    network.add(group)
for projection in model["projections"]:
    source, target = groups[projection["source"]], groups[projection["target"]]
    weight = projection["weight"]
    term = f"{projection['signal']}_pre"
    equations = f"{projection['input']}_post = {'w' if weight is None else repr(weight)}*{term} : 1 (summed)"
    synapses = Synapses(source, target, equations + ("\nw : 1 (constant)" if weight is None else ""), name=projection["file"].lower())
    synapses.connect(i=array(projection["file"] + ".source", numpy.int32), j=array(projection["file"] + ".target", numpy.int32))
    if weight is None:
        synapses.w = array(projection["file"] + ".weight")
    network.add(synapses)

RUNS = 10
network.run(model["warmUpSteps"] * defaultclock.dt)
device.insert_code("main", 'struct timespec began, ended; FILE *took = fopen("took.txt", "w");')
for run in range(RUNS):
    device.insert_code("main", "clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &began);")
    network.run(model["steps"] // RUNS * defaultclock.dt)
    device.insert_code("main", "clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &ended);"
                       ' fprintf(took, "%.9f\\n", ended.tv_sec - began.tv_sec + 1e-9*(ended.tv_nsec - began.tv_nsec));')
device.insert_code("main", "fclose(took);")
device.build(directory=os.path.join(folder, "brian"), compile=True, run=True)

milliseconds = 1e3 * numpy.loadtxt(os.path.join(folder, "brian", "took.txt")) / (model["steps"] // RUNS)
worst, worst_name, moved = 0.0, "", 0.0
for cells in model["classes"]:
    for name in cells["variables"]:
        ours = array(f"{cells['name']}.{name}.final")
        theirs = numpy.asarray(getattr(groups[cells["name"]], name)[:])
        error = float(numpy.max(numpy.abs(ours - theirs) / (numpy.abs(ours) + 1e-6)))
        if not error <= worst:
            worst, worst_name = error, name
        start = array(f"{cells['name']}.{name}")
        moved = max(moved, float(numpy.max(numpy.abs(ours - start) / (numpy.abs(start) + 1e-6))))
with open(os.path.join(folder, "brian.json"), "w") as text:
    flags = " ".join(prefs.codegen.cpp.extra_compile_args_gcc)
    json.dump({"median": float(numpy.median(milliseconds)), "best": float(milliseconds.min()), "largestDifference": worst, "of": worst_name, "moved": moved, "flags": flags}, text)
