// Test support: what a font's codes mean, from its ToUnicode map (ISO 32000-1, 9.10.3).

import type {Operand} from './content-stream.ts'
import {readOperations} from './content-stream.ts'

/** Text of each character code that the map names. */
export type ToUnicode = ReadonlyMap<number, string>

function codeOf(bytes: Operand | undefined): number {
  return Buffer.isBuffer(bytes) ? bytes.readUIntBE(0, bytes.length) : NaN
}

function textOf(bytes: Operand | undefined): string {
  return Buffer.isBuffer(bytes) ? Buffer.from(bytes).swap16().toString('utf16le') : ''
}

function nextText(text: string, offset: number): string {
  if (offset === 0) return text
  const last = text.length - 1
  return text.slice(0, last) + String.fromCharCode(text.charCodeAt(last) + offset)
}

function addRange(map: Map<number, string>, first: number, last: number, target: Operand | undefined): void {
  for (let code = first; code <= last; code++) {
    map.set(code, Array.isArray(target) ? textOf(target[code - first]) : nextText(textOf(target), code - first))
  }
}

/** Reads a decoded ToUnicode stream. */
export function readToUnicode(stream: Buffer): ToUnicode {
  const map = new Map<number, string>()
  for (const {operator, operands} of readOperations(stream)) {
    if (operator === 'endbfchar') {
      for (let at = 0; at + 1 < operands.length; at += 2) map.set(codeOf(operands[at]), textOf(operands[at + 1]))
    }
    if (operator === 'endbfrange') {
      for (let at = 0; at + 2 < operands.length; at += 3) addRange(map, codeOf(operands[at]), codeOf(operands[at + 1]), operands[at + 2])
    }
  }
  return map
}
