#!/usr/bin/env bash
# Makes src/adapters/archive/libdeflate.ts from pinned sources by a pinned compiler: the same bytes on every host.
# Needs python3 with pip, cargo, and about 500 MB in the temp folder. With --check it writes nothing and compares.
set -euo pipefail
cd "$(dirname "$0")/../.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# The compiler: zig's clang with its WASI C library.
python3 -m pip install --quiet --no-deps --target "$work/zig" ziglang==0.17.1

# The source: libdeflate 1.26 as the crate libdeflate-sys carries it; cargo checks it against this sum.
mkdir -p "$work/crate/src"
touch "$work/crate/src/lib.rs"
cat > "$work/crate/Cargo.toml" <<'TOML'
[package]
name = "crate"
version = "0.0.0"
edition = "2021"
[dependencies]
libdeflate-sys = "=1.26.1"
TOML
(cd "$work/crate" && cargo vendor --quiet vendor > /dev/null)
grep -q 'checksum = "d7870e5fbd2766179a937c725fb11f4ca0ef025d982beb61bd3ce755425bd19c"' "$work/crate/Cargo.lock"

lib="$work/crate/vendor/libdeflate-sys/libdeflate"
PYTHONPATH="$work/zig" ZIG_GLOBAL_CACHE_DIR="$work/cache" python3 -m ziglang cc \
  -target wasm32-wasi -mexec-model=reactor -O2 -msimd128 -s -I "$lib" \
  scripts/libdeflate/shim.c "$lib/lib/deflate_compress.c" "$lib/lib/crc32.c" "$lib/lib/utils.c" \
  -o "$work/libdeflate.wasm"

{
  echo '/*'
  echo 'libdeflate 1.26 as WebAssembly, made by scripts/libdeflate/build.sh. Do not edit.'
  echo
  sed 's/[[:space:]]*$//' "$lib/COPYING"
  echo '*/'
  echo '/** The module, in base64. */'
  echo 'export const LIBDEFLATE ='
  echo "  '$(base64 -w0 "$work/libdeflate.wasm")'"
} > "$work/libdeflate.ts"

if [ "${1:-}" = --check ]; then
  cmp "$work/libdeflate.ts" src/adapters/archive/libdeflate.ts
else
  mv "$work/libdeflate.ts" src/adapters/archive/libdeflate.ts
fi
