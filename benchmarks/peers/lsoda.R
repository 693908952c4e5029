# R's deSolve, lsoda, with everything of the model compiled; answers as server.c does. What R itself
# needs for one call of ode() is part of its time.
suppressPackageStartupMessages(library(deSolve))
arguments <- commandArgs(trailingOnly = TRUE)
library <- arguments[1]
samples <- as.integer(arguments[2])
every <- as.numeric(arguments[3])
variables <- as.integer(arguments[4])
breakpoints <- as.integer(arguments[5])
dyn.load(library)
dll <- sub("[.]so$", "", basename(library))
y0 <- .C("initial_state", numeric(variables))[[1]]
times <- every * (0:samples)
doses <- .C("breakpoints", numeric(breakpoints))[[1]]
doses <- doses[doses < every * samples]

solve_once <- function(rtol, atol) {
  ode(y0, times, func = "derivatives", jacfunc = "jacobian", jactype = "fullusr",
      parms = NULL, dllname = dll, initfunc = "initialise", method = "lsoda",
      rtol = rtol, atol = atol, hini = 0.015, hmax = 0, maxsteps = 5000000,
      events = if (length(doses)) list(func = "breakpoint", time = doses))
}

# proc.time() counts in milliseconds, so runs of at least 20 ms together are one timing.
seconds <- function() sum(proc.time()[1:2])
time_one <- function(rtol, atol, runs) {
  before <- seconds()
  for (i in seq_len(runs)) solve_once(rtol, atol)
  1e3 * (seconds() - before) / runs
}

cat("ready R", as.character(getRversion()), "deSolve", as.character(packageVersion("deSolve")), "lsoda\n")
input <- file("stdin", "r")
while (length(line <- readLines(input, 1))) {
  word <- strsplit(line, " ")[[1]]
  number <- as.numeric(word[-1])
  answer <- tryCatch(
    if (word[1] == "solve") {
      out <- solve_once(number[1], number[2])
      if (nrow(out) != samples + 1) stop("ended early")
      count <- .C("evaluations", numeric(1))[[1]]
      paste(c("ok", count, sprintf("%.17g", t(out[-1, -1]))), collapse = " ")
    } else {
      once <- time_one(number[1], number[2], 5)
      runs <- max(5, ceiling(max(20, number[3] / 5) / max(once, 0.01)))
      timed <- replicate(5, time_one(number[1], number[2], runs))
      paste("ok", min(timed), median(timed), 5 * runs)
    },
    error = function(e) { message("lsoda: ", conditionMessage(e)); "failed" })
  cat(answer, "\n", sep = "")
  flush(stdout())
}
