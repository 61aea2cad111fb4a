#!/bin/sh
# Installs the Debian packages of the given list that are missing; says nothing when none is.
want=$(grep -v '^#' "$1")
missing=
for p in $want; do
  [ "$(dpkg-query -W -f='${db:Status-Status}' "$p" 2>/dev/null)" = installed ] || missing="$missing $p"
done
[ -z "$missing" ] && exit 0
as_root=
if [ "$(id -u)" != 0 ]; then
  command -v sudo >/dev/null || { echo "youka needs$missing: run «apt-get install$missing» as root" >&2; exit 1; }
  as_root=sudo
fi
echo "installing:$missing"
export DEBIAN_FRONTEND=noninteractive
$as_root apt-get update -qq &&
  $as_root apt-get install -y -qq --no-install-recommends $missing >/dev/null || {
  echo "could not install$missing: see apt-get's message above" >&2; exit 1; }
