import {describe, expect, it} from 'vitest'
import {addOutline, type OutlineEntry} from '../../scripts/pdf/outline.ts'
import {seededRandom} from '../bench/random.ts'
import {PdfObjects} from '../support/pdf-objects.ts'
import {readWithPdfjs} from '../support/pdfjs-reading.ts'
import {qpdfComplaints, type QpdfValue, readQpdfFile} from '../support/qpdf.ts'
import {smallPdf} from './small-pdf.ts'

/** Titles by level; every entry leads to the page that its title's length names. */
interface Tree {
  readonly title: string
  readonly children?: readonly Tree[]
}

const pageCount = 8

function pdfOf(trees: readonly Tree[], element?: number): Uint8Array {
  return smallPdf(pageCount, (writer, pages) => {
    const entry = ({title, children = []}: Tree): OutlineEntry => ({
      title,
      destination: `[${pages[title.length % pageCount]} 0 R/XYZ 10 90 null]`,
      ...(element === undefined ? {} : {element}),
      children: children.map(entry)
    })
    const outline = addOutline(writer, trees.map(entry))
    return outline === undefined ? '' : `/Outlines ${outline} 0 R`
  })
}

const flat = (trees: readonly Tree[], level = 1): {title: string; level: number}[] => trees.flatMap(({title, children = []}) => [{title, level}, ...flat(children, level + 1)])

const book: Tree[] = [
  {title: 'Über uns'},
  {title: 'Preventing escalation', children: [{title: 'First minute'}, {title: 'Tag out (quietly)', children: [{title: 'Signs'}]}]},
  {title: '静かな場所'}
]

describe('addOutline', () => {
  it('leaves out an outline without entries', () => {
    expect(pdfOf([])).toEqual(smallPdf(pageCount))
  })

  it('is read by pdf.js with titles, levels and destinations', async () => {
    const pdf = pdfOf(book)
    expect(await qpdfComplaints(pdf)).toEqual([])
    const {outline} = await readWithPdfjs(pdf)
    expect(outline.map(({title, level}) => ({title, level}))).toEqual(flat(book))
    for (const {destination} of outline) expect(destination).toMatchObject({left: 10, top: 90})
  })

  it('opens the first level, and closes what is below it', async () => {
    const objects = new PdfObjects(await readQpdfFile(pdfOf(book)))
    const root = objects.dictionary(objects.catalog['/Outlines'])!
    expect(root['/Count']).toBe(3)
    const second = objects.dictionary(objects.dictionary(root['/First'])!['/Next'])!
    expect(second['/Count']).toBe(-2)
    expect(objects.dictionary(second['/Last'])!['/Count']).toBe(-1)
    expect(objects.dictionary(root['/Last'])).not.toHaveProperty('/Count')
  })

  it('leads to structure elements where there are any', async () => {
    const objects = new PdfObjects(await readQpdfFile(pdfOf(book, 1)))
    expect(objects.dictionary(objects.dictionary(objects.catalog['/Outlines'])!['/First'])!['/SE']).toBe('1 0 R')
  })

  it('links any tree of entries both ways', async () => {
    const random = seededRandom(7)
    const grow = (depth: number): Tree[] =>
      Array.from({length: random.between(1, 4)}, () => ({
        title: 'x'.repeat(random.between(1, 30)),
        ...(depth < 4 && random.chance(0.5) ? {children: grow(depth + 1)} : {})
      }))
    for (let i = 0; i < 10; i++) {
      const trees = grow(1)
      const pdf = pdfOf(trees)
      expect((await readWithPdfjs(pdf)).outline.map(({title, level}) => ({title, level}))).toEqual(flat(trees))
      const objects = new PdfObjects(await readQpdfFile(pdf))
      expectLinked(objects, String(objects.catalog['/Outlines']))
    }
  })
})

/** Siblings point at each other and at their parent, from `First` to `Last`. */
function expectLinked(objects: PdfObjects, parent: string): void {
  const {['/First']: first, ['/Last']: last} = objects.dictionary(parent)!
  let previous: QpdfValue | undefined
  for (let at = first; at !== undefined; at = objects.dictionary(at)!['/Next']) {
    const entry = objects.dictionary(at)!
    expect(entry['/Parent']).toBe(parent)
    expect(entry['/Prev']).toBe(previous)
    if (entry['/First'] !== undefined) expectLinked(objects, String(at))
    previous = at
  }
  expect(previous).toBe(last)
}
