#!/usr/bin/env bash
# packages.sh: Debian's container engine, and what makes a root file system, when they are not there. Needs root.
# Nothing is started: the bed starts an engine of its own, with its state in a folder.
set -euo pipefail
want=()
for pair in dockerd:docker.io docker:docker.io runc:runc iptables:iptables debootstrap:debootstrap jq:jq; do
  command -v "${pair%%:*}" >/dev/null || want+=("${pair#*:}")
done
[ ${#want[@]} -eq 0 ] && exit 0
[ "$(id -u)" = 0 ] || { echo "the kind bed needs root to install ${want[*]}" >&2; exit 1; }
policy=/usr/sbin/policy-rc.d
if [ ! -e $policy ]; then
  printf '#!/bin/sh\nexit 101\n' >$policy
  chmod +x $policy
  trap 'rm -f $policy' EXIT
fi
apt-get update -q
DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends "${want[@]}"
