// Test support: a ZIP archive of one executable, stored as it is (APPNOTE.TXT 4.3).

import {crc32} from 'node:zlib'

/** An archive that unpacks to an executable at `path`. */
export function zipOf(path: string, bytes: Uint8Array): Buffer {
  const name = Buffer.from(path)
  const common = Buffer.alloc(26)
  common.writeUInt16LE(20, 0)
  common.writeUInt32LE(crc32(bytes), 10)
  common.writeUInt32LE(bytes.length, 14)
  common.writeUInt32LE(bytes.length, 18)
  common.writeUInt16LE(name.length, 22)
  const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), common, name, bytes])
  const rest = Buffer.alloc(14)
  // Mode of a Unix file, in the upper half of its attributes.
  rest.writeUInt32LE((0o100755 << 16) >>> 0, 6)
  const madeByUnix = Buffer.from([20, 3])
  const central = Buffer.concat([Buffer.from('PK\x01\x02', 'latin1'), madeByUnix, common, rest, name])
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 0, 'latin1')
  end.writeUInt16LE(1, 8)
  end.writeUInt16LE(1, 10)
  end.writeUInt32LE(central.length, 12)
  end.writeUInt32LE(local.length, 16)
  return Buffer.concat([local, central, end])
}
