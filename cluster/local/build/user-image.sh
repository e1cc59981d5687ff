#!/usr/bin/env bash
# Builds images/NAME/Dockerfile and loads the result into containerd: user-image.sh NAME HASH.
# The archive is kept: a new cluster loads it without a build.
set -euo pipefail
# shellcheck source=../../lib/local.sh
. "$CLUSTER_DIR/lib/local.sh"
. "$CLUSTER_DIR/lib/buildah.sh"
. "$CLUSTER_DIR/lib/registries.sh"

name=$1 hash=$2
reference=trainyard.dev/$name:dev
archive=$CACHE/images/$name-$hash.tar

if [[ ! -f $archive ]]; then
  mapfile -t mounts < <(registry_mounts "$BUILDAH_HOME/tmp/registries-$name")
  # chroot isolation and the machine's own network: neither nested namespaces nor a bridge needed.
  renice -n 5 $$ >/dev/null
  buildah_ bud --isolation chroot --network host --pull-never --layers "${mounts[@]}" \
    --tag "$reference" --file "$REPO_DIR/$IMAGES/$name/Dockerfile" "$REPO_DIR"
  rm -f "$CACHE/images/.$name.tar"
  buildah_ push --quiet "$reference" "docker-archive:$CACHE/images/.$name.tar:$reference"
  rm -f "$CACHE/images/$name"-*.tar
  mv "$CACHE/images/.$name.tar" "$archive"
fi
ctr_ images import "$archive"
