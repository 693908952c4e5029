# Sourced by run: builds what is measured. Needs $root, $here, $out and $jar.

java=${JAVA_HOME:+$JAVA_HOME/bin/}java
flags=(-O3 -march=native -Wall -Wextra -Werror)
missing=()

build_benchmarks() {
  if [ -f "$jar" ] && [ -z "$(find "$root"/pom.xml "$root"/seeds "$root"/benchmarks/{pom.xml,src} \
      "$root"/simulation-{core,viz}/{pom.xml,src/main} -newer "$jar" -print -quit)" ]; then
    return
  fi
  echo "building the benchmarks" >&2
  (cd -- "$root" && mvn -q -B -Dquick -pl benchmarks -am package) </dev/null >"$out/maven.log" 2>&1 ||
    { tail -n 20 "$out/maven.log" >&2; exit 2; }
}

has() { # header, language
  echo "#include <$1>" | gcc -x "$2" -E -I/usr/include/suitesparse - >/dev/null 2>&1
}

wanted() { # package, what it is for
  missing+=("$1")
  echo "left out, not installed: $2" >&2
}

# What the peers are made of; the version of a library stands in its header.
ingredients() {
  cat "$out/model.c" "$here"/*.{c,h,cpp} "$here/build.sh"
  gcc --version
  cat /usr/include/sundials/sundials_config.h /usr/include/boost/version.hpp
  ls -l "$(command -v Rscript)" /usr/lib/R/site-library/deSolve/DESCRIPTION
}

build_peers_if_changed() {
  local sum
  sum=$(ingredients 2>/dev/null | cksum || true)
  if [ ! -f "$out/built" ] || [ "$(cat "$out/built")" != "$sum" ]; then
    rm -f "$out/built"
    build_peers
    ((${#missing[@]})) || echo "$sum" >"$out/built"
  fi
}

build_peers() {
  rm -f "$out"/{cvode,klu}{,-cohort} "$out"/{odeint,lsoda.so,peak}
  if ! command -v gcc >/dev/null; then
    wanted gcc "every peer in C"
    install_line
    return
  fi
  gcc "${flags[@]}" -fPIC -c "$out/model.c" -o "$out/model.o"
  gcc "${flags[@]}" -fPIC -c "$here/animal.c" -o "$out/animal.o"
  gcc "${flags[@]}" -c "$here/server.c" -o "$out/server.o"
  gcc "${flags[@]}" "$here/peak.c" -o "$out/peak"
  local model=("$out/model.o" "$out/animal.o")
  if has cvode/cvode.h c; then
    build_cvode cvode
    if has sunlinsol/sunlinsol_klu.h c && has klu.h c; then
      build_cvode klu -DKLU -lsundials_sunlinsolklu -lsundials_sunmatrixsparse
    fi
  else
    wanted libsundials-dev "CVODE"
  fi
  if ! command -v g++ >/dev/null; then
    wanted g++ "odeint"
  elif has boost/version.hpp c++; then
    # Without NDEBUG uBLAS checks every index.
    g++ "${flags[@]}" -DNDEBUG -DBOOST_UBLAS_NDEBUG "$here/odeint.cpp" "${model[@]}" "$out/server.o" \
      -o "$out/odeint" -lm
  else
    wanted libboost-dev "odeint"
  fi
  if command -v Rscript >/dev/null && Rscript --vanilla -e 'library(deSolve)' >/dev/null 2>&1; then
    gcc "${flags[@]}" -fPIC -shared "$here/lsoda.c" "${model[@]}" -o "$out/lsoda.so" -lm
  else
    wanted r-cran-desolve "R's deSolve"
  fi
  install_line
}

build_cvode() { # name, options
  local all=("${flags[@]}" -I/usr/include/suitesparse "$here/cvode_solver.c" "${model[@]}")
  local libraries=("${@:2}" -lsundials_cvode -lsundials_nvecserial -lm)
  gcc "${all[@]}" "$here/cvode.c" "$out/server.o" -o "$out/$1" "${libraries[@]}"
  gcc -fopenmp "${all[@]}" "$here/cohort.c" -o "$out/$1-cohort" "${libraries[@]}"
}

install_line() {
  ((${#missing[@]})) || return 0
  echo "to have them: apt-get install --no-install-recommends ${missing[*]}" >&2
}

pinned() { # artifact
  sed -n "/<artifactId>$1</{n;s/.*<version>\(.*\)<.*/\1/p;q}" "$root/pom.xml"
}

print_machine() {
  local cpu cores
  cpu=$(sed -n 's/^model name[^:]*: //p' /proc/cpuinfo 2>/dev/null | head -n 1)
  cores=$(getconf _NPROCESSORS_ONLN)
  echo "machine   ${cpu:-unknown processor}, $cores cores, $(uname -sm), load $(cut -d' ' -f1 /proc/loadavg 2>/dev/null)"
  echo "java      $("$java" -version 2>&1 | sed -n 's/.*Runtime Environment *//p')"
  echo "libraries commons-math3 $(pinned commons-math3), hipparchus-ode $(pinned hipparchus-ode)"
  ! command -v gcc >/dev/null || echo "compiler  gcc $(gcc -dumpfullversion), ${flags[*]:0:2}"
}
