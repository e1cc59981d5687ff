#!/usr/bin/env bash
# What the local node needs beside the control plane.
set -euo pipefail
. "$CLUSTER_DIR/lib/common.sh"
. "$CLUSTER_DIR/lib/parts.sh"
. "$CLUSTER_DIR/lib/go-build.sh"

# Without these the binaries call themselves v0.0.0-master, and kubectl and the node would
# report that (https://github.com/kubernetes/kubernetes/blob/v1.34.4/hack/lib/version.sh).
version=$(part_version kube)
IFS=. read -r major minor _ <<<"$version"
flags='-s -w'
for package in k8s.io/component-base/version k8s.io/client-go/pkg/version; do
  flags+=" -X $package.gitVersion=v$version -X $package.gitMajor=$major -X $package.gitMinor=$minor -X $package.gitTreeState=clean"
done
for name in kubelet kube-proxy kube-scheduler; do
  go_build kubernetes "k8s.io/kubernetes/cmd/$name" "$name" -ldflags "$flags"
done
