// What is wrong with a tag of the PDF leads to the line of the manuscript that the tag was made from: a sound PDF, broken in one place at a time.

import {fileURLToPath} from 'node:url'
import {expect, test} from 'vitest'
import {answerChecklist} from '../../scripts/commands/answer-checklist.ts'
import {openBookFiles} from '../../scripts/io/files.ts'
import {openTestBook, testTemplates, type TestBuild} from '../support/book-test.ts'
import {editPdf, type PdfEdit} from '../support/edit-pdf.ts'
import type {QpdfDictionary} from '../support/qpdf.ts'

const room = 'sections/hacks/quiet-room.md'
const slow = 'sections/hacks/slow-down.md'

/** The last element of a role in the file. */
const last = (edit: PdfEdit, role: string): QpdfDictionary => edit.at(edit.find({'/S': `/${role}`}).at(-1)!)
const plan = (edit: PdfEdit): QpdfDictionary => edit.at(edit.find({'/S': '/Figure'}).find(reference => String(edit.at(reference)['/Alt']).includes('Floor plan'))!)

const faults: readonly [name: string, change: (edit: PdfEdit) => void, item: string, file: string, line: string][] = [
  ['a lost alternative', edit => delete plan(edit)['/Alt'], 'alternatives', room, '::figure'],
  ['a lost box', edit => delete plan(edit)['/A'], 'figure-boxes', room, '::figure'],
  ['a skipped level', edit => (edit.at(edit.find({'/S': '/H3'})[0]!)['/S'] = '/H5'), 'headings', room, '## What you need'],
  ['an empty heading', edit => (edit.at(edit.find({'/S': '/H3'})[0]!)['/K'] = []), 'headings', room, '## What you need'],
  ['a header without scope', edit => delete last(edit, 'TH')['/A'], 'table-headers', slow, '| Sign |'],
  ['a table without headers', edit => edit.find({'/S': '/TH'}).forEach(reference => (edit.at(reference)['/S'] = '/TD')), 'table-headers', slow, '| Sign |'],
  ['a link without words', edit => delete edit.at(edit.find({'/Subtype': '/Link'}).find(reference => String(edit.at(reference)['/Contents']).includes('the forms'))!)['/Contents'], 'link-words', 'sections/welcome.md', 'Turn to'],
  ['an unmapped tag', edit => (last(edit, 'BlockQuote')['/S'] = '/Sidebar'), 'standard-tags', slow, '> A plain'],
  ['a tag without a meaning', edit => (last(edit, 'BlockQuote')['/S'] = '/NonStruct'), 'empty-tags', slow, '> A plain'],
  ['a list item without its list', edit => (edit.at(edit.find({'/S': '/L'}).at(-1)!)['/S'] = '/Div'), 'nesting', 'sections/forms.md', '- [ ]'],
  ['a note without a name', edit => delete last(edit, 'Note')['/ID'], 'notes', room, '[^asked]: ']
]

const files = openBookFiles(fileURLToPath(new URL('../fixtures/books/stock/', import.meta.url)))
let sound: Promise<TestBuild> | undefined

async function failed(change?: (edit: PdfEdit) => void): Promise<{id: string; places: string[]}[]> {
  const build = await (sound ??= openTestBook('stock').build({tracesTags: true}))
  const outputs = await Promise.all(build.outputs.map(async output => (output.kind === 'pdf' && change ? {...output, bytes: await editPdf(output.bytes, change)} : output)))
  const items = await answerChecklist({...build, outputs}, {files, templates: testTemplates()}, {})
  return (items ?? []).filter(({outcome}) => outcome === 'fail').map(({id, findings}) => ({id, places: findings.map(({file, line}) => `${file}:${line}`)}))
}

test('a sound PDF fails no item', async () => {
  expect(await failed()).toEqual([])
})

test.each(faults)('%s', async (_, change, item, file, line) => {
  const found = await failed(change)
  const number = Buffer.from(files.read(file)).toString().split('\n').findIndex(text => text.startsWith(line)) + 1
  expect(found.find(({id}) => id === item)?.places).toContain(`${file}:${number}`)
})
