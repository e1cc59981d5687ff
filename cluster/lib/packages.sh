# shellcheck shell=bash
# The Debian packages that the local driver calls, each with a command that shows it is there.
PACKAGES=(
  buildah:buildah debootstrap:debootstrap iptables:iptables iproute2:ip conntrack:conntrack
  openssl:openssl curl:curl mount:mount util-linux:flock ca-certificates:update-ca-certificates
  procps:ps python3:python3 python3-pip:pip3 npm:npm
)

missing_packages() {
  local entry
  for entry in "${PACKAGES[@]}"; do
    # A user's PATH can lack the sbin folders.
    PATH=$PATH:/usr/sbin:/sbin have "${entry#*:}" || echo "${entry%%:*}"
  done
}
