# shellcheck shell=bash
# What Argo CD calls or expects in its image, as its own Dockerfile has it; and Redis, so that one image does for all
# of its pods (https://github.com/argoproj/argo-cd/blob/v3.5.7/Dockerfile).
# shellcheck source=registries.sh
. "$CLUSTER_DIR/lib/registries.sh"

# finish_argocd CONTAINER: wants DEST of the image, buildah_ and binary.
finish_argocd() {
  local mounts=()
  mapfile -t mounts < <(registry_mounts "$BUILDAH_HOME/tmp/registries-argocd")
  buildah_ copy --quiet --chmod 755 "$1" "$(part_folder argocd)"/bin/* "$(binary helm)" /usr/local/bin/
  # shellcheck disable=SC2016 # for the shell in the container
  buildah_ run --isolation chroot "${mounts[@]}" "$1" -- sh -euc '
    apt-get update -qq
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends ca-certificates git gpg gpg-agent redis-server tini
    rm -rf /var/lib/apt/lists/*
    useradd --uid 65532 --create-home argocd
    mkdir -p /app/config/ssh /app/config/tls /app/config/gpg/source /app/config/gpg/keys
    for part in application-controller repo-server git-ask-pass; do ln -s argocd /usr/local/bin/argocd-$part; done'
  buildah_ config --workingdir /home/argocd --env USER=argocd --env HOME=/home/argocd "$1"
}
