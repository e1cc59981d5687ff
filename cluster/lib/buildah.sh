# shellcheck shell=bash
# buildah with a store of its own in the cache, apart from the machine's /var/lib/containers.
BUILDAH_HOME=$CACHE/buildah

buildah_() {
  mkdir -p "$BUILDAH_HOME/tmp" "$BUILDAH_HOME/run"
  # TMPDIR also decides where RUN --mount=type=cache keeps its folders.
  TMPDIR=$BUILDAH_HOME/tmp command buildah --root "$BUILDAH_HOME/storage" --runroot "$BUILDAH_HOME/run" \
    --storage-driver overlay "$@"
}

# Image references in the form that Docker and containerd use for a Dockerfile's FROM line.
BASE_DEBIAN=docker.io/library/debian:bookworm-slim
BASE_NODE=docker.io/library/node:24-bookworm-slim
BASE_PYTHON=docker.io/library/python:3.11-slim-bookworm

image_exists() { buildah_ inspect --type image "$1" >/dev/null 2>&1; }

# Every script that builds runs under this lock, one at a time: then a working container that
# exists already belongs to a build that was killed, and two heavy builds never share two cores.
BUILDAH_LOCK=$CACHE/locks/buildah

# Removes what killed builds left; a store that cannot even do that is made anew.
buildah_tidy() { buildah_ rm --all >/dev/null || buildah_reset; }

buildah_unmount() {
  local mount
  # The deepest first; only this store's.
  awk -v home="$BUILDAH_HOME/" 'index($2, home) == 1 { print length($2), $2 }' /proc/mounts | sort -rn | cut -d' ' -f2 |
    while read -r mount; do umount -l "$mount" 2>/dev/null || true; done # gone with its parent
}

buildah_reset() {
  buildah_unmount
  rm -rf "$BUILDAH_HOME/storage" "$BUILDAH_HOME/run"
}
