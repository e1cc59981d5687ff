#!/usr/bin/env bash
# Argo CD (one program, called by the names of its parts), kustomize beside it, and its manifests.
set -euo pipefail
. "$CLUSTER_DIR/lib/common.sh"
. "$CLUSTER_DIR/lib/parts.sh"
. "$CLUSTER_DIR/lib/go-build.sh"

go_build argocd github.com/argoproj/argo-cd/v3/cmd argocd \
  -ldflags "-s -w -X github.com/argoproj/argo-cd/v3/common.version=$(part_version argocd)"
go_build argocd sigs.k8s.io/kustomize/kustomize/v5 kustomize -ldflags "-s -w"

module=$(go_module_folder argocd github.com/argoproj/argo-cd/v3)
# What its Dockerfile puts beside the program.
install -m 755 "$module"/hack/{gpg,git-verify}-wrapper.sh "$DEST/bin"
mkdir "$DEST/manifests"
cp -r "$module"/manifests/{crds,cluster-rbac,base} "$DEST/manifests"
# The module cache is read-only; a cache folder must be removable.
chmod -R u+w "$DEST"
