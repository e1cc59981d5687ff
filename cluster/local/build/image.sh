#!/usr/bin/env bash
# Builds one system image: image.sh NAME, from a part's binary, into $DEST/image.tar.
# Static binaries stand alone; those linked with glibc stand on the Debian base.
set -euo pipefail
. "$CLUSTER_DIR/lib/common.sh"
. "$CLUSTER_DIR/lib/parts.sh"
. "$CLUSTER_DIR/lib/buildah.sh"

name=$1
case $name in
  pause | coredns | istiod | versitygw | prometheus | metrics-server) base=scratch ;;
  envoy | argocd) base=$BASE_DEBIAN ;;
  *) die "no system image is called '$name'" ;;
esac

[[ $base == scratch ]] || bash "$CLUSTER_DIR/local/build/bases.sh" debian
entrypoint="[\"/usr/local/bin/$name\"]"
container=$(buildah_ from --pull-never "$base")
trap 'buildah_ rm "$container" >/dev/null' EXIT
buildah_ copy --quiet --chmod 755 "$container" "$(binary "$name")" "/usr/local/bin/$name"
if [[ $base == scratch ]]; then
  # Programs look for certificates and write temporary files here.
  empty=$(mktemp -d)
  mkdir -p "$empty/tmp"
  chmod 1777 "$empty/tmp"
  buildah_ copy --quiet "$container" "$empty" /
  rm -r "$empty"
fi
if [[ $name == argocd ]]; then
  # shellcheck source=../../lib/argocd-image.sh
  . "$CLUSTER_DIR/lib/argocd-image.sh"
  finish_argocd "$container"
  # Its manifests name the program.
  entrypoint='["/usr/bin/tini", "--"]'
fi
# 65532 is the «nonroot» user of distroless images; Istio's chart demands a user that is not root.
buildah_ config --user 65532:65532 --entrypoint "$entrypoint" --cmd '' "$container"
reference=$(system_image "$name")
buildah_ commit --quiet "$container" "$reference"
buildah_ push --quiet "$reference" "docker-archive:$DEST/image.tar:$reference"
