#!/usr/bin/env bash
# Argo CD's own «core» by its released images, with the settings that manifests/argocd.yaml has.
set -euo pipefail
# shellcheck source=../lib/kind.sh
. "$CLUSTER_DIR/lib/kind.sh"

kubectl_ create namespace argocd --dry-run=client -o yaml | kubectl_ apply -f -
kubectl_ apply --server-side --force-conflicts --namespace argocd --kustomize "https://github.com/argoproj/argo-cd/manifests/core-install?ref=v$(part_version argocd)"
kubectl_ patch configmap argocd-cm --namespace argocd --type merge --patch '{"data": {"timeout.reconciliation": "5s", "timeout.reconciliation.jitter": "0s"}}'
kubectl_ patch configmap argocd-cmd-params-cm --namespace argocd --type merge --patch '{"data": {"controller.resource.health.persist": "true"}}'
manifest argocd-project | kubectl_ apply --server-side --force-conflicts --field-manager trainyard-cluster -f -
# The settings are read at the start.
kubectl_ rollout restart deployment/argocd-repo-server statefulset/argocd-application-controller --namespace argocd
kubectl_ rollout status deployment/argocd-redis deployment/argocd-repo-server statefulset/argocd-application-controller --namespace argocd --timeout 300s
