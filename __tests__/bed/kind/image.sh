#!/usr/bin/env bash
# image.sh VERSION PROGRAMS ROOTFS.tar KIND_DIR WORK TAG: a kind node image in the engine of $DOCKER_HOST, from nothing
# that a registry serves. PROGRAMS holds kube-node, pause and cni/; KIND_DIR is kind's module. Needs root.
# Against a real one: no CoreDNS (its image waits for ever), a fixed CNI configuration for one node instead of kindnet,
# no storage provisioner.
set -euo pipefail
version=$1 programs=$2 rootfs=$3 kind=$4 work=$5 tag=$6
here=$(cd "$(dirname "$0")" && pwd)
containerd=
cleanup() {
  [ -z "$containerd" ] || { kill "$containerd" 2>/dev/null || true; wait "$containerd" 2>/dev/null || true; }
  rm -rf "$work"
}
trap cleanup EXIT
rm -rf "$work"
root=$work/root
mkdir -p "$root" "$work/images" "$work/state"
tar -C "$root" -xf "$rootfs"

# What kind's images/base/Dockerfile puts there.
files=$kind/images/base/files
install -D -m755 -t "$root/usr/local/bin" "$files"/usr/local/bin/*
install -D -m755 -t "$root/kind/bin" "$files"/kind/bin/*
install -D -m644 "$files/etc/crictl.yaml" "$root/etc/crictl.yaml"
install -D -m644 "$files/etc/containerd/config.toml" "$root/etc/containerd/config.toml"
# Without CAP_SYS_RESOURCE no process may lower its oom_score_adj: then containerd has to stay within what it has.
grep -q '^CapBnd:.*1ffffffffff$' /proc/self/status ||
  sed -i 's/restrict_oom_score_adj = false/restrict_oom_score_adj = true/' "$root/etc/containerd/config.toml"
install -D -m644 "$files/etc/default/kubelet" "$root/etc/default/kubelet"
install -D -m644 -t "$root/etc/sysctl.d" "$files"/etc/sysctl.d/*
install -D -m644 -t "$root/etc/systemd/system" "$files"/etc/systemd/system/*.service "$files"/etc/systemd/system/*.slice
install -D -m644 -t "$root/etc/systemd/system/kubelet.service.d" "$files"/etc/systemd/system/kubelet.service.d/*
find "$root/lib/systemd/system/sysinit.target.wants/" -name systemd-tmpfiles-setup.service -delete
rm -f "$root"/lib/systemd/system/multi-user.target.wants/* "$root"/etc/systemd/system/*.wants/* \
  "$root"/lib/systemd/system/local-fs.target.wants/* "$root"/lib/systemd/system/sockets.target.wants/*udev* \
  "$root"/lib/systemd/system/sockets.target.wants/*initctl* "$root"/lib/systemd/system/basic.target.wants/*
echo ReadKMsg=no >>"$root/etc/systemd/journald.conf"
ln -sf /usr/lib/systemd/systemd "$root/sbin/init"
chroot "$root" systemctl enable kubelet.service containerd.service undo-mount-hacks.service 2>/dev/null
chroot "$root" systemctl mask systemd-binfmt.service 2>/dev/null
mkdir -p "$root/etc/kubernetes/manifests" "$root/opt/cni/bin" "$root/kind/manifests" "$root/etc/cni/net.d"

# What kind's build of a node image adds.
install -m755 /usr/bin/containerd /usr/bin/ctr /usr/bin/containerd-shim-runc-v2 "$root/usr/local/bin/"
install -m755 "$(command -v runc)" "$root/usr/local/sbin/runc"
install -m755 -t "$root/opt/cni/bin" "$programs"/cni/*
install -m755 "$programs/kube-node" "$root/usr/local/bin/kube-node"
for tool in kubelet kubeadm kubectl; do ln -s /usr/local/bin/kube-node "$root/usr/bin/$tool"; done
echo -n "$version" >"$root/kind/version"
ctr oci spec | jq '.hooks.createContainer[.hooks.createContainer | length] |= . + {path: "/kind/bin/mount-product-files.sh"} | del(.process.rlimits)' \
  >"$root/etc/containerd/cri-base.json"

# One node has the first range of kind's pod subnet.
cat >"$root/etc/cni/net.d/10-bed.conflist" <<'J'
{"cniVersion": "0.3.1", "name": "bed", "plugins": [
  {"type": "ptp", "ipMasq": true, "mtu": 1500, "ipam": {"type": "host-local", "dataDir": "/run/cni-ipam-state",
    "routes": [{"dst": "0.0.0.0/0"}], "ranges": [[{"subnet": "10.244.0.0/24"}]]}},
  {"type": "portmap", "capabilities": {"portMappings": true}}]}
J
cat >"$root/kind/manifests/default-cni.yaml" <<'Y'
apiVersion: v1
kind: ServiceAccount
metadata: {name: kindnet, namespace: kube-system}
Y
cat >"$root/kind/manifests/default-storage.yaml" <<'Y'
apiVersion: storage.k8s.io/v1
kind: StorageClass
metadata: {name: standard, annotations: {storageclass.kubernetes.io/is-default-class: "true"}}
provisioner: kubernetes.io/no-provisioner
volumeBindingMode: WaitForFirstConsumer
Y

# Container images: one layer with kube-node under many names; kube-proxy's has iptables besides.
layer=$work/layer
mkdir -p "$layer/usr/local/bin" "$layer/etc" "$layer/tmp" "$layer/var"
cp "$programs/kube-node" "$layer/usr/local/bin/"
for tool in kube-apiserver kube-controller-manager kube-scheduler etcd kube-proxy kubectl; do
  ln -s kube-node "$layer/usr/local/bin/$tool"
done
echo 'root:x:0:0:root:/root:/sbin/nologin' >"$layer/etc/passwd"
echo 'root:x:0:' >"$layer/etc/group"
chmod 1777 "$layer/tmp"
proxy=$work/layer-proxy
mkdir -p "$proxy/bin" "$proxy/sbin" "$proxy/run" "$proxy/usr/sbin"
libs=$(dirname "$(chroot "$root" ldd /usr/sbin/xtables-nft-multi | grep -oE '/[^ )]+/libc\.so[^ )]*')")
mkdir -p "$proxy/usr$libs"
cp -a "$root/usr$libs/xtables" "$proxy/usr$libs/"
copy() { # a file of the root file system, by its real place, as the given name
  [ -e "$proxy$1" ] || install -D -m755 "$root$(chroot "$root" readlink -f "$1")" "$proxy$1"
}
for program in /usr/sbin/xtables-nft-multi /usr/sbin/xtables-legacy-multi /usr/sbin/nft /usr/sbin/conntrack /bin/dash /bin/kmod; do
  copy "$program"
  for library in $(chroot "$root" ldd "$program" | grep -oE '/[^ )]+\.so[^ )]*'); do copy "$library"; done
done
for library in $(chroot "$root" sh -c "ldd /usr$libs/xtables/*.so" | grep -oE '/[^ )]+\.so[^ )]*' | sort -u); do
  [ ! -e "$root$library" ] || copy "$library"
done
ln -sf dash "$proxy/bin/sh"
ln -sf ../bin/kmod "$proxy/sbin/modprobe"
for tool in iptables iptables-save iptables-restore ip6tables ip6tables-save ip6tables-restore; do
  ln -sf xtables-nft-multi "$proxy/usr/sbin/$tool"
done
pause=$work/layer-pause
install -D -m755 "$programs/pause" "$pause/pause"

env='"Env": ["PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"]'
images=$(ln -sf "$programs/kube-node" "$work/kubeadm" && "$work/kubeadm" config images list --kubernetes-version "$version" 2>/dev/null)
named() { grep "/$1:" <<<"$images"; }
sandbox=$(sed -n 's/.*sandbox_image = "\(.*\)"/\1/p' "$root/etc/containerd/config.toml")
"$here/pack.sh" "$work/images/all.tar" "$layer" "{$env, \"WorkingDir\": \"/\"}" \
  "$(named kube-apiserver)" "$(named kube-controller-manager)" "$(named kube-scheduler)" "$(named etcd)"
"$here/pack.sh" "$work/images/proxy.tar" "$layer,$proxy" "{$env, \"WorkingDir\": \"/\"}" "$(named kube-proxy)"
"$here/pack.sh" "$work/images/pause.tar" "$pause" "{$env, \"Entrypoint\": [\"/pause\"]}" "$sandbox" "$(named pause)" "$(named coredns)"

# Into the node's containerd store, by a containerd of this machine that writes into the root file system.
cat >"$work/containerd.toml" <<T
version = 2
root = "$root/var/lib/containerd"
state = "$work/state"
disabled_plugins = ["io.containerd.grpc.v1.cri", "io.containerd.cri.v1.runtime", "io.containerd.cri.v1.images", "io.containerd.nri.v1.nri", "io.containerd.internal.v1.tracing", "io.containerd.internal.v1.opt"]
[grpc]
  address = "$work/c.sock"
[ttrpc]
  address = "$work/t.sock"
T
containerd -c "$work/containerd.toml" >"$work/containerd.log" 2>&1 &
containerd=$!
ctr() { command ctr -a "$work/c.sock" "$@"; }
for _ in $(seq 100); do ctr version >/dev/null 2>&1 && break; sleep 0.1; done
for image in "$work"/images/*.tar; do
  ctr -n k8s.io images import --no-unpack --digests "$image" >/dev/null
done
kill "$containerd"
wait "$containerd" || true
containerd=
rm -rf "$root/var/lib/containerd/tmpmounts"

tar -C "$root" -c . | docker import --change 'ENTRYPOINT ["/usr/local/bin/entrypoint", "/sbin/init"]' \
  --change 'ENV container=docker' --change 'ENV PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin' - "$tag"
