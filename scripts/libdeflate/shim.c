/* What the WebAssembly module exports: one-shot raw deflate and CRC-32 of libdeflate, and memory for both. */
#include <libdeflate.h>
#include <stdlib.h>

#define EXPORT(name) __attribute__((export_name(name)))

EXPORT("allocate") void *allocate(size_t size) { return malloc(size); }

EXPORT("bound") size_t bound(size_t size) { return libdeflate_deflate_compress_bound(NULL, size); }

/* The number of bytes written to `out`, 0 when it failed. */
EXPORT("deflate")
size_t deflate(int level, const void *in, size_t size, void *out, size_t room) {
  struct libdeflate_compressor *compressor = libdeflate_alloc_compressor(level);
  return compressor ? libdeflate_deflate_compress(compressor, in, size, out, room) : 0;
}

EXPORT("crc32") unsigned crc32(const void *in, size_t size) { return libdeflate_crc32(0, in, size); }
