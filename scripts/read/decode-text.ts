// Read: bytes become text, or the place of the first byte that is no text.

/** Text without byte order mark, its lines ended by `\n`; where it is not UTF-8, the fault and replacement characters. */
export interface DecodedText {
  readonly text: string
  readonly fault?: EncodingFault
}

export interface EncodingFault {
  readonly reason: string
  readonly note: string
  readonly line: number
  readonly column: number
}

/** `\r\n` and `\r` become `\n`, so that a checkout on Windows gives the same book; lines and columns stay those of the file. */
export function decodeText(bytes: Uint8Array): DecodedText {
  try {
    const text = toLines(new TextDecoder('utf-8', {fatal: true}).decode(bytes))
    const control = text.indexOf('\0')
    return control < 0 ? {text} : {text, fault: faultAt('Unexpected byte 00', text.slice(0, control), bytes)}
  } catch {
    const text = toLines(new TextDecoder('utf-8').decode(bytes))
    const {before, byte} = firstFault(bytes)
    return {text, fault: faultAt(`Unexpected byte ${byte.toString(16).toUpperCase().padStart(2, '0')}`, before, bytes)}
  }
}

function toLines(text: string): string {
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text
}

function faultAt(what: string, before: string, bytes: Uint8Array): EncodingFault {
  const lines = before.split('\n')
  return {
    reason: `${what}, expected text in UTF-8`,
    note: looksLikeUtf16(bytes) ? 'the file is UTF-16: save it with the encoding UTF-8' : 'save the file with the encoding UTF-8',
    line: lines.length,
    column: lines.at(-1)!.length + 1
  }
}

function looksLikeUtf16([first, second]: Uint8Array): boolean {
  return (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff) || first === 0 || second === 0
}

/** Text before the first byte that cannot be part of UTF-8, or that begins a character which the file does not end. */
function firstFault(bytes: Uint8Array): {before: string; byte: number} {
  const isGood = (length: number) => {
    try {
      new TextDecoder('utf-8', {fatal: true}).decode(bytes.subarray(0, length), {stream: true})
      return true
    } catch {
      return false
    }
  }
  let good = 0
  let bad = bytes.length + 1
  while (bad - good > 1) {
    const middle = (good + bad) >> 1
    if (middle <= bytes.length && isGood(middle)) good = middle
    else bad = middle
  }
  const before = new TextDecoder('utf-8', {ignoreBOM: true}).decode(bytes.subarray(0, good), {stream: true})
  const byte = bytes[new TextEncoder().encode(before).length] ?? 0
  return {before: toLines(before.replace(/^\ufeff/, '')), byte}
}
