# shellcheck shell=bash
# Debian packages, unpacked instead of installed: nothing starts a service, nothing of the
# machine's own containerd or Prometheus is touched, and the cache holds all of it.

# unpack_debs FOLDER PACKAGE…
unpack_debs() {
  local folder=$1 work
  shift
  work=$(mktemp -d "$CACHE/.debs.XXXXXX")
  # A new machine has no package lists yet.
  apt-cache show "$@" >/dev/null 2>&1 || apt-get update
  # apt-get downloads into the current folder.
  (cd "$work" && apt-get -qq -o APT::Sandbox::User=root download "$@")
  local deb
  for deb in "$work"/*.deb; do
    dpkg -x "$deb" "$folder"
  done
  rm -rf "$work"
}

# Dies naming the libraries of a binary that this machine lacks.
check_libraries() {
  local missing
  missing=$(ldd "$1" | grep 'not found' || true)
  [[ -z $missing ]] || die "$1 lacks libraries: $missing"
}
