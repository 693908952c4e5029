"""Prints what a folder's capgate.json and brian.json say. Exits 1 when the two ended in different states."""
import json
import os
import sys

LARGEST_DIFFERENCE = 1e-9  # relative; rounding of 220 steps in another order gives about 1e-14

folder = sys.argv[1]
with open(os.path.join(folder, "capgate.json")) as text:
    ours = json.load(text)
weights = "all synapses of a neuron alike" if ours["bytesPerSynapse"] < 6 else "each synapse with a weight of its own"
print(f"{ours['neurons']} neurons, {ours['synapses']} synapses, {weights}; ms of processor time per step, one thread")
print(f"  CapGate (Java {ours['java']})   median {ours['medianMilliseconds']:.3f}   best {ours['bestMilliseconds']:.3f}"
      f"   of which sums over synapses: median {ours['sumsMedianMilliseconds']:.3f}")
print(f"  sums: {ours['nanosecondsPerSynapse']:.3f} ns a synapse, {ours['bytesPerSynapse']:.2f} bytes;"
      f" {100 * ours['shareOfBandwidth']:.0f} % of the {ours['bytesPerNanosecond']:.1f} GB/s one thread gets from memory")
path = os.path.join(folder, "brian.json")
if os.path.exists(path):
    with open(path) as text:
        brian = json.load(text)
    print(f"  Brian2 C++ standalone   mean {brian['milliseconds']:.3f}   ({brian['flags']})")
    print(f"  Brian2 / CapGate: {brian['milliseconds'] / ours['medianMilliseconds']:.2f}")
    print(f"  states after all steps differ by at most {brian['largestDifference']:.1e} (relative, {brian['of']});"
          f" the steps moved them by {brian['moved']:.1e}")
    if not brian["largestDifference"] <= LARGEST_DIFFERENCE or not brian["moved"] > 1e-3:
        sys.exit("  the two did not compute the same")
