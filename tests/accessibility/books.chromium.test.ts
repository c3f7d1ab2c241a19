// Every fixture book, in every profile, edition and paper: no failure of PDF/UA-1, and tags that say what the manuscript says.

import {describe, expect, it} from 'vitest'
import type {BuildOptions} from '../../scripts/edition/build.ts'
import {examine, openTestBook} from '../support/book-test.ts'
import {findingLines, findVerapdf} from '../support/verapdf.ts'

const verapdf = await findVerapdf()

const products: readonly [book: string, options: Partial<BuildOptions>][] = [
  ['accessible', {}],
  ['accessible', {profile: 'screen', paper: 'a4'}],
  ['accessible', {profile: 'grayscale'}],
  ['accessible', {profile: 'large-print'}],
  ['stock', {edition: 'desk'}],
  ['stock', {edition: 'field', profile: 'screen'}],
  ['plain-folder', {}],
  ['summary', {paper: 'a4'}]
]

describe('a book', () => {
  const built = new Map<string, Uint8Array>()

  it.each(products.map(([name, options]) => [`${name} ${Object.values(options).join(' ')}`.trim(), name, options] as const))('%s reads through its tags as its manuscript', async (product, name, options) => {
    const book = openTestBook(name)
    const build = await book.build({formats: ['pdf'], ...options})
    const {faults} = await examine(book, build, options.edition)
    built.set(product, build.pdf)
    expect(faults).toEqual([])
  })

  it.skipIf(!verapdf)('conforms to PDF/UA-1', async () => {
    const findings = await verapdf!.validate(built)
    expect(built.size).toBe(products.length)
    expect([...findings].flatMap(([product, found]) => findingLines(found).map((line) => `${product}: ${line}`))).toEqual([])
  })
})
