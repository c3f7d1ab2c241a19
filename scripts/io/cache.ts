// Io: results of slow steps, kept between builds and found by the hash of what they were made from.

import {createHash} from 'node:crypto'
import {closeSync, fstatSync, mkdirSync, openSync, readdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'

/** Deleting the folder, or any part of it, at any time costs time and nothing else. */
export interface Cache {
  /** The bytes put under the key, if they are there and whole. */
  get(kind: string, key: string): Uint8Array | undefined
  /** Keeps bytes; that it cannot (a full disk, a folder that may not be written) is no error. */
  put(kind: string, key: string, bytes: Uint8Array): void
  /** How many puts did not work. */
  readonly failures: number
  /** Deletes what was not used for longest until the folder is within its bound. Does nothing when little was put since the last time. */
  prune(): void
}

/** Sizes in bytes. */
export interface CacheBounds {
  readonly maximumBytes: number
  /** Bytes put before the folder is looked through again. */
  readonly pruneEvery: number
}

const usualBounds: CacheBounds = {maximumBytes: 2 ** 30, pruneEvery: 2 ** 26}
const checkBytes = 32
const dayMs = 24 * 60 * 60 * 1000

/**
 * A cache in `folder`, made when something is first put. Two processes may use it at once: an entry appears whole or not at all, and one that
 * disappears between a look and a read counts as never put. `program` tells one state of the program from another: none sees what another put.
 */
export function openCache(folder: string, program = '', {maximumBytes, pruneEvery}: CacheBounds = usualBounds): Cache {
  const marker = join(folder, 'pruned')
  let failures = 0
  let written = 0
  const put = (kind: string, key: string, bytes: Uint8Array) => {
    const path = pathOf(folder, kind, program + key)
    try {
      writeWhole(path, bytes)
      written += bytes.length
    } catch {
      failures++
    }
  }
  const prune = () => {
    if (written === 0 || (written < pruneEvery && ageMs(marker) < dayMs)) return
    written = 0
    try {
      pruneFolder(folder, maximumBytes)
      writeFileSync(marker, '')
    } catch {
      failures++
    }
  }
  return {
    get: (kind, key) => readChecked(pathOf(folder, kind, program + key)),
    put,
    get failures() {
      return failures
    },
    prune
  }
}

/** `<kind>/<two characters of the key's hash>/<the rest>`. */
function pathOf(folder: string, kind: string, key: string): string {
  const name = createHash('sha256').update(key).digest('hex')
  return join(folder, kind, name.slice(0, 2), name.slice(2))
}

/** An entry is the SHA-256 of its bytes, then the bytes. */
function writeWhole(path: string, bytes: Uint8Array): void {
  mkdirSync(join(path, '..'), {recursive: true})
  const beside = `${path}.${process.pid}-${counter++}${temporaryEnding}`
  try {
    writeFileSync(beside, Buffer.concat([digest(bytes), bytes]))
    renameSync(beside, path)
  } catch (error) {
    rmSync(beside, {force: true})
    throw error
  }
}

let counter = 0
const temporaryEnding = '.part'

function readChecked(path: string): Uint8Array | undefined {
  let file: number | undefined
  try {
    file = openSync(path, 'r')
    const whole = readFileSync(file)
    const bytes = whole.subarray(checkBytes)
    if (!digest(bytes).equals(whole.subarray(0, checkBytes))) return undefined
    markUsed(path, fstatSync(file).mtimeMs)
    return bytes
  } catch {
    return undefined
  } finally {
    if (file !== undefined) closeSync(file)
  }
}

function digest(bytes: Uint8Array): Buffer {
  return createHash('sha256').update(bytes).digest()
}

/** The day of the last use is exact enough for pruning, and spares a write on each use. */
function markUsed(path: string, mtimeMs: number): void {
  if (Date.now() - mtimeMs < dayMs) return
  const now = new Date()
  utimesSync(path, now, now)
}

interface Entry {
  readonly path: string
  readonly bytes: number
  readonly mtimeMs: number
}

function pruneFolder(folder: string, maximumBytes: number): void {
  const entries = listEntries(folder).sort((a, b) => b.mtimeMs - a.mtimeMs)
  let kept = 0
  for (const {path, bytes, mtimeMs} of entries) {
    kept += bytes
    const isForsaken = path.endsWith(temporaryEnding) && Date.now() - mtimeMs > dayMs
    if (kept > maximumBytes || isForsaken) rmSync(path, {force: true})
  }
}

function listEntries(folder: string): Entry[] {
  return readdirSync(folder, {recursive: true, withFileTypes: true}).filter(entry => entry.isFile()).flatMap(entry => {
    const path = join(entry.parentPath, entry.name)
    try {
      const {size, mtimeMs} = statSync(path)
      return [{path, bytes: size, mtimeMs}]
    } catch {
      // Another process has just deleted it.
      return []
    }
  })
}

function ageMs(path: string): number {
  try {
    return Date.now() - statSync(path).mtimeMs
  } catch {
    return Infinity
  }
}
