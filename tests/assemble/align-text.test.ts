import {describe, expect, it} from 'vitest'
import {alignText} from '../../scripts/assemble/align-text.ts'
import type {TextRun} from '../../scripts/assemble/read-text-object.ts'
import {seededRandom} from '../bench/random.ts'

/** A run of one line; a character is its own code, `ﬃ` a ligature's, and U+0000 a glyph without text. */
function line(text: string, actualText?: string): TextRun {
  return {font: 'F1', size: 12, matrix: [1, 0, 0, 1, 0, 0], codes: [...text].map(character => character.codePointAt(0)!), offsets: [], ...(actualText === undefined ? {} : {actualText})}
}

function decode(_: string, code: number): string | undefined {
  if (code === 0) return undefined
  return code === 0xfb03 ? 'ffi' : String.fromCodePoint(code)
}

const leaf = (...runs: (string | TextRun)[]) => ({runs: runs.map(run => (typeof run === 'string' ? line(run) : run)), marker: false})
const marker = (text: string) => ({...leaf(text), marker: true})

/** The text read through the leaves once they are aligned, spaces put back. */
function read(leaves: readonly ReturnType<typeof leaf>[]): string {
  const text = (run: TextRun) => run.actualText ?? run.codes.map(code => decode('', code) ?? '\ufffd').join('')
  return leaves.map(({runs}) => runs.map(run => text(run) + (run.spaceAfter ? ' ' : '')).join('')).join('')
}

const mismatchesOf = (leaves: Parameters<typeof alignText>[0], expected: string) => alignText(leaves, expected, decode).mismatches

function aligned(leaves: readonly ReturnType<typeof leaf>[], expected: string): string {
  expect(mismatchesOf(leaves, expected)).toEqual([])
  return read(leaves)
}

describe('alignText puts spaces back', () => {
  it('at line ends', () => {
    expect(aligned([leaf('the end of', 'the page')], 'the end of the page')).toBe('the end of the page')
  })

  it('where the mark changes at a line end', () => {
    expect(aligned([leaf('see'), leaf('this'), leaf('now')], 'see this now')).toBe('see this now')
  })

  it('only where the text has one', () => {
    expect(aligned([leaf('pre', 'fix', 'ed word')], 'prefixed word')).toBe('prefixed word')
  })

  it('not where one was printed, at the end or at the start of a line', () => {
    expect(aligned([leaf('one ', 'two', ' three')], 'one two three')).toBe('one two three')
    expect(aligned([leaf('one\u00a0', 'two')], 'one\u00a0two')).toBe('one\u00a0two')
  })

  it('not inside addresses broken anywhere', () => {
    const address = 'https://example.org/a-very-long/path?with=words'
    expect(aligned([leaf('go to', address.slice(0, 20), address.slice(20, 31), address.slice(31), 'now')], `go to ${address} now`)).toBe(`go to ${address} now`)
  })

  it('not between blocks, which are parted without', () => {
    expect(aligned([leaf('one'), leaf('two')], 'one\ntwo')).toBe('onetwo')
  })

  it('after ligatures and after text that stands for glyphs', () => {
    expect(aligned([leaf('o\ufb03', line('\u2019', '\u2019'), 'ce', line('\u0001', 'st'), 'aff')], 'offi\u2019 ce st aff')).toBe('offi\u2019 ce st aff')
  })

  it('past list markers, which no text has', () => {
    expect(aligned([marker('1. '), leaf('one'), marker('2. '), leaf('two', 'lines')], 'one\ntwo lines')).toBe('1. one2. two lines')
  })

  it('in any text, wherever its lines and marks end', () => {
    const random = seededRandom(10)
    const words = ['a', 'office', 'don\u2019t', 'https://example.org/x', '😀', 'naïve', 'co-op', '漢字', '12,5 %']
    for (let i = 0; i < 200; i++) {
      const text = Array.from({length: random.between(1, 40)}, () => random.pick(words)).join(' ')
      const leaves = [leaf()]
      let run = ''
      for (const character of text) {
        const dropped = character === ' ' && random.chance(0.3)
        if (!dropped) run += character
        if (dropped || random.chance(0.1)) {
          if (run !== '') leaves.at(-1)!.runs.push(line(run))
          run = ''
          if (random.chance(0.3)) leaves.push(leaf())
        }
      }
      if (run !== '') leaves.at(-1)!.runs.push(line(run))
      expect(aligned(leaves, text)).toBe(text)
    }
  })
})

describe('alignText does not mind', () => {
  it('soft hyphens, whether printed as such, as a hyphen, or not at all', () => {
    expect(aligned([leaf('hy\u00ad', 'phen')], 'hy\u00adphen')).toBe('hy\u00adphen')
    expect(aligned([leaf('hyphen')], 'hy\u00adphen')).toBe('hyphen')
    expect(aligned([leaf('hy', '\u2010', 'phen')], 'hy\u00adphen')).toBe('hyphen')
    expect(aligned([leaf('co-op', 'hy', '-', 'phen')], 'co-op hy\u00adphen')).toBe('co-op hyphen')
  })

  it('letters that the style sheet made large or small', () => {
    expect(aligned([leaf('THE', 'QUIET CORNER')], 'the Quiet corner')).toBe('THE QUIET CORNER')
  })

  it('glyphs without text', () => {
    expect(aligned([leaf('a \0 b', 'c')], 'a \u{10fffd} b c')).toBe('a \ufffd b c')
    expect(aligned([leaf('a \0 b', 'c')], 'a ☃ b c')).toBe('a \ufffd b c')
  })

  it('characters that no font has, but tells of them', () => {
    expect(alignText([leaf('a'), leaf('\0', line('b\0', 'b\u0338'), 'c')], 'a\n☃ b\u0338c', decode)).toEqual({
      mismatches: [],
      unknown: [{leaf: 1, text: '☃'}, {leaf: 1, text: 'b\u0338'}]
    })
  })

  it('text in several spaces and lines', () => {
    expect(aligned([leaf('a', 'b')], '\n a \t b ')).toBe('a b')
  })

  it('nothing at all', () => {
    expect(mismatchesOf([], '')).toEqual([])
    expect(mismatchesOf([leaf()], '  ')).toEqual([])
  })
})

describe('alignText notices', () => {
  const words = (from: number, to: number) => Array.from({length: to - from}, (_, i) => `word${from + i}`).join(' ')

  it('a word that was not printed', () => {
    expect(mismatchesOf([leaf('one'), leaf('two four'), leaf('five')], 'one\ntwo three four\nfive')).toEqual([{leaf: 1, expected: 'three four five', printed: 'four'}])
  })

  it('a block that was not printed, once, and goes on after it', () => {
    const leaves = [leaf('First block.'), leaf('Third block,', 'in two lines.')]
    expect(mismatchesOf(leaves, 'First block.\nSecond block, which is lost.\nThird block, in two lines.')).toHaveLength(1)
    expect(read(leaves)).toBe('First block.Third block, in two lines.')
  })

  it('a long stretch that was not printed', () => {
    const leaves = [leaf(words(0, 10)), leaf(words(200, 210), words(210, 220))]
    const mismatches = mismatchesOf(leaves, words(0, 220))
    expect(mismatches).toHaveLength(1)
    expect(mismatches[0]!.leaf).toBe(1)
    expect(mismatches[0]!.expected).toMatch(/^word10 word11/)
  })

  it('the end of the text', () => {
    expect(mismatchesOf([leaf('one')], 'one\ntwo')).toEqual([{leaf: 0, expected: 'two', printed: ''}])
    expect(mismatchesOf([], 'one')).toEqual([{leaf: -1, expected: 'one', printed: ''}])
  })

  it('words that the text does not have, once, and goes on after them', () => {
    const leaves = [leaf('one'), leaf('extra words'), leaf('two', 'three')]
    expect(mismatchesOf(leaves, 'one\ntwo three')).toEqual([{leaf: 1, expected: 'two three', printed: 'extra words'}])
    expect(read(leaves)).toBe('oneextra wordstwo three')
  })

  it('another word in place of one', () => {
    expect(mismatchesOf([leaf('one lost three')], 'one found three')).toHaveLength(1)
  })

  it('text that is printed twice', () => {
    expect(mismatchesOf([leaf('one two'), leaf('two'), leaf('three')], 'one two three')).toEqual([{leaf: 1, expected: 'three', printed: 'two'}])
  })

  it('every place of several, without drowning them', () => {
    const text = words(0, 60)
    const leaves = Array.from({length: 60}, (_, i) => leaf(i % 20 === 10 ? 'WRONG' : `word${i}`))
    const mismatches = mismatchesOf(leaves, text)
    expect(mismatches.map(({leaf}) => leaf)).toEqual([10, 30, 50])
  })
})

describe('alignText tells what was set from right to left', () => {
  const told = (...runs: string[]) => ({...leaf(...runs), told: {text: ''}})
  const toldBy = (leaves: Parameters<typeof alignText>[0], expected: string) => {
    expect(mismatchesOf(leaves, expected)).toEqual([])
    return leaves.map(each => ('told' in each ? each.told.text : read([each as ReturnType<typeof leaf>]))).join('|')
  }

  it.each([
    ['runs in the order of the eye', [told('THREE', ' 12 ', 'ONE')], 'ONE 12 THREE', 'ONE 12 THREE'],
    ['lines of them', [told('B ', 'A', 'D', 'C ')], 'A B C D', 'A B C D'],
    ['with the space that a line end swallowed', [told('ONE'), leaf('two')], 'ONE two', 'ONE |two'],
    ['after a space', [leaf('say '), told('ONE'), leaf(' now')], 'say ONE now', 'say |ONE | now'],
    ['brackets that are painted as their mirror images', [told('(', '12', ')', 'ONE ')], 'ONE (12)', 'ONE (12)'],
    ['the longest run that fits', [told('ONE TWO', 'ONE')], 'ONE TWO ONE', 'ONE TWO ONE'],
    ['with the space that stands before a picture', [told('ONE '), leaf('two')], 'ONE\ntwo', 'ONE |two'],
    ['spaces by themselves once', [told('TWO', ' ', 'ONE', ' ')], 'ONE TWO', 'ONE TWO'],
    ['no word from the block after it', [told('ONE'), leaf('two')], 'ONE\ntwo', 'ONE|two']
  ] as const)('%s', (_, leaves, text, expected) => {
    expect(toldBy(leaves, text)).toBe(expected)
  })

  it('and reports what was not', () => {
    expect(mismatchesOf([told('THREE', 'ONE'), leaf('next')], 'ONE TWO THREE next')).toHaveLength(1)
  })
})
