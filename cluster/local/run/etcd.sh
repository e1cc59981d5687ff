#!/usr/bin/env bash
# etcd. It need not survive a power cut, so it need not wait for the disk.
set -euo pipefail
. "$CLUSTER_DIR/lib/local.sh"

client=https://$NODE_IP:$ETCD_PORT peer=https://$NODE_IP:$ETCD_PEER_PORT
start_daemon etcd "$(binary etcd)" --name trainyard --data-dir "$STATE/etcd" --unsafe-no-fsync \
  --listen-client-urls "$client" --advertise-client-urls "$client" \
  --listen-peer-urls "$peer" --initial-advertise-peer-urls "$peer" --initial-cluster "trainyard=$peer" \
  --client-cert-auth --trusted-ca-file "$PKI/ca.crt" --cert-file "$PKI/etcd.crt" --key-file "$PKI/etcd.key" \
  --peer-client-cert-auth --peer-trusted-ca-file "$PKI/ca.crt" --peer-cert-file "$PKI/etcd.crt" --peer-key-file "$PKI/etcd.key" \
  --log-level warn
