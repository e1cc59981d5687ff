# shellcheck shell=bash
# Ports of the daemons on the node's address. The usual one where it is free; a service of the
# machine that listens on every address can hold it, then the next free one.

port_is_free() {
  # Fields: state, queues, local address; «*:6443», «0.0.0.0:6443» and «[::]:6443» all take it.
  ! ss -Hltn "sport = :$1" | awk -v ip="$NODE_IP" '{ sub(/:[0-9]+$/, "", $4) } $4 == "*" || $4 == "0.0.0.0" || $4 == "[::]" || $4 == ip { found = 1 } END { exit !found }'
}

choose_ports() {
  local entry port
  for entry in API:6443 ETCD:2379 ETCD_PEER:2380 CONTROLLERS:10257 SCHEDULER:10259 KUBELET:10250 KUBELET_HEALTH:10248 PROXY_HEALTH:10256 PROXY_METRICS:10249; do
    port=${entry#*:}
    until port_is_free "$port"; do port=$((port + 10000 > 65000 ? port - 9999 : port + 10000)); done
    echo "export ${entry%:*}_PORT=$port"
  done
}
