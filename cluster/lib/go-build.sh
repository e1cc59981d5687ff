# shellcheck shell=bash
# Builds a command of a Go module that go/<folder>/go.mod names as a `tool`
# (https://go.dev/doc/modules/managing-dependencies#tools): no main.go of ours is needed, and
# go.sum pins every byte. Result: $DEST/bin/<name>.

# go_build FOLDER PACKAGE NAME [FLAG…]
go_build() {
  local folder=$1 package=$2 name=$3
  shift 3
  command -v go >/dev/null || die "go is not installed; the local cluster is built from Go modules (https://go.dev/dl, 1.26 or later)"
  echo "go build $package"
  # GOWORK and GOFLAGS of the caller may not reach in: the same module must give the same binary.
  (cd "$CLUSTER_DIR/go/$folder" &&
    CGO_ENABLED=0 GOWORK=off GOFLAGS=-mod=readonly go build -buildvcs=false -trimpath -o "$DEST/bin/$name" "$@" "$package")
}

# Where a module that go/<folder> requires lies on disk, for its manifests.
go_module_folder() {
  (cd "$CLUSTER_DIR/go/$1" && GOWORK=off GOFLAGS=-mod=readonly go list -m -f '{{.Dir}}' "$2")
}
