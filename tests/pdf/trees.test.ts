import {describe, expect, it} from 'vitest'
import {addNameTree, addNumberTree} from '../../scripts/pdf/trees.ts'
import {PdfObjects} from '../support/pdf-objects.ts'
import {type QpdfValue, qpdfComplaints, readQpdfFile} from '../support/qpdf.ts'
import {seededRandom} from '../bench/random.ts'
import {smallPdf} from './small-pdf.ts'

const random = seededRandom(5)

/** A tree as qpdf reads it from a file that has it. */
async function treeOf(add: (...args: Parameters<Parameters<typeof smallPdf>[1] & object>) => number) {
  const pdf = smallPdf(1, (writer, pages) => `/Tree ${add(writer, pages)} 0 R`)
  expect(await qpdfComplaints(pdf)).toEqual([])
  const objects = new PdfObjects(await readQpdfFile(pdf))
  return {objects, root: objects.catalog['/Tree']}
}

const limits = (objects: PdfObjects, root: QpdfValue | undefined) =>
  (objects.array(objects.dictionary(root)!['/Kids']) ?? []).map(kid => objects.array(objects.dictionary(kid)!['/Limits']))

function names(count: number): string[] {
  const found = new Set<string>()
  while (found.size < count) found.add(Array.from({length: random.between(1, 12)}, () => random.pick([...'abcXYZ019_-()\\'])).join(''))
  return [...found]
}

const byBytes = (a: string, b: string) => Buffer.compare(Buffer.from(a, 'latin1'), Buffer.from(b, 'latin1'))

describe('addNameTree', () => {
  it.each([0, 1, 128, 129, 300, 1000])('keeps %d names, sorted by their bytes', async count => {
    const entries = names(count).map((name, i): [string, string] => [name, String(i)])
    const {objects, root} = await treeOf(writer => addNameTree(writer, entries))
    const expected = [...entries].sort((a, b) => byBytes(a[0], b[0])).map(([name, value]) => ({name, value: Number(value)}))
    expect(objects.nameTree(root)).toEqual(expected)
  })

  it('says in every leaf which names it spans, and nothing in the root', async () => {
    const entries = names(300).map((name): [string, string] => [name, 'null'])
    const sorted = entries.map(([name]) => name).sort(byBytes)
    const {objects, root} = await treeOf(writer => addNameTree(writer, entries))
    expect(objects.dictionary(root)).not.toHaveProperty('/Limits')
    expect(limits(objects, root).map(pair => pair!.map(name => objects.string(name)))).toEqual([
      [sorted[0], sorted[127]],
      [sorted[128], sorted[255]],
      [sorted[256], sorted[299]]
    ])
  })
})

describe('addNumberTree', () => {
  it.each([0, 1, 128, 129, 1000])('keeps %d numbers in order', async count => {
    const entries = Array.from({length: count}, (_, i): [number, string] => [i * 3, String(i)])
    const {objects, root} = await treeOf(writer => addNumberTree(writer, entries))
    expect(objects.numberTree(root)).toEqual(entries.map(([number, value]) => ({number, value: Number(value)})))
  })

  it('says in every leaf which numbers it spans', async () => {
    const {objects, root} = await treeOf(writer => addNumberTree(writer, Array.from({length: 130}, (_, i) => [i, 'null'])))
    expect(limits(objects, root)).toEqual([[0, 127], [128, 129]])
  })
})
