// Assemble: a page's content stream written anew, with decoration as artifacts, swallowed spaces put back and page numbers taken out.

import type {Matrix} from '../pdf/matrix.ts'
import {formatNumber} from '../pdf/serialize.ts'
import type {ContentItem, TextItem} from './page-content.ts'
import type {FontMeasure, TextRun} from './read-text-object.ts'

/** How the glyphs of a font are measured and written. */
export interface RunFont extends FontMeasure {
  text(code: number): string
  /** Resource name and code of a space, in this font or any other of the page; absent when no font of the page has one. */
  readonly space?: {readonly font: string; readonly code: number}
}

export interface WrittenContent {
  readonly text: string
  /** Offsets in `text` at which the taken-out items stood. */
  readonly slotOffsets: ReadonlyMap<ContentItem, number>
  /** Offsets in `text` at which a move of an item goes. */
  readonly shiftOffsets: ReadonlyMap<ContentItem, number>
}

/** A background runs over the whole width or height of the page. */
export type ArtifactKind = 'header' | 'footer' | 'layout' | 'background'

export interface ContentRoles {
  /** Of the page, in points. */
  readonly heightPt: number
  /** New id of marked content, or nothing when it is decoration. */
  mark(mcid: number): number | undefined
  /** What an unmarked or decorating item is (PDF/UA-1, 7.1; ISO 32000-1, 14.8.2.2). */
  artifact(item: ContentItem): ArtifactKind
  isSlot(item: TextItem): boolean
  isShifted(item: ContentItem): boolean
  font(name: string): RunFont
}

const artifactTags = {
  header: '/Artifact <</Type/Pagination/Subtype/Header/Attached[/Top]>>BDC\n',
  footer: '/Artifact <</Type/Pagination/Subtype/Footer/Attached[/Bottom]>>BDC\n',
  layout: '/Artifact <</Type/Layout>>BDC\n'
}

/** What opens an artifact; one of the background has its box (ISO 32000-1, table 330). */
function artifactTag(item: ContentItem, {artifact, heightPt}: ContentRoles): string {
  const kind = artifact(item)
  if (kind !== 'background' || item.kind !== 'paint') return artifactTags[kind === 'background' ? 'layout' : kind]
  const [left, top, right, bottom] = item.extent
  return `/Artifact <</Type/Background/BBox[${[left, heightPt - bottom, right, heightPt - top].map(formatNumber).join(' ')}]>>BDC\n`
}

/** A page's items as a content stream's text, in Latin-1. */
export function writeContent(items: readonly ContentItem[], roles: ContentRoles): WrittenContent {
  let text = 'q\n'
  let marked = false
  let artifact: string | undefined
  const slotOffsets = new Map<ContentItem, number>()
  const shiftOffsets = new Map<ContentItem, number>()

  const closeArtifact = () => {
    if (artifact !== undefined) text += 'EMC\n'
    artifact = undefined
  }
  for (const item of items) {
    switch (item.kind) {
      case 'state':
        text += item.text
        break
      case 'begin':
      case 'end': {
        const mcid = roles.mark(item.mcid)
        if (mcid === undefined) break
        closeArtifact()
        text += item.kind === 'begin' ? `/P <</MCID ${mcid}>>BDC\n` : 'EMC\n'
        marked = item.kind === 'begin'
        break
      }
      default:
        const isSlot = item.kind === 'text' && roles.isSlot(item)
        if (isSlot && !marked) {
          closeArtifact()
          slotOffsets.set(item, text.length)
          break
        }
        const isShifted = roles.isShifted(item)
        if (isShifted) {
          text += 'q\n'
          shiftOffsets.set(item, text.length)
        }
        if (isSlot) slotOffsets.set(item, text.length)
        else if (!marked) {
          const tag = artifactTag(item, roles)
          if (tag !== artifact) {
            closeArtifact()
            text += artifact = tag
          }
        }
        if (!isSlot) text += item.kind === 'text' ? formatTextObject(item.runs, roles.font) : item.text
        if (isShifted) text += 'Q\n'
    }
  }
  closeArtifact()
  return {text: text + 'Q\n', slotOffsets, shiftOffsets}
}

function formatTextObject(runs: readonly TextRun[], font: (name: string) => RunFont): string {
  let text = 'BT\n'
  let current = ''
  for (const run of runs) {
    const select = `/${run.font} ${formatNumber(run.size)} Tf\n`
    if (select !== current) text += current = select
    text += formatMatrix(run.matrix)
    const metrics = font(run.font)
    const told = toldText(run, metrics)
    if (told !== undefined) text += `/Span <</ActualText <FEFF${hexText(told)}>>>BDC\n`
    text += metrics.codeBytes === 2 ? formatGlyphs(run, metrics) : formatSingleBytes(run)
    if (told !== undefined) text += 'EMC\n'
    if (run.spaceAfter && metrics.space && (metrics.space.font !== run.font || run.actualText !== undefined)) {
      text += current = `/${metrics.space.font} ${formatNumber(run.size)} Tf\n`
      text += `<${hex4(metrics.space.code)}> Tj\n`
    }
  }
  return text + 'ET\n'
}

/** Text that stands for the run's glyphs; a space that no font of the unit can paint is told there. Of reversed glyphs a structure element tells it. */
function toldText({actualText, codes, reversed, spaceAfter}: TextRun, metrics: RunFont): string | undefined {
  if (reversed) return undefined
  if (!spaceAfter || metrics.space) return actualText
  return `${actualText ?? codes.map(metrics.text).join('')} `
}

/** Glyphs as one array, with an adjustment only where the layout's place is off the font's own advance by more than 1/50 unit. */
function formatGlyphs(run: TextRun, metrics: RunFont): string {
  const {codes, offsets, size} = run
  let text = '[<'
  let adjusted = false
  let pen = 0
  for (let i = 0; i < codes.length; i++) {
    const code = codes[i]!
    const drift = offsets[i]! - pen
    if (drift > 0.02 || drift < -0.02) {
      const adjustment = Math.round((-drift * 1000) / size)
      if (adjustment !== 0) {
        text += `>${adjustment}<`
        adjusted = true
        pen -= (adjustment * size) / 1000
      }
    }
    text += hex4(code)
    pen += (metrics.width(code) * size) / 1000
  }
  if (run.spaceAfter && metrics.space?.font === run.font && run.actualText === undefined) text += hex4(metrics.space.code)
  return adjusted ? text + '>]TJ\n' : text.slice(1) + '>Tj\n'
}

function formatSingleBytes({codes, offsets}: TextRun): string {
  let text = ''
  let last = 0
  codes.forEach((code, i) => {
    const offset = offsets[i]!
    if (i > 0 && !Number.isNaN(offset)) {
      text += `${formatNumber(offset - last)} 0 Td `
      last = offset
    }
    text += `<${code.toString(16).padStart(2, '0')}> Tj\n`
  })
  return text
}

export function formatMatrix(matrix: Matrix | readonly number[]): string {
  return matrix.map(formatNumber).join(' ') + ' Tm\n'
}

const hexCodes: string[] = []

/** A two-byte code in four hex digits. */
export function hex4(code: number): string {
  return (hexCodes[code] ??= code.toString(16).toUpperCase().padStart(4, '0'))
}

function hexText(text: string): string {
  return [...Array(text.length).keys()].map(i => hex4(text.charCodeAt(i))).join('')
}
