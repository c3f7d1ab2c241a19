// Invariant: the file says nothing about the machine that built it: no `file:` URI, no absolute path, no host name, no inner scheme.

import {homedir, hostname, tmpdir} from 'node:os'
import type {QpdfValue} from '../qpdf.ts'
import type {Invariant} from './invariant.ts'

const traces: readonly RegExp[] = [
  /file:/i,
  /(^|[\s"'(=>])\/(home|root|tmp|Users|var|private|mnt|opt|srv|usr)\/\S*/,
  /\b[A-Z]:\\\w+/,
  /about:blank/,
  /book\.invalid|^book:/,
  ...[tmpdir(), homedir(), hostname(), process.cwd()].filter((name) => name.length > 3 && name !== 'localhost').map((name) => new RegExp(name.replace(/[^\w]/g, '\\$&')))
]

function* strings(value: QpdfValue): Generator<string> {
  if (typeof value === 'string') {
    if (value.startsWith('u:')) yield value.slice(2)
    else if (value.startsWith('b:')) yield Buffer.from(value.slice(2), 'hex').toString('latin1')
  } else if (Array.isArray(value)) for (const member of value) yield* strings(member)
  else if (typeof value === 'object' && value !== null) for (const member of Object.values(value)) yield* strings(member)
}

function traceIn(text: string): string | undefined {
  for (const trace of traces) {
    const found = trace.exec(text)
    if (found !== null) return text.slice(Math.max(0, found.index - 20), found.index + 60)
  }
  return undefined
}

export const noMachineTraces: Invariant = ({objects}) => {
  const faults: string[] = []
  const look = (reference: string, text: string): void => {
    const trace = traceIn(text)
    if (trace !== undefined) faults.push(`Object ${reference} says ${JSON.stringify(trace)}`)
  }
  for (const {reference, value} of objects.values()) for (const text of strings(value)) look(reference, text)
  for (const {reference, dictionary, bytes} of objects.streams()) {
    if (objects.name(dictionary['/Type']) === 'Metadata') look(reference, bytes.toString('utf8'))
  }
  return faults
}
