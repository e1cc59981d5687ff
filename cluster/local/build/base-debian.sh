#!/usr/bin/env bash
# A minimal Debian as one tar file, from the mirror that this machine's apt uses.
set -euo pipefail
. "$CLUSTER_DIR/lib/common.sh"
. "$CLUSTER_DIR/lib/registries.sh"

work=$(mktemp -d "$CACHE/.debian.XXXXXX")
trap 'rm -rf "$work"' EXIT
mirror=$(debian_mirror "$DEBIAN_RELEASE")
[[ -n $mirror ]] || die "apt has no source for $DEBIAN_RELEASE"
debootstrap --variant=minbase "$DEBIAN_RELEASE" "$work/root" "$mirror"
# The same suites as the machine's (security updates among them), of Debian only.
debian_sources >"$work/root/etc/apt/sources.list"
# Packages that a later RUN installs leave no archive in the image.
echo 'DPkg::Post-Invoke { "rm -f /var/cache/apt/archives/*.deb || true"; };' >"$work/root/etc/apt/apt.conf.d/docker-clean"
rm -rf "$work"/root/var/cache/apt/archives/*.deb "$work"/root/var/lib/apt/lists/* "$work"/root/usr/share/{doc,man,locale}/* "$work"/root/var/log/*.log
# The names and addresses of the machine that built it are not the image's.
rm -f "$work/root/etc/hostname" "$work/root/etc/resolv.conf"
tar -C "$work/root" --exclude='./dev/*' --numeric-owner -cf "$DEST/rootfs.tar" .
