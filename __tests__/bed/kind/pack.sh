#!/usr/bin/env bash
# pack.sh OUT.tar LAYER[,LAYER] CONFIG TAG...: an image as `docker save` writes it, from folders, lowest layer first.
set -euo pipefail
out=$1 layers=$2 config=$3
shift 3
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
ids=() files=()
for layer in ${layers//,/ }; do
  file=layer${#files[@]}.tar
  tar -C "$layer" --sort=name --owner=0 --group=0 --numeric-owner --mtime=@0 -cf "$work/$file" .
  ids+=("sha256:$(sha256sum "$work/$file" | cut -d' ' -f1)")
  files+=("$file")
done
list() { jq -nc '$ARGS.positional' --args "$@"; }
arch=$(dpkg --print-architecture)
jq -nc --arg arch "$arch" --argjson config "$config" --argjson ids "$(list "${ids[@]}")" \
  '{architecture: $arch, os: "linux", created: "1970-01-01T00:00:00Z", config: $config,
    rootfs: {type: "layers", diff_ids: $ids}, history: [$ids[] | {created: "1970-01-01T00:00:00Z"}]}' >"$work/config.json"
name=$(sha256sum "$work/config.json" | cut -d' ' -f1).json
mv "$work/config.json" "$work/$name"
jq -nc --arg config "$name" --argjson layers "$(list "${files[@]}")" \
  '[{Config: $config, RepoTags: $ARGS.positional, Layers: $layers}]' --args "$@" >"$work/manifest.json"
tar -C "$work" -cf "$out" manifest.json "$name" "${files[@]}"
