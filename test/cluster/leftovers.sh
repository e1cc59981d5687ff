#!/usr/bin/env bash
# Shows that `cluster down` leaves nothing behind: takes stock of the machine before `up` and after
# `down` (and after a second `down`) and compares. Ends with the cluster down.
# KILL_AFTER=SECONDS: in addition, the first `up` is killed with all its processes after that time,
# and the second one must clear up and succeed.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
cluster=$here/../../cluster/cluster
state=${TRAINYARD_STATE:-/var/lib/trainyard}
buildah_lock=${TRAINYARD_CACHE:-$HOME/.cache/trainyard}/locks/buildah
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

marked() { grep -lsFxz -- "TRAINYARD_CLUSTER_OF=$state" /proc/[0-9]*/environ | cut -d/ -f3 || true; }

stock() {
  echo "## devices" && ip -o link | awk -F': ' '{ print $2 }' | sort
  echo "## addresses and routes" && ip -o -4 address | awk '{ print $2, $4 }' | sort && ip -4 route show table all | sort
  # An image build that somebody runs meanwhile keeps its mounts.
  echo "## mounts" && awk '{ print $1, $2, $3 }' /proc/mounts | { flock --nonblock "$buildah_lock" cat || grep -v /buildah/; } | sort
  echo "## cgroups" && find /sys/fs/cgroup -type d | sort
  # Counters differ from one second to the next, rules do not. A table that was never asked for is
  # absent from the list, an asked-for empty one is there; only rules and chains of ours count.
  echo "## rules" && { { iptables-save; ip6tables-save; } 2>/dev/null | grep -E '^(-A|:[A-Z]+-)' || true; } | sed 's/ \[[0-9:]*\]//' | sort
  echo "## processes" && marked | sort
  echo "## network namespaces" && { ls /run/netns 2>/dev/null || true; }
  echo "## folders" && { ls -d "$state" /var/log/containers /var/log/pods /usr/sbin/policy-rc.d /var/lib/kubelet /var/lib/containerd /run/containerd /var/lib/cni /etc/cni 2>/dev/null || true; }
  echo "## settings" && (cd /proc/sys && head net/ipv4/ip_forward net/ipv4/conf/all/route_localnet net/ipv4/conf/all/forwarding vm/overcommit_memory vm/panic_on_oom kernel/panic kernel/panic_on_oops net/netfilter/nf_conntrack_max 2>/dev/null)
}

# Every process below one, itself included.
tree() {
  local child children=()
  echo "$1"
  read -ra children < <(cat /proc/"$1"/task/*/children 2>/dev/null | tr '\n' ' ') || true
  for child in "${children[@]}"; do tree "$child"; done
}

compare() {
  stock >"$work/after"
  if ! diff -u "$work/before" "$work/after"; then
    echo "FAILED: $1 left something behind"
    exit 1
  fi
  echo "ok  nothing left after $1"
}

"$cluster" down
stock >"$work/before"

if [[ -n ${KILL_AFTER:-} ]]; then
  setsid "$cluster" up >"$work/killed.log" 2>&1 &
  up=$!
  sleep "$KILL_AFTER"
  mapfile -t victims < <({ tree "$up"; marked; } | sort -un)
  kill -KILL "${victims[@]}" 2>/dev/null || true
  wait "$up" 2>/dev/null || true
  echo "killed ${#victims[@]} processes after $KILL_AFTER s, in: $(tail -n 1 "$work/killed.log")"
fi

start=$SECONDS
"$cluster" up >"$work/up.log" 2>&1 || { cat "$work/up.log"; exit 1; }
echo "up in $((SECONDS - start)) s"
start=$SECONDS
"$cluster" up >/dev/null 2>&1
echo "up again in $((SECONDS - start)) s"
start=$SECONDS
"$cluster" down
echo "down in $((SECONDS - start)) s"
compare down
"$cluster" down
compare "a second down"
