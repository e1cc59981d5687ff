# shellcheck shell=bash
# Paths and words that every file of cluster/ shares. Sourced first.
CLUSTER_DIR=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
REPO_DIR=$(dirname "$CLUSTER_DIR")
CACHE=${TRAINYARD_CACHE:-${HOME:-/root}/.cache/trainyard}
if [[ -n ${TRAINYARD_STATE:-} ]]; then
  STATE=$TRAINYARD_STATE
elif ((EUID == 0)); then
  STATE=/var/lib/trainyard
else
  STATE=$HOME/.local/state/trainyard # kind needs no root
fi
KUBECONFIG_FILE=$STATE/kubeconfig
export CLUSTER_DIR REPO_DIR CACHE STATE

set -a
# shellcheck source=../versions.env
. "$CLUSTER_DIR/versions.env"
# shellcheck source=../addresses.env
. "$CLUSTER_DIR/addresses.env"
set +a

# Words for a person go to standard error: standard output carries only what a caller reads
# (`cluster path`, `cluster env`).
say() { printf '%s\n' "$*" >&2; }
die() {
  say "cluster: $*"
  exit 1
}
have() { command -v "$1" >/dev/null 2>&1; }

# wait_until SECONDS WHAT COMMAND…: true as soon as COMMAND is; dies naming WHAT after SECONDS.
wait_until() {
  local end=$((SECONDS + $1)) what=$2
  shift 2
  until "$@" >/dev/null 2>&1; do
    ((SECONDS < end)) || die "waited in vain for $what"
    sleep 0.2
  done
}
