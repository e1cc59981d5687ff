#!/usr/bin/env bash
# Lints the chart, renders it with each set of values in charts/trainyard/ci and runs the suites of charts/trainyard/tests
# by helm-unittest. `helm-check.sh render [FILE]` only prints what one set of values gives (default: the chart's own); the
# integration tests send that to an API server.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
chart=$root/charts/trainyard
helm=${HELM:-$(bash "$root/cluster/cluster" path helm)}

render() {
  # A Helm built from its module knows no Kubernetes version of its own, and the chart asks for a least one.
  "$helm" template trainyard "$chart" --namespace trainyard-system --kube-version 1.34.0 "$@"
}

# refuses NAME VALUES TEXT: values that must not render, and what Helm must say.
refuses() {
  local output
  if output=$(render --set "$2" 2>&1); then
    echo "$1: rendered, but must be refused" >&2
    return 1
  fi
  [[ $output == *"$3"* ]] || { echo "$1: refused for another reason: $output" >&2; return 1; }
}

# Built from the Go module that tools/go/helm-unittest pins, once for each version of it. Prints "N tests in M suites".
unit_tests() {
  local output suites
  output=$(cd "$root/tools/go/helm-unittest" && GOWORK=off GOFLAGS='-mod=readonly -buildvcs=false' go tool helm-unittest --strict "$chart" 2>&1) || { echo "$output" >&2; return 1; }
  # A chart without suites passes with helm-unittest. Here it does not.
  suites=$(sed -nE 's/^Test Suites: ([1-9][0-9]*) passed.*/\1/p' <<<"$output")
  [[ -n $suites ]] || { echo "no suite ran: $output" >&2; return 1; }
  sed -nE "s/^Tests: +([0-9]+) passed.*/\1 tests in $suites suites/p" <<<"$output"
}

if [[ ${1:-} == render ]]; then
  render ${2:+--values "$2"}
  exit
fi

package=$(mktemp -d)
trap 'rm -rf "$package"' EXIT
"$helm" lint --strict --quiet "$chart"
render >/dev/null
sets=1
for values in "$chart"/ci/*-values.yaml; do
  "$helm" lint --strict --quiet --values "$values" "$chart"
  render --values "$values" >/dev/null
  sets=$((sets + 1))
done
refuses "an unknown value" replcas=3 "replcas"
refuses "a log level that is none" logLevel=loud "logLevel"
refuses "a progress mode that is none" progress.mode=Sometimes "progress"
refuses "an account that nobody makes" serviceAccount.create=false "serviceAccount.name must name an account"
tests=$(unit_tests)
"$helm" package "$chart" --destination "$package" >/dev/null
if tar -tzf "$package"/*.tgz | grep '/tests/'; then
  echo "the package has the chart's tests in it: .helmignore" >&2
  exit 1
fi
echo "the chart renders with $sets sets of values, refuses 4 and passes $tests"
