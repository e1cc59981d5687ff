#!/usr/bin/env bash
# The API server, with an audit log: tests read from it who asked what.
set -euo pipefail
. "$CLUSTER_DIR/lib/local.sh"

mkdir -p "$STATE/audit"
# InternalIP only: else exec and logs would look the node's name up in DNS.
start_daemon kube-apiserver "$(binary kube-apiserver)" \
  --bind-address "$NODE_IP" --advertise-address "$NODE_IP" --secure-port "$API_PORT" \
  --service-cluster-ip-range "$SERVICE_CIDR" --kubelet-preferred-address-types InternalIP \
  --etcd-servers "https://$NODE_IP:$ETCD_PORT" --etcd-cafile "$PKI/ca.crt" \
  --etcd-certfile "$PKI/etcd.crt" --etcd-keyfile "$PKI/etcd.key" \
  --tls-cert-file "$PKI/apiserver.crt" --tls-private-key-file "$PKI/apiserver.key" --client-ca-file "$PKI/ca.crt" \
  --kubelet-certificate-authority "$PKI/ca.crt" \
  --kubelet-client-certificate "$PKI/apiserver-kubelet.crt" --kubelet-client-key "$PKI/apiserver-kubelet.key" \
  --service-account-issuer https://kubernetes.default.svc.cluster.local \
  --service-account-key-file "$PKI/service-account.pub" --service-account-signing-key-file "$PKI/service-account.key" \
  --authorization-mode Node,RBAC --enable-admission-plugins NodeRestriction,ValidatingAdmissionPolicy \
  --requestheader-client-ca-file "$PKI/front-proxy-ca.crt" --requestheader-allowed-names front-proxy-client \
  --requestheader-extra-headers-prefix X-Remote-Extra- --requestheader-group-headers X-Remote-Group \
  --requestheader-username-headers X-Remote-User --enable-aggregator-routing \
  --proxy-client-cert-file "$PKI/front-proxy.crt" --proxy-client-key-file "$PKI/front-proxy.key" \
  --audit-policy-file "$CLUSTER_DIR/manifests/audit-policy.yaml" --audit-log-path "$STATE/audit/audit.log" \
  --audit-log-maxsize 200 --audit-log-maxbackup 3 \
  --allow-privileged --event-ttl 24h --v 1
wait_until 60 "the API server" kubectl_ get --raw /readyz
