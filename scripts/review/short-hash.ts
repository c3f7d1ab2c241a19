// Review: hashes that people can type: small letters and digits without those that look alike (i, l, o, u).

const letters = '0123456789abcdefghjkmnpqrstvwxyz'

/** The first `length` groups of five bits of a hash. */
export function shortHash(hash: Uint8Array, length: number): string {
  let bits = 0
  let filled = 0
  let text = ''
  for (const byte of hash) {
    bits = (bits << 8) | byte
    filled += 8
    while (filled >= 5 && text.length < length) {
      filled -= 5
      text += letters[(bits >> filled) & 31]
    }
    bits &= (1 << filled) - 1
  }
  return text
}
