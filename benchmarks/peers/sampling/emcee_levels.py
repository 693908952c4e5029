"""Posterior of three kinetic constants from eight drug levels by emcee, for DreamZsTest:
    /usr/bin/python3 benchmarks/peers/sampling/emcee_levels.py > simulation-core/src/test/resources/org/capgate/sampling/emcee-levels.csv
Debian: python3-emcee (3.1.4 made the file). The first rows are the data, so that the test states no number twice."""

import emcee
import numpy as np

LOW = np.log([0.2, 0.05, 1.0])  # absorption per hour, elimination per hour, volume in l/kg
HIGH = np.log([20.0, 2.0, 20.0])
DOSE = 10.0  # mg/kg
HOURS = np.array([0.25, 0.5, 1, 2, 4, 6, 8, 12])
LEVELS = np.array([1.05, 1.62, 1.71, 1.38, 0.83, 0.37, 0.24, 0.07])  # mg/l, invented
SCATTER = 0.2  # of their logarithm


def log_density(point):
    if np.any(point < LOW) or np.any(point > HIGH):
        return -np.inf
    ka, ke, volume = np.exp(point)
    if ka <= ke:  # which of both is which is a convention
        return -np.inf
    level = DOSE * ka / (volume * (ka - ke)) * (np.exp(-ke * HOURS) - np.exp(-ka * HOURS))
    return -0.5 * np.sum(((np.log(LEVELS) - np.log(level)) / SCATTER) ** 2)


walkers, steps, burn = 48, 60_000, 5_000
random = np.random.RandomState(7)
start = np.log([1.5, 0.3, 4.0]) + 0.05 * random.standard_normal((walkers, 3))
sampler = emcee.EnsembleSampler(walkers, 3, log_density)
sampler._random = random
sampler.run_mcmc(start, steps)
chain = sampler.get_chain(discard=burn)
time = emcee.autocorr.integrated_time(chain)
print("name,low,high,mean,mean_error,sd,sd_error")
for i, name in enumerate(["log absorption", "log elimination", "log volume"]):
    draws = chain[:, :, i].ravel()
    size = draws.size / time[i]
    mean, sd = draws.mean(), draws.std(ddof=1)
    kurtosis = np.mean((draws - mean) ** 4) / sd**4
    print(f"{name},{LOW[i]:.17g},{HIGH[i]:.17g},{mean:.6f},{sd / size**0.5:.6f},"
          f"{sd:.6f},{sd * ((kurtosis - 1) / (4 * size)) ** 0.5:.6f}")
for hours, level in zip(HOURS, LEVELS):
    print(f"level at {hours:g} h,,,{level:g},{SCATTER:g},,")
