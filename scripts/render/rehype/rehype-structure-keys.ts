// Render: every block gets its key and every element that needs one its role, as slots in `lang` attributes.

import type {Element, ElementContent, Parents, Root} from 'hast'
import type {VFile} from 'vfile'
import {addMessage, draftOf, spanOf, type FragmentDraft} from '../fragment-draft.ts'
import type {Span} from '../fragment.ts'
import {isRightToLeft} from '../../book/is-right-to-left.ts'
import {inlineElements} from '../harmless-html.ts'
import {keepPhoneNumbers} from './keep-phone-numbers.ts'
import {idSlot, languageSlot} from '../slots.ts'
import type {StructureCode} from '../structure-key.ts'
import type {StructureMark} from '../structure-mark.ts'

/** What elements are when no mark says otherwise. */
const marks = new Map<string, StructureMark>(
  Object.entries({
    aside: {block: 'callout', code: 'aside'},
    blockquote: {block: 'quote'},
    caption: {code: 'caption'},
    dd: {code: 'lbody'},
    dl: {code: 'l'},
    dt: {code: 'lbl'},
    figure: {block: 'figure'},
    h1: {block: 'heading'},
    h2: {block: 'heading'},
    h3: {block: 'heading'},
    h4: {block: 'heading'},
    h5: {block: 'heading'},
    h6: {block: 'heading'},
    li: {block: 'list-item'},
    p: {block: 'paragraph'},
    pre: {block: 'code'},
    section: {code: 'sect'},
    tbody: {code: 'tbody'},
    thead: {code: 'thead'},
    tr: {block: 'table-row'}
  } satisfies Record<string, StructureMark>)
)

/** Numbers the blocks of a file, and hands languages down: Chromium keeps the language of a block only where the block itself says it. */
export function rehypeStructureKeys() {
  return (tree: Root, file: VFile): void => stampInside(tree, '', [1, 1, 1, 1, 0], draftOf(file))
}

function stampInside(parent: Parents, language: string, span: Span, draft: FragmentDraft): void {
  for (const child of parent.children) if (child.type === 'element') stamp(child, language, span, draft)
}

function stamp(element: Element, outerLanguage: string, outerSpan: Span, draft: FragmentDraft): void {
  const span = element.position ? spanOf(element) : outerSpan
  if (element.tagName === 'table') checkHeaders(element, span, draft)
  fillEmptyCell(element)
  partBareWords(element)
  const mark = element.data?.structure ?? marks.get(element.tagName) ?? wordsMark(element)
  const ownLanguage = takeLanguage(element, span, draft) ?? (mark?.isOfBook ? '' : scriptOf(element, mark, outerLanguage, span, draft))
  const language = ownLanguage ?? outerLanguage
  const block = mark?.block && addBlock(mark.block, element, span, draft)
  if (mark || ownLanguage !== undefined) {
    const code = mark?.code ?? codeFor(element, block)
    element.properties['lang'] = languageSlot(code, language, language !== outerLanguage, block)
    const direction = directionWithin(language, outerLanguage, draft)
    if (direction) element.properties['dir'] ??= direction
    // Chromium drops the language of most inline elements that have no id.
    if (ownLanguage !== undefined && inlineElements.has(element.tagName)) element.properties['id'] ??= idSlot
  }
  keepPhoneNumbers(element, element.properties['dir'] !== 'ltr' && isRightToLeft(language === '' ? draft.setting.language : language))
  stampInside(element, language, span, draft)
}

const textBlocks = new Set('caption dd dt figcaption h1 h2 h3 h4 h5 h6 li p summary td th'.split(' '))
const scripts: readonly [script: RegExp, tag: string, name: string][] = [
  [/^[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u, 'und-Arab', 'Arabic'],
  [/^\p{Script=Hebrew}/u, 'und-Hebr', 'Hebrew']
]

/** A block that begins in letters from right to left runs from right to left, though nobody says its language (UAX 9, P2); numbers and signs would be torn apart. */
function scriptOf(element: Element, mark: StructureMark | undefined, outerLanguage: string, span: Span, draft: FragmentDraft): string | undefined {
  if (!textBlocks.has(element.tagName) && mark?.code !== 'para') return undefined
  if (isRightToLeft(outerLanguage === '' ? draft.setting.language : outerLanguage)) return undefined
  const letter = firstLetter(element) ?? ''
  const [, tag, name] = scripts.find(([script]) => script.test(letter)) ?? []
  if (tag === undefined) return undefined
  const note = draft.setting.plain ? 'put `<div lang="ar">` before it and `</div>` after it, with empty lines between' : 'put it into `:::passage{lang=ar}`'
  addMessage(draft, 'language-missing', `Unexpected ${name} letters without a language, expected its code`, span, note)
  return tag
}

/** Empty where words that say their language or direction come first. */
function firstLetter(node: ElementContent): string | undefined {
  if (node.type === 'text') return /\p{L}/u.exec(node.value)?.[0]
  if (node.type !== 'element') return undefined
  if (node.properties['lang'] !== undefined || node.properties['dir'] !== undefined) return ''
  for (const child of node.children) {
    const letter = firstLetter(child)
    if (letter !== undefined) return letter
  }
  return undefined
}

/** The direction of what is in another language, where it is another than that of the words around. Both languages are empty for the book's own. */
function directionWithin(language: string, outerLanguage: string, {setting}: FragmentDraft): 'ltr' | 'rtl' | undefined {
  const [inner, outer] = [language, outerLanguage].map(tag => isRightToLeft(tag === '' ? setting.language : tag))
  return inner === outer ? undefined : inner ? 'rtl' : 'ltr'
}

function checkHeaders(table: Element, span: Span, draft: FragmentDraft): void {
  if (holdsHeader(table)) return
  const note = 'name the columns in the first row; in HTML, make its cells `<th>`'
  addMessage(draft, 'table-header', 'Unexpected table without header cells, expected cells that say what the others are', span, note, draft.setting.plain ? 'info' : 'warning')
}

function holdsHeader(element: Element): boolean {
  return element.children.some(child => child.type === 'element' && child.tagName !== 'td' && (child.tagName === 'th' || holdsHeader(child)))
}

/** Chromium makes no table cell of one that holds nothing, and the cells after it would move up; assembly takes the space away again. */
function fillEmptyCell(element: Element): void {
  if ((element.tagName === 'td' || element.tagName === 'th') && !holdsSomething(element))
    element.children = [{type: 'text', value: '\u00a0'}]
}

function holdsSomething(node: ElementContent): boolean {
  if (node.type === 'text') return node.value.trim() !== ''
  return node.type === 'element' && (node.tagName === 'img' || node.properties['role'] === 'img' || node.children.some(holdsSomething))
}

const bareContainers = new Set(['details', 'div', 'summary'])

/** Words of raw HTML that stand in a container without a paragraph would run together with those after it. */
function wordsMark({tagName, children, properties}: Element): StructureMark | undefined {
  if (tagName === 'abbr' && typeof properties['title'] === 'string') return {code: 'abbr'}
  return bareContainers.has(tagName) && children.some(isWords) && children.every(isInline) ? {block: 'paragraph', code: 'para'} : undefined
}

/** Chromium makes no element of a container that holds words and blocks, so the words get one of their own. */
function partBareWords(element: Element): void {
  if (!bareContainers.has(element.tagName) || !element.children.some(isWords) || element.children.every(isInline)) return
  const parted: ElementContent[] = []
  let words: Element | undefined
  for (const child of element.children) {
    if (!isInline(child)) words = undefined
    else if (words) words.children.push(child)
    else if (isWords(child) || child.type === 'element') words = {type: 'element', tagName: 'div', properties: {}, children: [child]}
    if (!isInline(child)) parted.push(child)
    else if (words?.children.length === 1) parted.push(words)
  }
  element.children = parted
}

function isWords(node: ElementContent): boolean {
  return node.type === 'text' && node.value.trim() !== ''
}

function isInline(node: ElementContent): boolean {
  return node.type !== 'element' || inlineElements.has(node.tagName)
}

function codeFor({tagName}: Element, block: number | undefined): StructureCode {
  if (block !== undefined) return 'as'
  if (tagName === 'div') return 'div'
  return tagName === 'span' ? 'span' : 'as'
}

function addBlock(kind: NonNullable<StructureMark['block']>, {properties}: Element, [line, column]: Span, draft: FragmentDraft): number {
  const {id} = properties
  return draft.blocks.push({kind, line, column, ...(typeof id === 'string' && draft.anchors.has(id) ? {id} : {})}) - 1
}

/** A tag of BCP 47 without private use, which is ours. */
const languageTag = /^[A-Za-z]{2,3}(?:-(?!x-)[A-Za-z0-9]{2,8})*$/i

function takeLanguage(element: Element, span: Span, draft: FragmentDraft): string | undefined {
  const {lang} = element.properties
  delete element.properties['lang']
  if (typeof lang !== 'string' || lang === '') return undefined
  if (languageTag.test(lang)) return lang
  addMessage(draft, 'language-invalid', `Unexpected language \`${lang}\`, expected a code such as \`es\` or \`pt-BR\``, span)
  return undefined
}
