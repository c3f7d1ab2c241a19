// Tests of review: five reviewers' files of different kinds, made of a draft, with the block that each comment is about.

import {type ManifestBlock, type RoundManifest} from '../../scripts/review/manifest.ts'
import {type Annotation, firstLine, markPdf, pointOn} from '../support/mark-pdf.ts'

/** A file that came back, and for each of its comments, in order, the block that it is on and who made it; a name becomes a code that nobody can tell beforehand. */
export interface ReturnedFile {
  readonly name: string
  readonly bytes: Uint8Array
  readonly comments: readonly {readonly block: string; readonly words: string; readonly reviewer?: string}[]
}

/** Names that reviewers' programs write, and that nothing may show. */
export const names = ['Robin Example', 'Sam Sample', 'kim_tester', 'Jo Probe']

/** Blocks of every section by turns, whose words are in one piece. */
export function someBlocks({blocks}: RoundManifest, kinds: readonly string[], every: number, from = 0): ManifestBlock[] {
  const texts = new Map<string, number>()
  for (const {text} of blocks) texts.set(text, (texts.get(text) ?? 0) + 1)
  const fit = blocks.filter(({kind, text, places}) => kinds.includes(kind) && places?.length === 1 && text.length > 30 && texts.get(text) === 1)
  return fit.filter((_, index) => index % every === from)
}

/** An annotated draft: every way of marking, by two people. */
export async function annotatedPdf(draft: Uint8Array, manifest: RoundManifest, name: string): Promise<ReturnedFile> {
  const blocks = someBlocks(manifest, ['paragraph', 'list-item', 'heading', 'table-row', 'quote'], 23)
  const subtypes = ['Highlight', 'Underline', 'Squiggly', 'StrikeOut', 'Text', 'Ink', 'Stamp', 'FreeText'] as const
  const marks = blocks.map((block, index): Annotation => {
    const subtype = subtypes[index % subtypes.length]!
    const isOnWords = ['Highlight', 'Underline', 'Squiggly', 'StrikeOut', 'Ink'].includes(subtype)
    return {subtype, places: [isOnWords ? firstLine(block) : pointOn(block)], words: `About ${block.id}`, author: names[index % 2]!}
  })
  const answer: Annotation = {subtype: 'Text', places: marks[0]!.places, words: 'I think so too', author: names[1]!, answers: 0}
  const comments = [...marks.map(({words}, index) => ({block: blocks[index]!.id, words: words!})), {block: blocks[0]!.id, words: answer.words!}]
  return {name, bytes: await markPdf(draft, [...marks, answer]), comments: inOrderOfPages([...marks, answer], comments)}
}

function inOrderOfPages<T>(marks: readonly Annotation[], comments: readonly T[]): T[] {
  return comments.map((comment, index) => ({comment, page: marks[index]!.places[0]!.page})).sort((a, b) => a.page - b.page).map(({comment}) => comment)
}

/** XFDF with highlights and proposals to leave words out. */
export function xfdf(manifest: RoundManifest): ReturnedFile {
  const blocks = someBlocks(manifest, ['paragraph', 'list-item'], 61, 7)
  const tags = blocks.map((block, index) => {
    const {page, left, bottom, right, top} = firstLine(block)
    const tag = index % 2 === 0 ? 'highlight' : 'strikeout'
    return `<${tag} page="${page}" name="0b6ce4c7-3f1f-4c5a-8a35-${String(index).padStart(12, '0')}" title="${names[1]}" rect="${[left, bottom, right, top].join()}" coords="${[left, top, right, top, left, bottom, right, bottom].join()}"><contents>In XFDF, ${block.id}</contents></${tag}>`
  })
  return {
    name: 'from acrobat.xfdf',
    bytes: Buffer.from(`<?xml version="1.0" encoding="UTF-8"?>\n<xfdf xmlns="http://ns.adobe.com/xfdf/"><annots>${tags.join('')}</annots></xfdf>`),
    comments: blocks.map(({id}) => ({block: id, words: `In XFDF, ${id}`}))
  }
}

/** What the review page saves. */
export function reviewExport({book, round, hash, ...manifest}: RoundManifest): ReturnedFile {
  const blocks = someBlocks({book, round, hash, ...manifest}, ['paragraph', 'list-item', 'heading'], 53, 11)
  const comments = blocks.map(({id, text}, index) => ({
    id: `b7f1d0c2-0000-4000-8000-${String(index).padStart(12, '0')}`, block: id, comment: `On a phone, ${id}`, ...(index % 2 === 0 ? {} : {quote: text.slice(0, 20), suggestion: 'Other words'})
  }))
  const file = {format: 'space-hacks-comments', version: 1, book, round, hash, reviewer: 'R3', comments}
  return {name: 'comments.json', bytes: Buffer.from(JSON.stringify(file)), comments: comments.map(({block, comment}) => ({block, words: comment, reviewer: 'R3'}))}
}

/** The paper form and a phone call, typed into a table. */
export function paperTable(manifest: RoundManifest): ReturnedFile {
  const blocks = someBlocks(manifest, ['paragraph', 'field', 'table-row'], 71, 3)
  const rows = blocks.map(({id}, index) => `R4,${index % 2 === 0 ? 'paper' : 'voice'},${index % 3 === 0 ? id.toLowerCase().replace('-', ' ') : id},"By hand, ${id}",`)
  return {name: 'by hand.csv', bytes: Buffer.from(`Who,How,Block,Comment,Proposed change\r\n${rows.join('\r\n')}\r\n`), comments: blocks.map(({id}) => ({block: id, words: `By hand, ${id}`, reviewer: 'R4'}))}
}

/** Annotations of Hypothesis, which know words and what stands around them. */
export function hypothesis(manifest: RoundManifest): ReturnedFile {
  const blocks = someBlocks(manifest, ['paragraph', 'quote'], 67, 5)
  const rows = blocks.map(({id, text}, index) => ({
    id: `hyp-${index}-${id}`, user: `acct:${names[2]}@hypothes.is`, uri: 'urn:x-pdf:draft', text: `With Hypothesis, ${id}`, tags: [],
    target: [{selector: [{type: 'TextQuoteSelector', exact: text.slice(5, 45), prefix: text.slice(0, 5), suffix: text.slice(45, 60)}]}]
  }))
  return {name: 'hypothesis.json', bytes: Buffer.from(JSON.stringify({total: rows.length, rows})), comments: blocks.map(({id}) => ({block: id, words: `With Hypothesis, ${id}`}))}
}
