import {execFileSync} from 'node:child_process'
import {existsSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, utimesSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {openCache} from '../../scripts/io/cache.ts'
import {temporaryFolder} from '../support/temporary-folder.ts'

const bytes = (text: string) => Buffer.from(text)
const read = (found: Uint8Array | undefined) => (found === undefined ? undefined : Buffer.from(found).toString())

function entries(folder: string): string[] {
  return readdirSync(folder, {recursive: true, withFileTypes: true}).filter(entry => entry.isFile()).map(entry => join(entry.parentPath, entry.name))
}

describe('what was put', () => {
  test('is there for another process, and only under its own kind and key', () => {
    const folder = join(temporaryFolder(), 'not/yet/there')
    openCache(folder).put('unit', 'a key/with ../anything', bytes('kept'))
    const cache = openCache(folder)
    expect(read(cache.get('unit', 'a key/with ../anything'))).toBe('kept')
    expect(cache.get('unit', 'another')).toBeUndefined()
    expect(cache.get('fragment', 'a key/with ../anything')).toBeUndefined()
  })

  test('is not there for another state of the program', () => {
    const folder = temporaryFolder()
    openCache(folder, 'one').put('unit', 'key', bytes('of one'))
    expect(openCache(folder, 'two').get('unit', 'key')).toBeUndefined()
  })

  test('may be empty, and may be put again', () => {
    const cache = openCache(temporaryFolder())
    cache.put('unit', 'key', bytes(''))
    expect(read(cache.get('unit', 'key'))).toBe('')
    cache.put('unit', 'key', bytes('new'))
    expect(read(cache.get('unit', 'key'))).toBe('new')
  })

  test.each<[string, (path: string) => void]>([
    ['cut short', path => truncateSync(path, statSync(path).size - 1)],
    ['emptied', path => truncateSync(path, 0)],
    ['changed', path => writeFileSync(path, readFileSync(path, 'latin1').replace('kept', 'kepT'), 'latin1')],
    ['deleted', path => rmSync(path)],
    ['replaced by a folder', path => {
      rmSync(path)
      execFileSync('mkdir', [path])
    }]
  ])('is as good as never put when it was %s', (_, damage) => {
    const folder = temporaryFolder()
    const cache = openCache(folder)
    cache.put('unit', 'key', bytes('kept'))
    damage(entries(folder)[0]!)
    expect(cache.get('unit', 'key')).toBeUndefined()
    expect(cache.failures).toBe(0)
  })

  test('leaves no file but itself', () => {
    const folder = temporaryFolder()
    const cache = openCache(folder)
    for (let index = 0; index < 5; index++) cache.put('unit', 'key', bytes(String(index)))
    expect(entries(folder)).toHaveLength(1)
  })
})

test('a folder that cannot be written is no error, but counted', () => {
  const folder = join(temporaryFolder(), 'file')
  writeFileSync(folder, '')
  const cache = openCache(folder)
  cache.put('unit', 'key', bytes('x'))
  cache.prune()
  expect(cache.get('unit', 'key')).toBeUndefined()
  expect(cache.failures).toBeGreaterThan(0)
})

describe('pruning', () => {
  const bounds = {maximumBytes: 1000, pruneEvery: 0}

  function age(folder: string, key: number, days: number): void {
    const path = entries(folder).find(file => readFileSync(file).at(-1) === key)!
    const time = new Date(Date.now() - days * 24 * 60 * 60 * 1000)
    utimesSync(path, time, time)
  }

  function fill(folder: string): void {
    const cache = openCache(folder, '', bounds)
    for (let key = 1; key <= 5; key++) cache.put('unit', String(key), Buffer.alloc(300, key))
    for (let key = 1; key <= 5; key++) age(folder, key, 10 - key)
  }

  test('deletes what was not used for longest, down to the bound', () => {
    const folder = temporaryFolder()
    fill(folder)
    const cache = openCache(folder, '', bounds)
    cache.put('unit', '6', Buffer.alloc(300, 6))
    cache.prune()
    expect([1, 2, 3, 4, 5, 6].filter(key => cache.get('unit', String(key)))).toEqual([4, 5, 6])
  })

  test('spares what was used', () => {
    const folder = temporaryFolder()
    fill(folder)
    const cache = openCache(folder, '', bounds)
    cache.get('unit', '1')
    cache.put('unit', '6', Buffer.alloc(300, 6))
    cache.prune()
    expect(cache.get('unit', '1')).toBeDefined()
    expect(cache.get('unit', '4')).toBeUndefined()
  })

  test('does nothing after a build that put nothing', () => {
    const folder = temporaryFolder()
    fill(folder)
    openCache(folder, '', bounds).prune()
    expect(entries(folder)).toHaveLength(5)
  })

  test('looks through the folder once a day, or after much was put', () => {
    const folder = temporaryFolder()
    const often = {maximumBytes: 100, pruneEvery: 1000}
    const first = openCache(folder, '', often)
    first.put('unit', 'a', Buffer.alloc(90))
    first.put('unit', 'b', Buffer.alloc(90))
    first.prune()
    const second = openCache(folder, '', often)
    second.put('unit', 'c', Buffer.alloc(90))
    second.prune()
    expect(second.get('unit', 'c')).toBeDefined()
    second.put('unit', 'd', Buffer.alloc(910))
    second.prune()
    expect(second.get('unit', 'd')).toBeUndefined()
  })

  test('takes away what a killed process left half-written', () => {
    const folder = temporaryFolder()
    const cache = openCache(folder, '', {maximumBytes: 10_000, pruneEvery: 0})
    cache.put('unit', 'a', bytes('a'))
    const half = `${entries(folder)[0]!}.1-1.part`
    writeFileSync(half, 'half')
    cache.prune()
    expect(existsSync(half)).toBe(true)
    const old = new Date(Date.now() - 2 * 24 * 60 * 60 * 1000)
    utimesSync(half, old, old)
    cache.put('unit', 'b', bytes('b'))
    cache.prune()
    expect(existsSync(half)).toBe(false)
    expect(read(cache.get('unit', 'a'))).toBe('a')
  })
})
