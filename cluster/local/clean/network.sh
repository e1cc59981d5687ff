#!/usr/bin/env bash
# Removes the node's device, its routes, every chain of kube-proxy and the kubelet, and our rules.
set -euo pipefail
. "$CLUSTER_DIR/lib/local.sh"

# Rules that name our chains or carry our comment, then the chains themselves: as one transaction
# a table, without touching any other program's rule.
clean_tables() {
  local save=$1 restore=$2 rules
  rules=$("$save" 2>/dev/null | awk '
    /^\*/ { table = $0; delete chains; rules = ""; count = 0; next }
    /^:KUBE-/ { name = substr($1, 2); chains[name] = 1; count++; next }
    /^-A KUBE-/ { next }
    /^-A / && (/ -j KUBE-/ || /--comment "?trainyard"? /) { sub(/^-A/, "-D"); rules = rules $0 "\n"; count++; next }
    /^COMMIT/ && count {
      print table
      for (name in chains) print ":" name " - [0:0]"   # declared again is emptied
      printf "%s", rules
      for (name in chains) print "-X " name
      print "COMMIT"
    }')
  [[ -z $rules ]] || "$restore" -w 10 --noflush <<<"$rules"
}
if have iptables-save; then
  clean_tables iptables-save iptables-restore
  clean_tables ip6tables-save ip6tables-restore
fi

# A pod's device goes with its network namespace; one that a killed run left half made has its
# address still, the pods' gateway.
gateway=${POD_CIDR%.*.*}.0.1
for device in $(ip -o -4 address show to "$gateway/32" | awk '{ print $2 }'); do
  [[ $device != veth* ]] || ip link delete "$device" 2>/dev/null || true
done
# shellcheck disable=SC2153 # from addresses.env
if ip link show "$DEVICE" >/dev/null 2>&1; then ip link delete "$DEVICE"; fi

# Connections remembered to pods that are gone would catch a new pod with the same address.
if have conntrack; then
  for cidr in "$POD_CIDR" "$SERVICE_CIDR"; do
    for side in --orig-src --orig-dst --reply-src; do
      conntrack -D "$side" "$cidr" >/dev/null 2>&1 || true # «0 entries deleted» counts as failure
    done
  done
fi

if [[ -d $STATE/sysctl ]]; then
  for saved in "$STATE"/sysctl/*; do
    key=${saved##*/}
    cat "$saved" >"/proc/sys/${key//.//}"
  done
fi
