#!/usr/bin/env bash
# The node's own device and address, the routes to services, and leave for pods to reach outside.
set -euo pipefail
. "$CLUSTER_DIR/lib/local.sh"

# A bridge without ports is used as a dummy device: kernels without the dummy driver have it.
ip link add "$DEVICE" type bridge
ip address add "$NODE_IP/32" dev "$DEVICE"
ip link set "$DEVICE" up
# The host needs some route to a ClusterIP before kube-proxy's rules can redirect the packet; the
# machine's default route would also choose the machine's address as the source.
ip route add "$SERVICE_CIDR" dev "$DEVICE" src "$NODE_IP"

# Pods are routed one by one (CNI ptp), so no bridge netfilter is needed, only forwarding.
mkdir -p "$STATE/sysctl"
for key in net/ipv4/ip_forward vm/overcommit_memory vm/panic_on_oom kernel/panic kernel/panic_on_oops; do
  # The kubelet sets the last four; `down` gives all of them back.
  cp "/proc/sys/$key" "$STATE/sysctl/${key//\//.}"
done
echo 1 >/proc/sys/net/ipv4/ip_forward

comment=(-m comment --comment trainyard)
iptables -w 10 -t nat -A POSTROUTING -s "$POD_CIDR" ! -d "$POD_CIDR" "${comment[@]}" -j MASQUERADE
# Where something else on the machine set FORWARD to drop (Docker does).
iptables -w 10 -I FORWARD -s "$POD_CIDR" "${comment[@]}" -j ACCEPT
iptables -w 10 -I FORWARD -d "$POD_CIDR" "${comment[@]}" -j ACCEPT
