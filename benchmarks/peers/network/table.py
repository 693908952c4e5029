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
ways = ["double precision", "single-precision deviations"]
print(f"  CapGate (Java {ours['java']}), signals summed in")
for way in ways:
    took = ours[way]
    share = ours["bytesPerSynapse"] / ours["bytesPerNanosecond"] / took["nanosecondsPerSynapse"]
    print(f"    {way + ':':29} median {took['median']:.3f}, best {took['best']:.3f}; of which sums {took['sumsMedian']:.3f}, best"
          f" {took['sumsBest']:.3f} = {took['nanosecondsPerSynapse']:.3f} ns a synapse, {100 * share:.0f} % of the bandwidth bound")
print(f"    as many sums over 2048 sources, which stay in the first cache: {ours['fewSourcesNanosecondsPerSynapse']:.3f} ns a synapse")
print(f"    bound: {ours['bytesPerSynapse']:.2f} bytes a synapse at the {ours['bytesPerNanosecond']:.1f} GB/s one thread gets")
path = os.path.join(folder, "brian.json")
if os.path.exists(path):
    with open(path) as text:
        brian = json.load(text)
    print(f"  Brian2 C++ standalone: median {brian['median']:.3f}, best {brian['best']:.3f}   ({brian['flags']})")
    for way in ways:
        print(f"  Brian2 / CapGate, {way}: {brian['median'] / ours[way]['median']:.2f} of medians, {brian['best'] / ours[way]['best']:.2f} of best")
    print(f"  states after all steps differ by at most {brian['largestDifference']:.1e} (relative, {brian['of']});"
          f" the steps moved them by {brian['moved']:.1e}")
    if not brian["largestDifference"] <= LARGEST_DIFFERENCE or not brian["moved"] > 1e-3:
        sys.exit("  the two did not compute the same")
