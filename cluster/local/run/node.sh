#!/usr/bin/env bash
# The kubelet and kube-proxy: with them the machine becomes a node.
set -euo pipefail
. "$CLUSTER_DIR/lib/local.sh"

# Pods resolve outside names as the machine does; a loopback resolver of the machine is not theirs.
grep -vE '^nameserver[[:space:]]+(127\.|::1)' /etc/resolv.conf >"$STATE/resolv.conf" || true

# The kubelet wants the root of its cgroups to exist, in every hierarchy it uses.
if [[ -f /sys/fs/cgroup/cgroup.controllers ]]; then
  mkdir -p "/sys/fs/cgroup/$CGROUP"
  for controller in cpu cpuset memory pids; do
    echo "+$controller" >/sys/fs/cgroup/cgroup.subtree_control
    echo "+$controller" >"/sys/fs/cgroup/$CGROUP/cgroup.subtree_control"
  done
else
  for hierarchy in /sys/fs/cgroup/*/; do
    [[ -f $hierarchy/cgroup.procs && ! -f $hierarchy/cgroup.controllers ]] && mkdir -p "$hierarchy/$CGROUP"
  done
fi

# evictionHard at nothing and image collection at 100 %: a full disk of the developer's is no
# reason to kill pods or to throw away images that no registry has.
cat >"$STATE/kubelet.yaml" <<YAML
apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
address: $NODE_IP
port: $KUBELET_PORT
healthzBindAddress: $NODE_IP
healthzPort: $KUBELET_HEALTH_PORT
authentication: {anonymous: {enabled: false}, webhook: {enabled: true}, x509: {clientCAFile: $PKI/ca.crt}}
authorization: {mode: Webhook}
tlsCertFile: $PKI/kubelet-server.crt
tlsPrivateKeyFile: $PKI/kubelet-server.key
containerRuntimeEndpoint: unix://$CONTAINERD_SOCKET
cgroupDriver: cgroupfs
cgroupRoot: /$CGROUP
failSwapOn: false
failCgroupV1: false
localStorageCapacityIsolation: false
clusterDNS: [$DNS_IP]
clusterDomain: cluster.local
resolvConf: $STATE/resolv.conf
maxPods: 250
podsPerCore: 0
serializeImagePulls: false
registerWithTaints: []
nodeStatusUpdateFrequency: 5s
syncFrequency: 10s
eventRecordQPS: 0
kubeAPIQPS: 200
kubeAPIBurst: 400
imageGCHighThresholdPercent: 100
imageGCLowThresholdPercent: 99
evictionHard: {memory.available: 50Mi, nodefs.available: 0%, nodefs.inodesFree: 0%, imagefs.available: 0%, imagefs.inodesFree: 0%}
staticPodPath: ""
volumePluginDir: $STATE/volume-plugins
podLogsDir: $STATE/pod-logs
YAML
start_daemon kubelet "$(binary kubelet)" --config "$STATE/kubelet.yaml" --root-dir "$STATE/kubelet" \
  --kubeconfig "$PKI/kubelet.kubeconfig" --hostname-override "$NODE_NAME" --node-ip "$NODE_IP"

# conntrack settings stay the machine's; localhostNodePorts would change route_localnet.
cat >"$STATE/proxy.yaml" <<YAML
apiVersion: kubeproxy.config.k8s.io/v1alpha1
kind: KubeProxyConfiguration
mode: iptables
clientConnection: {kubeconfig: $PKI/proxy.kubeconfig}
clusterCIDR: $POD_CIDR
hostnameOverride: $NODE_NAME
healthzBindAddress: $NODE_IP:$PROXY_HEALTH_PORT
metricsBindAddress: $NODE_IP:$PROXY_METRICS_PORT
bindAddress: 0.0.0.0
nodePortAddresses: [$NODE_IP/32]
iptables: {syncPeriod: 30s, minSyncPeriod: 0s, localhostNodePorts: false}
conntrack: {maxPerCore: 0, min: 0, tcpEstablishedTimeout: 0s, tcpCloseWaitTimeout: 0s}
YAML
start_daemon kube-proxy "$(binary kube-proxy)" --config "$STATE/proxy.yaml"
wait_until 60 "the node to register" kubectl_ get node "$NODE_NAME"
