/** The start of a COFF object: one section of resources with one relocation of a type, and one symbol. */
export function makeCoff(machine: number, relocation: number, kind = 0x40000040): Buffer {
  const [head, data, symbols] = [60, 16, 86]
  const bytes = Buffer.alloc(symbols + 18 + 4)
  bytes.writeUInt16LE(machine, 0)
  bytes.writeUInt16LE(1, 2)
  bytes.writeUInt32LE(symbols, 8)
  bytes.writeUInt32LE(1, 12)
  bytes.write('.rsrc', 20)
  bytes.writeUInt32LE(data, 36)
  bytes.writeUInt32LE(head, 40)
  bytes.writeUInt32LE(head + data, 44)
  bytes.writeUInt16LE(1, 52)
  bytes.writeUInt32LE(kind >>> 0, 56)
  bytes.writeUInt16LE(relocation, head + data + 8)
  bytes.write('.rsrc', symbols)
  bytes.writeInt16LE(1, symbols + 12)
  bytes.writeUInt8(3, symbols + 16)
  bytes.writeUInt32LE(4, symbols + 18)
  return bytes
}

/** An ELF object of 64 bits that has nothing but its header. */
export function makeElf(machine: number): Buffer {
  const bytes = Buffer.alloc(64)
  bytes.write('\x7fELF\x02\x01\x01', 0, 'latin1')
  bytes.writeUInt16LE(1, 16)
  bytes.writeUInt16LE(machine, 18)
  bytes.writeUInt32LE(1, 20)
  bytes.writeUInt16LE(64, 52)
  bytes.writeUInt16LE(64, 58)
  return bytes
}
