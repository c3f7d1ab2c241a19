// Test support: a small draft of a review round with everything that makes placing hard: two columns, a table, lists, a paragraph over a page break, and the same
// sentence twice.

import {PDF} from '@libpdf/core'
import {openPages} from '../../scripts/review/anchor/page-reader.ts'
import {type BlockPlace, type ManifestBlock, type RoundManifest, writeManifest} from '../../scripts/review/manifest.ts'
import {openPdf} from '../../scripts/pdf/open-pdf.ts'
import {assembleUnits} from './assemble-units.ts'

type Kind = 'heading' | 'paragraph' | 'list-item' | 'table-row' | 'quote'

interface WrittenBlock {
  readonly id: string
  readonly kind: Kind
  /** Cells of a row. */
  readonly text: string | readonly string[]
}

const twice = 'Ask what would help right now, and then wait for the answer.'
const long = 'This paragraph is long, so that it goes over the end of a page. ' + 'It tells of a room with two doors, of chairs that can be moved, of a shelf with water, and of a sign that says who is here today. '.repeat(6) + 'It ends behind the page break, with the word lantern.'

const columns: readonly WrittenBlock[] = [
  {id: 'TC-1', kind: 'heading', text: 'Two columns of text'},
  {id: 'TC-2', kind: 'paragraph', text: `The left column begins here. ${twice} People who wait feel seen when somebody says how long it will be.`},
  {id: 'TC-3', kind: 'paragraph', text: 'A second paragraph stands in the left column. It speaks of the first five minutes, when everything is still open, and of a glass of water.'},
  {id: 'TC-4', kind: 'paragraph', text: `The right column comes after that. ${twice} Nobody has to answer at once, and silence is fine.`},
  {id: 'TC-5', kind: 'paragraph', text: 'The last paragraph of the columns tells how an office with efficient staff files its final difficult forms.'}
]
const lists: readonly WrittenBlock[] = [
  {id: 'LT-1', kind: 'heading', text: 'Lists and a table'},
  {id: 'LT-2', kind: 'list-item', text: 'Keep the door free.'},
  {id: 'LT-3', kind: 'list-item', text: 'Say your name, and what you are there for.'},
  {id: 'LT-4', kind: 'list-item', text: 'Yes.'},
  {id: 'LT-5', kind: 'table-row', text: ['Time', 'Who is there', 'What to do']},
  {id: 'LT-6', kind: 'table-row', text: ['Morning', 'Two of us', 'Open the windows']},
  {id: 'LT-7', kind: 'table-row', text: ['Noon', 'Two of us', 'Share food']},
  {id: 'LT-8', kind: 'table-row', text: ['Evening', 'Three of us', 'Open the windows again']},
  {id: 'LT-9', kind: 'quote', text: 'A voice in a quote of its own, made up for this test alone.'}
]
const flow: readonly WrittenBlock[] = [
  {id: 'PB-1', kind: 'heading', text: 'A page break in a paragraph'},
  {id: 'PB-2', kind: 'paragraph', text: `Before the long one stands a short one. ${twice}`},
  {id: 'PB-3', kind: 'paragraph', text: long},
  {id: 'PB-4', kind: 'paragraph', text: `After the long one stands another. ${twice}`},
  {id: 'PB-5', kind: 'paragraph', text: 'Nothing follows but this.'}
]
const sections = [
  {id: 'columns', code: 'TC', title: 'Two columns of text', blocks: columns},
  {id: 'lists', code: 'LT', title: 'Lists and a table', blocks: lists},
  {id: 'flow', code: 'PB', title: 'A page break in a paragraph', blocks: flow}
]

const style = `@page{size:6in 5in;margin:0.6in}
body{font-size:10pt;line-height:1.4}main{position:relative;padding-left:0.5in}
.id{position:absolute;left:0;font-size:7pt}.columns{columns:2;column-gap:0.3in}.columns .id{position:static;display:block}
p,li,blockquote{margin:0 0 6pt}table{border-collapse:collapse}td,th{border:0.5pt solid;padding:3pt;text-align:left}`

const label = (id: string) => `<span class="id">${id}</span>`
const tags: Readonly<Record<Kind, string>> = {heading: 'h1', paragraph: 'p', 'list-item': 'li', 'table-row': 'tr', quote: 'blockquote'}

function html({id, kind, text}: WrittenBlock, key: string): string {
  const tag = tags[kind]
  if (typeof text !== 'string') return `<tr id="${id}">${text.map((cell, i) => `<td>${i === 0 ? label(id) : ''}${cell}</td>`).join('')}</tr>`
  return `<${tag} id="${id}"${kind === 'heading' ? ` lang="en-x-as-${key}"` : ''}>${label(id)}${text}</${tag}>`
}

function bodyOf(blocks: readonly WrittenBlock[], isColumns: boolean): string {
  const [head, ...rest] = blocks.map((block, index) => html(block, `h${index}`))
  const grouped = rest.join('').replace(/(<li\b.*<\/li>)/, '<ul>$1</ul>').replace(/(<tr\b.*<\/tr>)/, '<table>$1</table>')
  return `${head}${isColumns ? `<div class="columns">${grouped}</div>` : grouped}`
}

/** Texts of the draft's blocks, as its manifest has them. */
export const draftBlocks: readonly ManifestBlock[] = sections.flatMap(({id: section, blocks}) =>
  blocks.map(({id, kind, text}, index) => ({id, kind, section, file: `sections/${section}.md`, line: 2 * index + 1, text: typeof text === 'string' ? text : text.join(' ')}))
)

/** The draft as a tagged PDF with its manifest attached, as it would be issued. */
export async function makeDraft(head: Partial<RoundManifest> = {}): Promise<Uint8Array> {
  const units = sections.map(({id, blocks}) => ({id, body: bodyOf(blocks, id === 'columns'), style}))
  const {pdf} = await assembleUnits(units, sections.map(({title, blocks}) => ({id: blocks[0]!.id, title, children: []})))
  const pages = openPages(await openPdf(pdf), draftBlocks, false)
  const manifest: RoundManifest = {
    format: 'space-hacks-round',
    version: 1,
    book: 'comments',
    title: 'A draft to comment on',
    round: 1,
    date: '2026-11-01',
    hash: 'c0ffee00'.repeat(8),
    product: 'draft',
    ...head,
    pages: pages.count,
    sections: sections.map(({id, code, title}) => ({id, code, title})),
    blocks: draftBlocks.map((block, index) => ({...block, places: placesOf(index)}))
  }
  const file = await PDF.load(pdf)
  file.attachments.add('round.json', Buffer.from(writeManifest(manifest)))
  return file.save()

  function placesOf(index: number): BlockPlace[] {
    return Array.from({length: pages.count}, (_, page) => page).flatMap(page => {
      const {glyphs, alignment, letters} = pages.read(page)!
      const own = glyphs.filter((_, at) => alignment[at]! >= 0 && letters.blockOf(alignment[at]!) === index)
      if (own.length === 0) return []
      const round = (value: number) => Math.round(value * 10) / 10
      return [{page, left: round(Math.min(...own.map(({left}) => left))), bottom: round(Math.min(...own.map(({bottom}) => bottom))), right: round(Math.max(...own.map(({right}) => right))), top: round(Math.max(...own.map(({top}) => top)))}]
    })
  }
}
