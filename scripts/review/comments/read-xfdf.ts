// Review: XFDF (ISO 19444-1), the annotations of a PDF as XML. A stream of tags is read with saxes, so that a file that was cut off gives what is in it.

import {SaxesParser} from 'saxes'
import {boxesOfQuads, boxOf} from './box.ts'
import {joinGroups} from './join-groups.ts'
import type {MarkKind, ReturnedFile, Stroke} from './mark.ts'
import {plainText, richText} from './plain-text.ts'
import type {Annotation} from './read-annotation.ts'

const kinds: Readonly<Record<string, MarkKind>> = {
  highlight: 'highlight', underline: 'underline', squiggly: 'squiggly', strikeout: 'delete', redact: 'delete', caret: 'insert', text: 'note', freetext: 'text',
  ink: 'ink', stamp: 'stamp', line: 'drawing', square: 'drawing', circle: 'drawing', polygon: 'drawing', polyline: 'drawing', fileattachment: 'attachment', sound: 'recording'
}
const subtypes: Readonly<Record<string, string>> = {strikeout: 'StrikeOut', caret: 'Caret'}

interface Draft {
  readonly tag: string
  readonly attributes: Readonly<Record<string, string>>
  contents: string
  rich: string
  popup: string
  readonly strokes: string[]
}

/** Marks in the order of the file. */
export function readXfdf(xml: string): ReturnedFile {
  const drafts: Draft[] = []
  const losses: string[] = []
  let open: Draft | undefined
  let collecting: 'contents' | 'rich' | 'gesture' | 'vertices' | undefined
  let text = ''
  const parser = new SaxesParser({fragment: false})
  parser.on('opentag', ({name, attributes}) => {
    if (open === undefined && Object.hasOwn(kinds, name)) {
      open = {tag: name, attributes: attributes as Record<string, string>, contents: '', rich: '', popup: '', strokes: []}
      drafts.push(open)
      return
    }
    if (collecting === 'rich') text += `<${name}>`
    if (name === 'contents') [collecting, text] = ['contents', '']
    else if (name === 'contents-richtext') [collecting, text] = ['rich', '']
    else if (name === 'gesture' || name === 'vertices') [collecting, text] = [name, '']
    else if (name === 'popup' && open) open.popup = String(attributes['contents'] ?? '')
  })
  const add = (piece: string) => {
    if (collecting === 'rich') text += piece.replace(/&/g, '&amp;').replace(/</g, '&lt;')
    else if (collecting) text += piece
  }
  parser.on('text', add)
  parser.on('cdata', add)
  parser.on('closetag', ({name}) => {
    if (!open) return
    if (name === 'contents' && collecting === 'contents') open.contents = text
    else if (name === 'contents-richtext') open.rich = text
    else if (name === 'gesture' || name === 'vertices') open.strokes.push(text)
    else if (name === open.tag) open = undefined
    if (collecting === 'rich' && name !== 'contents-richtext') text += `</${name}>`
    else if (name !== 'popup') collecting = undefined
  })
  parser.on('error', error => {
    throw error
  })
  try {
    parser.write(xml).close()
  } catch (error) {
    losses.push(`it is broken off or no XML after line ${parser.line}: ${(error as Error).message.replace(/^\d+:\d+: /, '')}`)
  }
  return {marks: joinGroups(drafts.map(annotationOf)), losses}
}

function annotationOf({tag, attributes, contents, rich, popup, strokes}: Draft, index: number): Annotation {
  const text = [plainText(contents), richText(rich), plainText(popup), tag === 'stamp' ? plainText(attributes['icon'] ?? '') : ''].find(each => each !== '') ?? ''
  const parent = attributes['inreplyto']
  const isGrouped = parent !== undefined && attributes['replyType'] === 'group'
  const state = attributes['state']
  const kind = state === undefined ? kinds[tag]! : 'state'
  const box = boxOf(numbers(attributes['rect']))
  const lines = boxesOfQuads(numbers(attributes['coords']))
  const drawn: Stroke[] = [...strokes.flatMap(stroke => stroke.split(';').length > 1 ? [stroke.split(';').flatMap(numbers)] : []), ...ends(attributes)]
  return {
    subtype: subtypes[tag] ?? tag,
    kind: parent !== undefined && !isGrouped && state === undefined ? 'reply' : kind,
    medium: 'xfdf',
    name: attributes['name'] ?? `annotation ${index + 1}`,
    ...(attributes['name'] === undefined ? {} : {uid: attributes['name']}),
    isGrouped,
    ...(parent === undefined ? {} : {parent}),
    ...(/^\d+$/.test(attributes['page'] ?? '') ? {page: Number(attributes['page'])} : {}),
    ...(box ? {box} : {}),
    ...(lines.length > 0 ? {lines} : {}),
    comment: state === undefined ? text : plainText(state),
    ...(attributes['title'] ? {author: attributes['title']} : {}),
    ...(drawn.length > 0 ? {strokes: drawn, isPicture: true} : {})
  }
}

function ends({start, end}: Readonly<Record<string, string>>): number[][] {
  const points = [...numbers(start), ...numbers(end)]
  return points.length === 4 ? [points] : []
}

function numbers(list = ''): number[] {
  return list.split(',').map(Number).filter((value, _, all) => Number.isFinite(value) && all.length > 1)
}
