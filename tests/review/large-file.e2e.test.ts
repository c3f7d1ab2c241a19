// A returned PDF of 300 MB, as scanners and tablets make them, collected by the program with the memory that it may take.

import {closeSync, ftruncateSync, openSync, writeFileSync, writeSync} from 'node:fs'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {measureProcess} from '../bench/measure-process.ts'
import {openTestBook} from '../support/book-test.ts'
import {openTestRound} from '../support/review-test.ts'

const program = join(import.meta.dirname, '../../dist/cli/cli.js')
const size = 300 * 2 ** 20

/** A page with a note, and a stream of 300 MB of nothing, most of which is on no disk. */
function writeLargePdf(path: string): void {
  const objects = [
    '1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n', '2 0 obj\n<</Type/Pages/Count 1/Kids[3 0 R]>>\nendobj\n',
    '3 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Annots[4 0 R]>>\nendobj\n', '4 0 obj\n<</Type/Annot/Subtype/Text/Rect[72 700 90 718]/Contents(About AB-2)/T(A B)>>\nendobj\n',
    `5 0 obj\n<</Length ${size}>>\nstream\n`
  ]
  const offsets: number[] = []
  let head = '%PDF-1.7\n'
  for (const object of objects) {
    offsets.push(head.length)
    head += object
  }
  const file = openSync(path, 'w')
  writeSync(file, head)
  ftruncateSync(file, head.length + size)
  const start = '\nendstream\nendobj\n'
  const table = `xref\n0 6\n0000000000 65535 f \n${offsets.map(offset => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')}trailer\n<</Size 6/Root 1 0 R>>\nstartxref\n${head.length + size + start.length}\n%%EOF\n`
  writeSync(file, start + table, head.length + size)
  closeSync(file)
}

test('a PDF of 300 MB gives its note, and takes no more than 1 GB', async () => {
  const book = openTestBook('review')
  await openTestRound(book.folder)
  const path = join(book.folder, '../large.pdf')
  writeLargePdf(path)
  const run = await measureProcess(process.execPath, [program, 'review', 'collect', path, '--book', book.folder, '--json'], book.folder)
  expect(run.status, run.stderr + run.stdout).toBe(0)
  const {items} = JSON.parse(run.stdout) as {items: {comment: string}[]}
  expect(items.map(({comment}) => comment)).toEqual(['About AB-2'])
  expect(run.peakBytes).toBeLessThan(1e9)

  writeFileSync(path, Buffer.alloc(64))
  const broken = await measureProcess(process.execPath, [program, 'review', 'collect', path, '--book', book.folder], book.folder)
  expect([broken.status, broken.stderr.includes('comment-file')]).toEqual([1, true])
})
