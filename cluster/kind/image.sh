#!/usr/bin/env bash
# Builds images/NAME/Dockerfile with Docker and loads it into the node: image.sh NAME.
set -euo pipefail
# shellcheck source=../lib/kind.sh
. "$CLUSTER_DIR/lib/kind.sh"
# shellcheck source=../lib/image-context.sh
. "$CLUSTER_DIR/lib/image-context.sh"

docker build --tag "trainyard.dev/$1:dev" --file "$REPO_DIR/$IMAGES/$1/Dockerfile" "$REPO_DIR"
kind load docker-image "trainyard.dev/$1:dev" --name "$KIND_NAME"
