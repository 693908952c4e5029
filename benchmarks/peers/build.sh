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

build_peers() {
  rm -f "$out"/{cvode,klu,odeint,lsoda.so,peak}
  if ! command -v gcc >/dev/null; then
    wanted gcc "every peer in C"
    install_line
    return
  fi
  gcc "${flags[@]}" -fPIC -c "$out/model.c" -o "$out/model.o"
  gcc "${flags[@]}" -fPIC -c "$here/animal.c" -o "$out/animal.o"
  gcc "${flags[@]}" -c "$here/server.c" -o "$out/server.o"
  local model=("$out/model.o" "$out/animal.o") sundials=(-lsundials_cvode -lsundials_nvecserial)
  if has cvode/cvode.h c; then
    gcc "${flags[@]}" "$here/cvode.c" "${model[@]}" "$out/server.o" -o "$out/cvode" "${sundials[@]}" -lm
    if has sunlinsol/sunlinsol_klu.h c && has klu.h c; then
      gcc "${flags[@]}" -DKLU -I/usr/include/suitesparse "$here/cvode.c" "${model[@]}" "$out/server.o" \
        -o "$out/klu" "${sundials[@]}" -lsundials_sunlinsolklu -lsundials_sunmatrixsparse -lm
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

install_line() {
  ((${#missing[@]})) || return 0
  echo "to have them: apt-get install --no-install-recommends ${missing[*]}" >&2
}

print_machine() {
  local cpu cores
  cpu=$(sed -n 's/^model name[^:]*: //p' /proc/cpuinfo 2>/dev/null | head -n 1)
  cores=$(getconf _NPROCESSORS_ONLN)
  echo "machine   ${cpu:-unknown processor}, $cores cores, $(uname -sm), load $(cut -d' ' -f1 /proc/loadavg 2>/dev/null)"
  echo "java      $("$java" -version 2>&1 | sed -n 's/.*Runtime Environment *//p')"
  ! command -v gcc >/dev/null || echo "compiler  gcc $(gcc -dumpfullversion), ${flags[*]:0:2}"
}
