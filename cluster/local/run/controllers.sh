#!/usr/bin/env bash
# The controller manager and the scheduler.
set -euo pipefail
. "$CLUSTER_DIR/lib/local.sh"

# One instance each: leader election would only delay the start after a kill.
# A node that died is noticed in seconds, so tests of that need not wait 40.
start_daemon kube-controller-manager "$(binary kube-controller-manager)" \
  --kubeconfig "$PKI/controller-manager.kubeconfig" --leader-elect=false \
  --bind-address "$NODE_IP" --secure-port "$CONTROLLERS_PORT" \
  --use-service-account-credentials --service-account-private-key-file "$PKI/service-account.key" \
  --root-ca-file "$PKI/ca.crt" --cluster-signing-cert-file "$PKI/ca.crt" --cluster-signing-key-file "$PKI/ca.key" \
  --cluster-cidr "$POD_CIDR" --service-cluster-ip-range "$SERVICE_CIDR" --allocate-node-cidrs=false \
  --controllers '*,bootstrapsigner,tokencleaner' --horizontal-pod-autoscaler-sync-period 5s \
  --kube-api-qps 200 --kube-api-burst 400
cat >"$STATE/scheduler.yaml" <<YAML
apiVersion: kubescheduler.config.k8s.io/v1
kind: KubeSchedulerConfiguration
clientConnection: {kubeconfig: $PKI/scheduler.kubeconfig, qps: 200, burst: 400}
leaderElection: {leaderElect: false}
YAML
start_daemon kube-scheduler "$(binary kube-scheduler)" --config "$STATE/scheduler.yaml" \
  --bind-address "$NODE_IP" --secure-port "$SCHEDULER_PORT"
