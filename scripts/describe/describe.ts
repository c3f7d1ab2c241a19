// Describe: a document as four texts that people can read and compare.

import type {DescribedDocument, DescribedElement, DescribedKid, DescribedPage} from './document.ts'
import {isInline} from './inline-roles.ts'

/** Texts that depend on nothing but what a reader of the file can tell; each ends in a line feed, or is empty. */
export interface Description {
  /** One entry a page: index, label, size in points to 0.1, rotation, what its margins print, number of annotations. */
  readonly pages: string
  /** The structure tree: role, language, alternatives, attributes, marked content with its text, annotations with their target. */
  readonly tags: string
  /** The outline by level, then the named destinations. */
  readonly outline: string
  /** The text through the structure tree, a line a block; alternatives stand in brackets. */
  readonly text: string
}

export function describe(document: DescribedDocument): Description {
  return {
    pages: lines(document.pages.flatMap(describePage)),
    tags: lines(document.structure.flatMap(element => describeElement(element, 0))),
    outline: lines(describeOutline(document)),
    text: lines(textLines(document.structure))
  }
}

function lines(entries: readonly string[]): string {
  return entries.map(entry => `${entry}\n`).join('')
}

function quoted(text: string): string {
  return JSON.stringify(text)
}

function describePage({index, label, widthPt, heightPt, rotation, loose, isEmpty, annotations}: DescribedPage): string[] {
  return [
    `- index: ${index}`,
    `  label: ${quoted(label)}`,
    `  size: ${widthPt.toFixed(1)} x ${heightPt.toFixed(1)} pt`,
    ...(rotation === 0 ? [] : [`  rotation: ${rotation}`]),
    ...loose.map(({kind, text}) => `  ${kind}: ${quoted(text)}`),
    ...(isEmpty ? ['  empty: true'] : []),
    ...(annotations.length === 0 ? [] : [`  annotations: ${annotations.length}`])
  ]
}

function describeElement(element: DescribedElement, depth: number): string[] {
  return ['  '.repeat(depth) + elementLine(element), ...element.kids.flatMap(kid => describeKid(kid, depth + 1))]
}

function describeKid(kid: DescribedKid, depth: number): string[] {
  if ('element' in kid) return describeElement(kid.element, depth)
  const indent = '  '.repeat(depth)
  if ('content' in kid) return [`${indent}page ${kid.content.pageIndex ?? 'none'}: ${quoted(kid.content.text)}`]
  const {subtype, pageIndex, target, contents} = kid.annotation
  return [`${indent}page ${pageIndex ?? 'none'}: ${subtype} to ${target}, contents ${quoted(contents)}`]
}

function elementLine({role, standardRole, language, alt, actualText, expansion, id, attributes}: DescribedElement): string {
  const named = Object.entries({lang: language, alt, actual: actualText, expansion, id})
  return [
    role === standardRole ? role : `${role} (${standardRole})`,
    ...named.flatMap(([name, text]) => (text === undefined ? [] : [`${name}=${quoted(text)}`])),
    ...[...attributes].map(([name, value]) => `${name}=${value}`).sort()
  ].join(' ')
}

function describeOutline({outline, destinations, pages}: DescribedDocument): string[] {
  const place = (pageIndex: number | undefined) => (pageIndex === undefined ? 'nowhere' : `page ${pageIndex}, label ${quoted(pages[pageIndex]?.label ?? '')}`)
  return [
    'Outline',
    ...outline.map(({title, level, pageIndex}) => `${'  '.repeat(level)}${title} (${place(pageIndex)})`),
    'Named destinations',
    ...[...destinations].map(([name, pageIndex]) => `  ${name} (${place(pageIndex)})`)
  ]
}

/** Blocks of text in the tree's order, a line each. */
export function textLines(structure: readonly DescribedElement[]): string[] {
  const text = structure.map(elementText).join('\n')
  return text.split('\n').map(line => line.replace(/\s+/gu, ' ').trim()).filter(line => line !== '')
}

function elementText(element: DescribedElement): string {
  const {alt, actualText, kids} = element
  const inner = alt !== undefined ? ` [${alt}] ` : (actualText ?? kids.map(kidText).join(''))
  return isInline(element) ? inner : `\n${inner}\n`
}

function kidText(kid: DescribedKid): string {
  if ('element' in kid) return elementText(kid.element)
  return 'content' in kid ? kid.content.text : ''
}
