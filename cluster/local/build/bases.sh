#!/usr/bin/env bash
# Puts the three base images that the Dockerfiles of images/ name into buildah's store:
# Debian from the part base-debian, Node and Python upon it. Only what is missing or stale.
set -euo pipefail
# shellcheck source=../../lib/common.sh
. "$(dirname "${BASH_SOURCE[0]}")/../../lib/common.sh"
. "$CLUSTER_DIR/lib/parts.sh"
. "$CLUSTER_DIR/lib/buildah.sh"
. "$CLUSTER_DIR/lib/registries.sh"

# Each base carries the recipe it was made from as a label, and is kept while that is unchanged.
label=dev.trainyard.recipe
is_fresh() {
  [[ $(buildah_ inspect --type image --format "{{index .OCIv1.Config.Labels \"$label\"}}" "$1" 2>/dev/null) == "$2" ]]
}

debian() {
  local folder container
  folder=$(part_folder base-debian)
  is_fresh "$BASE_DEBIAN" "$folder" && return
  echo "base $BASE_DEBIAN"
  container=$(buildah_ from scratch)
  buildah_ add --quiet "$container" "$folder/rootfs.tar" /
  buildah_ config --cmd '["bash"]' --label "$label=$folder" "$container"
  buildah_ commit --quiet --rm "$container" "$BASE_DEBIAN"
}

# child REFERENCE RECIPE-PART SETUP: SETUP is a function that gets the working container.
child() {
  local reference=$1 recipe container
  recipe="$2 $(sha256sum <"${BASH_SOURCE[0]}" | cut -c1-12)"
  is_fresh "$reference" "$recipe" && return
  echo "base $reference"
  container=$(buildah_ from --pull-never "$BASE_DEBIAN")
  "$3" "$container"
  buildah_ config --label "$label=$recipe" "$container"
  buildah_ commit --quiet --rm "$container" "$reference"
}

# As the official image: node and npm below /usr/local, a user `node` with id 1000.
node_setup() {
  buildah_ copy --quiet "$1" "$(part_folder node)/bin" /usr/local/bin
  buildah_ copy --quiet "$1" "$(part_folder node)/lib" /usr/local/lib
  buildah_ run --isolation chroot "$1" -- useradd --create-home --uid 1000 --shell /bin/bash node
  buildah_ config --cmd '["node"]' "$1"
}

# As the official image: python, python3, pip in /usr/local/bin, and pip may install system-wide
# (Debian forbids that by a marker file, PEP 668; in an image there is no system to protect).
python_setup() {
  local mounts=()
  mapfile -t mounts < <(registry_mounts "$BUILDAH_HOME/tmp/registries")
  # shellcheck disable=SC2016 # for the shell in the container
  buildah_ run --isolation chroot "${mounts[@]}" "$1" -- sh -euc '
    apt-get update -qq
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends ca-certificates python3 python3-pip python3-venv
    rm -rf /var/lib/apt/lists/* /usr/lib/python3*/EXTERNALLY-MANAGED
    for name in python python3 python3.11; do ln -s /usr/bin/python3.11 /usr/local/bin/$name; done
    for name in pip pip3; do ln -s /usr/bin/pip3 /usr/local/bin/$name; done'
  buildah_ config --cmd '["python3"]' "$1"
}

buildah_tidy
debian
if [[ ${1:-all} == all ]]; then
  child "$BASE_NODE" "$(part_folder base-debian) $(part_folder node)" node_setup
  child "$BASE_PYTHON" "$(part_folder base-debian)" python_setup
fi
