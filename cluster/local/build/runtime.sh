#!/usr/bin/env bash
# containerd, runc and the CNI plugins, from Debian.
set -euo pipefail
. "$CLUSTER_DIR/lib/common.sh"
. "$CLUSTER_DIR/lib/deb.sh"

unpack_debs "$DEST/root" containerd runc containernetworking-plugins
install -m 755 "$DEST"/root/usr/bin/{containerd,containerd-shim-runc-v2,ctr} "$DEST/root/usr/sbin/runc" "$DEST/bin"
mkdir "$DEST/cni"
install -m 755 "$DEST"/root/usr/lib/cni/{ptp,host-local,loopback} "$DEST/cni"
rm -r "$DEST/root"
for binary in "$DEST"/bin/* "$DEST"/cni/*; do
  check_libraries "$binary"
done
"$DEST/bin/containerd" --version
"$DEST/bin/runc" --version
