#!/usr/bin/env bash
# rootfs.sh OUT.tar WORK: the base file system of a kind node (what kind's images/base/Dockerfile makes), from Debian
# packages only. Needs root and debootstrap.
set -euo pipefail
out=$1 work=$2
rm -rf "$work"
mkdir -p "$work"
# The mirror that this machine uses, whatever the form of its sources.
mirror=$(cat /etc/apt/sources.list /etc/apt/sources.list.d/*.list /etc/apt/sources.list.d/*.sources 2>/dev/null |
  grep -v '^ *#' | grep -oE 'https?://[^ ]+/debian/?( |$)' | head -n 1 | tr -d ' ' || true)
[ -n "$mirror" ] || { echo 'no Debian mirror in /etc/apt' >&2; exit 1; }
# systemd is pid 1 of the node; the rest is what kubelet, kube-proxy, kubeadm and kind's entrypoint call.
debootstrap --variant=minbase \
  --include=systemd,dbus,conntrack,iptables,nftables,iproute2,ethtool,socat,util-linux,mount,kmod,libseccomp2,procps,jq,bash,ca-certificates,curl,e2fsprogs \
  bookworm "$work/root" "$mirror" >"$work/debootstrap.log" 2>&1 || { tail -n 20 "$work/debootstrap.log" >&2; exit 1; }
root=$work/root
rm -rf "$root"/var/cache/apt/archives/*.deb "$root"/var/lib/apt/lists/* "$root"/usr/share/{doc,man,locale,info}/* \
  "$root"/var/log/*.log "$root"/var/cache/debconf/*-old
tar -C "$root" -cf "$out.tmp" .
mv "$out.tmp" "$out"
rm -rf "$work"
