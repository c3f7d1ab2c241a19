// Test support: turns a PDF into four small texts that people can read and compare; these, not bytes, are the golden files.

import type {QpdfValue} from './qpdf.ts'
import type {Annotation, Page, PdfReading} from './read-pdf.ts'
import type {StructureElement, StructureKid} from './structure.ts'
import {everyLeaf} from './structure.ts'
import {oneLine, spokenText, textOfMark} from './spoken-text.ts'

/** Descriptions of one file, each ending in a line feed. */
export interface PdfDescription {
  /** One entry a page: index, label, size in points to 0.1, rotation, what its margins print, number of links. */
  readonly pages: string
  /** The structure tree: role, language, alternatives, attributes, marked content with its text, annotations with their target. */
  readonly tags: string
  /** The outline by level, then the named destinations. */
  readonly outline: string
  /** The text through the structure tree, a line a block; alternatives stand in brackets. */
  readonly text: string
}

function lines(entries: readonly string[]): string {
  return entries.map((entry) => `${entry}\n`).join('')
}

function quoted(text: string): string {
  return JSON.stringify(text)
}

function artifactTexts(page: Page): string[] {
  const texts = new Map<string, string>()
  for (const {artifact, kind, text} of page.content.painted) {
    if (artifact === undefined || kind !== 'text') continue
    const name = [artifact.type ?? 'Artifact', artifact.subtype].filter((part) => part !== undefined).join(' ')
    texts.set(name, (texts.get(name) ?? '') + text)
  }
  return [...texts].map(([name, text]) => `  ${name}: ${quoted(text)}`)
}

function describePage(reading: PdfReading, page: Page): string[] {
  const rotation = reading.objects.number(page.dictionary['/Rotate']) ?? 0
  return [
    `- index: ${page.index}`,
    `  label: ${quoted(page.label)}`,
    `  size: ${page.widthPt.toFixed(1)} x ${page.heightPt.toFixed(1)} pt`,
    ...(rotation === 0 ? [] : [`  rotation: ${rotation}`]),
    ...artifactTexts(page),
    ...(page.content.painted.length === 0 ? ['  empty: true'] : []),
    ...(page.annotations.length === 0 ? [] : [`  annotations: ${page.annotations.length}`])
  ]
}

function describeTarget(reading: PdfReading, {target}: Annotation): string {
  if (target === undefined) return 'nowhere'
  if ('uri' in target) return target.uri
  if ('unknown' in target) return `unknown ${target.unknown}`
  if ('pageIndex' in target) return `page ${target.pageIndex}`
  return `${target.name} on page ${reading.destinations.get(target.name)?.pageIndex ?? 'none'}`
}

function attributeText(value: QpdfValue): string {
  if (Array.isArray(value)) return `[${value.map(attributeText).join(' ')}]`
  if (typeof value === 'number') return String(Math.round(value * 10) / 10)
  if (typeof value === 'string') return value.replace(/^(\/|[ub]:)/, '')
  return JSON.stringify(value)
}

function describeElement(element: StructureElement): string {
  const role = element.role === element.standardRole ? element.role : `${element.role} (${element.standardRole})`
  const named = ([['lang', element.language], ['alt', element.alt], ['actual', element.actualText], ['expansion', element.expansion], ['id', element.id]] as const)
    .flatMap(([name, text]) => (text === undefined ? [] : [`${name}=${quoted(text)}`]))
  const attributes = [...element.attributes].map(([name, value]) => `${name}=${attributeText(value)}`).sort()
  return [role, ...named, ...attributes].join(' ')
}

function describeTree(reading: PdfReading): string[] {
  const annotations = new Map(reading.pages.flatMap((page) => page.annotations).map((annotation) => [annotation.reference, annotation]))
  const describe = (kid: StructureKid, depth: number): string[] => {
    const indent = '  '.repeat(depth)
    if (kid.kind === 'element') return [`${indent}${describeElement(kid)}`, ...kid.kids.flatMap((inner) => describe(inner, depth + 1))]
    const page = `page ${reading.pageIndexes.get(kid.page ?? '') ?? 'none'}`
    if (kid.kind === 'marked') return [`${indent}${page}: ${quoted(textOfMark(reading, kid))}`]
    const annotation = annotations.get(kid.object)
    if (annotation === undefined) return [`${indent}${page}: object that is no annotation`]
    return [`${indent}${page}: ${annotation.subtype} to ${describeTarget(reading, annotation)}, contents ${quoted(annotation.contents ?? '')}`]
  }
  return reading.structure.elements.flatMap((element) => describe(element, 0))
}

function describeOutline(reading: PdfReading): string[] {
  const place = (pageIndex: number | undefined): string =>
    pageIndex === undefined ? 'nowhere' : `page ${pageIndex}, label ${quoted(reading.pages[pageIndex]?.label ?? '')}`
  const entries = reading.outline.map(({title, level, destination}) => `${'  '.repeat(level - 1)}${title} (${place(destination?.pageIndex)})`)
  const named = [...reading.destinations].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, {pageIndex}]) => `${name} (${place(pageIndex)})`)
  return ['Outline', ...entries.map((entry) => `  ${entry}`), 'Named destinations', ...named.map((entry) => `  ${entry}`)]
}

/** Blocks of text in the tree's order, a line each. */
export function textLines(reading: PdfReading): string[] {
  const text = reading.structure.elements.map((element) => spokenText(reading, element, (alt) => ` [${alt}] `)).join('\n')
  return text.split('\n').map(oneLine).filter((line) => line !== '')
}

/** Pages that an element's content stands on, in order. */
export function pagesOf(reading: PdfReading, element: StructureElement): number[] {
  const found = new Set<number>()
  for (const {page} of everyLeaf(element)) {
    const index = reading.pageIndexes.get(page ?? '')
    if (index !== undefined) found.add(index)
  }
  return [...found].sort((a, b) => a - b)
}

/** Describes a file; the four texts depend on nothing but what a reader of the file can tell. */
export function describePdf(reading: PdfReading): PdfDescription {
  return {
    pages: lines(reading.pages.flatMap((page) => describePage(reading, page))),
    tags: lines(describeTree(reading)),
    outline: lines(describeOutline(reading)),
    text: lines(textLines(reading))
  }
}
