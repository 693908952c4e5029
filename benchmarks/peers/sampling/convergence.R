# Draws of known shape with R-hat and effective sizes as R's posterior package computes them, for ConvergenceTest:
#   Rscript benchmarks/peers/sampling/convergence.R > simulation-core/src/test/resources/org/capgate/sampling/convergence.csv
# Debian: r-cran-posterior (1.4.0 made the file). One row per chain; the three figures are those of all chains of its case.
suppressPackageStartupMessages(library(posterior))
set.seed(1)
n <- 101 # odd: the middle draw is left out
chains <- 4
ar <- function(rho) as.numeric(arima.sim(list(ar = rho), n))
cases <- list(
  independent = replicate(chains, rnorm(n)),
  slow = replicate(chains, ar(0.9)),
  alternating = replicate(chains, ar(-0.7)),
  apart = sapply(1:chains, function(i) rnorm(n) + (i == 1)),
  spread = sapply(1:chains, function(i) rnorm(n) * ifelse(i == 1, 3, 1)),
  heavy = replicate(chains, rcauchy(n)),
  ties = round(replicate(chains, ar(0.5))),
  drifting = sapply(1:chains, function(i) ar(0.3) + (1:n) / 50)
)
cat("case,r_hat,bulk,tail,draws\n")
for (name in names(cases)) {
  x <- matrix(as.numeric(formatC(cases[[name]], digits = 10, format = "g")), n, chains)
  for (chain in 1:chains) {
    cat(sprintf("%s,%.12g,%.12g,%.12g,%s\n", name, rhat(x), ess_bulk(x), ess_tail(x),
                paste(formatC(x[, chain], digits = 10, format = "g", width = 1), collapse = " ")))
  }
}
