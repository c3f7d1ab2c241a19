// Shows that every item of the checklist passes on a sound book, and fails, with words for it, on one that breaks it.

import {expect, test} from 'vitest'
import {checkAccessibility} from '../../scripts/accessibility/check-accessibility.ts'
import type {ChecklistItem, Examined} from '../../scripts/accessibility/checklist.ts'
import {formatChecklist} from '../../scripts/accessibility/format-checklist.ts'
import type {DescribedAnnotation, DescribedElement, DescribedKid, DescribedPage} from '../../scripts/describe/document.ts'
import {diagnose} from '../../scripts/diagnostics/diagnose.ts'
import type {RuleId} from '../../scripts/diagnostics/rules.ts'

type Part = DescribedElement | DescribedAnnotation | string

function element(role: string, parts: readonly Part[] = [], entries: Partial<DescribedElement> = {}): DescribedElement {
  const kid = (part: Part): DescribedKid => (typeof part === 'string' ? {content: {pageIndex: 0, text: part}} : 'role' in part ? {element: part} : {annotation: part})
  return {role, standardRole: role, attributes: new Map(), ...entries, kids: parts.map(kid)}
}

const link = (target: string, contents: string): DescribedAnnotation => ({subtype: 'Link', pageIndex: 0, target, contents})
const scope = (value: string): Partial<DescribedElement> => ({attributes: new Map([['Table/Scope', value]])})

const table = element('Table', [element('TR', [element('TH', ['Sign'], scope('Column')), element('TH', ['Step'], scope('Column'))]), element('TR', [element('TD', ['Loud'], {attributes: new Map([['Table/ColSpan', '2']])})])])
const structure = [
  element('H1', ['Title']),
  element('P', ['Words and ', element('Link', ['a link', link('https://example.org/', 'a link')]), element('Span', ['hola'], {language: 'es'})]),
  element('L', [element('LI', [element('LBody', ['item'])])]),
  element('Figure', ['x'], {alt: 'A square', attributes: new Map([['Layout/BBox', '[0 0 1 1]']])}),
  element('Note', ['a note'], {id: 'n1'}),
  table
]

function pages(count: number, page: Partial<DescribedPage> = {}): DescribedPage[] {
  return Array.from({length: count}, (_, index) => ({index, label: String(index + 1), widthPt: 612, heightPt: 792, rotation: 0, loose: [], marks: new Map([[0, 'Words']]), isEmpty: false, annotations: ['Link'], ...page}))
}

const sound: Examined = {
  fileName: 'space-hacks.pdf',
  metadata: {title: 'Book', publishers: ['Fixture Press'], subject: 'A book', keywords: ['book'], language: 'en'},
  document: {version: '1.7', title: 'Book', author: 'Fixture Press', language: 'en', isTagged: true, pages: pages(12), structure, outline: [{title: 'Title', level: 1, pageIndex: 0}], destinations: new Map()},
  diagnostics: [],
  tokens: ':root {--ink: #211a29; --paper: #ffffff; --face: "Legible", sans-serif;}',
  otherVersion: {fileName: 'space-hacks.html', headings: new Set(['Title']), alternatives: new Set(['A square'])},
  placeOf: tag => (structure.includes(tag) ? undefined : {file: 'sections/b.md', line: 9, column: 1})
}

const withTree = (...more: DescribedElement[]): Partial<Examined> => ({document: {...sound.document, structure: [...structure, ...more]}})
const withDocument = (document: Partial<Examined['document']>): Partial<Examined> => ({document: {...sound.document, ...document}})
const told = (rule: RuleId): Partial<Examined> => ({diagnostics: [diagnose(rule, 'Unexpected thing', {file: 'sections/a.md', place: {line: 7, column: 3}})]})

function itemOf(id: string, change: Partial<Examined> = {}): ChecklistItem {
  const item = checkAccessibility({...sound, ...change}).find((each) => each.id === id)
  if (item === undefined) throw new Error(`No item ${id}`)
  return item
}

const breaks: readonly [id: string, change: Partial<Examined>, finding: string][] = [
  ['file-name', {fileName: 'Space Hacks (final).pdf'}, '`Space Hacks (final).pdf` has other characters than letters, digits and hyphens; give `name`'],
  ['file-name', {fileName: `${'long-'.repeat(7)}name.pdf`}, 'longer than 30 characters'],
  ['properties', {metadata: {...sound.metadata, keywords: []}}, '`keywords` is missing'],
  ['properties', withDocument({author: undefined}), '`publishers` is missing'],
  ['tagged', withDocument({isTagged: false}), 'the file has no tags'],
  ['title', withDocument({title: ''}), '`title` is missing'],
  ['language', withDocument({language: undefined}), 'the file says `nothing`, the book `en`'],
  ['bookmarks', withDocument({outline: []}), '12 pages, but no bookmarks'],
  ['bookmarks', withDocument({outline: [{title: 'Lost', level: 1, pageIndex: undefined}]}), 'bookmark “Lost” leads nowhere'],
  ['review-leftovers', withDocument({pages: pages(1, {annotations: ['Highlight']})}), 'page 1 has an annotation of type Highlight'],
  ['reading-order', told('text-lost'), 'Unexpected thing'],
  ['everything-tagged', withDocument({pages: pages(1, {loose: [{kind: 'Untagged', text: 'forgotten'}]})}), 'page 1 shows “forgotten”, which no tag holds'],
  ['standard-tags', withTree(element('Sidebar', ['x'])), 'tag Sidebar is mapped to no standard one'],
  ['clean-text', withTree(element('P', ['hy\u00adphen'])), 'U+00AD'],
  ['clean-text', told('glyph-missing'), 'Unexpected thing'],
  ['paragraphs', withTree(element('P', [' '])), 'a paragraph’s tag holds nothing'],
  ['no-flashing', withDocument({pages: pages(1, {annotations: ['Movie']})}), 'an annotation of type Movie'],
  ['contrast', {tokens: '--ink: #999999; --paper: #ffffff;'}, '`--ink` on `--paper` has 2.8 to 1'],
  ['link-words', told('link-words'), 'Unexpected thing'],
  ['link-words', withTree(element('Link', [link('https://example.org/', ' ')])), 'a link to https://example.org/ has no words'],
  ['link-targets', withTree(element('Link', ['x', link('gone on page none', 'x')])), 'the link “x” leads nowhere'],
  ['link-targets', told('reference-unknown'), 'Unexpected thing'],
  ['alternatives', told('image-words'), 'Unexpected thing'],
  ['alternatives', withTree(element('Figure', ['x'], {alt: ' '})), 'a picture has no words'],
  ['table-headers', told('table-header'), 'Unexpected thing'],
  ['table-headers', withTree(element('Table', [element('TR', [element('TH', ['x'])])])), 'the table “x” has a header without scope'],
  ['lists', withTree(element('L', [element('P', ['x'])])), 'the list “x” holds what is no item'],
  ['headings', told('heading-skip'), 'Unexpected thing'],
  ['headings', withTree(element('H4', ['Deep'])), 'the heading “Deep” is of level 4 after level 1'],
  ['languages', told('language-invalid'), 'Unexpected thing'],
  ['nesting', withTree(element('P', [element('LI', ['x'])])), 'a LI stands in a P: “x”'],
  ['nesting', withTree(element('L', [element('LI', [element('P', ['x'])])])), 'a list item holds a P without LBody: “x”'],
  ['nesting', withTree(element('Table', [element('TD', ['x'])])), 'a TD stands in a Table: “x”'],
  ['empty-tags', withTree(element('NonStruct', ['x'])), 'a tag that says nothing (NonStruct) stands around “x”'],
  ['empty-tags', withTree(element('Sect', [])), 'a tag Sect holds nothing'],
  ['figure-boxes', withTree(element('Figure', ['x'], {alt: 'Chairs'})), 'the picture “Chairs” has no box'],
  ['notes', withTree(element('Note', ['x'])), 'the note “x” has no name of its own'],
  ['notes', withTree(element('Note', ['x'], {id: 'n1'})), 'the note “x” has no name of its own'],
  ['scanned-text', withDocument({pages: pages(1, {marks: new Map()})}), 'page 1 shows something, but has no text'],
  ['table-headers', withTree(element('Table', [element('TR', [element('TD', ['x'])])])), 'the table “x” has no header'],
  ['link-words', withTree(element('Link', ['x'])), 'the link “x” cannot be followed'],
  ['headings', withTree(element('H2', [' '])), 'a heading of level 2 has no words'],
  ['other-version', {otherVersion: undefined}, 'no HTML file was made'],
  ['other-version', withTree(element('H2', ['Left out'])), 'space-hacks.html lacks the heading “Left out”'],
  ['other-version', withTree(element('Figure', ['x'], {alt: 'Left out'})), 'space-hacks.html lacks the picture “Left out”']
]

test('a sound book fails no item, and leaves some to a person', () => {
  const items = checkAccessibility(sound)
  expect(items.filter(({outcome}) => outcome === 'fail')).toEqual([])
  expect(items.filter(({outcome}) => outcome === 'person').map(({id}) => id)).toEqual(['author', 'magnified', 'fonts', 'print-preview', 'checker', 'colour-alone', 'link-addresses', 'alternative-words', 'complex-tables', 'languages'])
  expect(new Set(items.map(({id}) => id)).size).toBe(items.length)
})

test.each(breaks)('%s fails, %#', (id, change, finding) => {
  expect(itemOf(id).outcome).not.toBe('fail')
  const {outcome, findings} = itemOf(id, change)
  expect(outcome).toBe('fail')
  expect(findings.map(({text}) => text).join('\n')).toContain(finding)
})

test('every item that a machine decides is broken above', () => {
  const decided = checkAccessibility(sound).filter(({outcome}) => outcome === 'pass').map(({id}) => id)
  expect(decided.filter((id) => !breaks.some(([broken]) => broken === id))).toEqual([])
})

test('what is found in a tag leads to the line that the tag was made from', () => {
  const {findings} = itemOf('figure-boxes', withTree(element('Figure', ['x'], {alt: 'Chairs'})))
  expect(findings).toEqual([{text: 'the picture “Chairs” has no box', file: 'sections/b.md', line: 9}])
})

test('what is not in the book is not asked', () => {
  const items = checkAccessibility({...sound, ...withDocument({structure: [element('P', ['Words'])]})})
  expect(items.filter(({outcome}) => outcome === 'none').map(({id}) => id)).toEqual(['figure-boxes', 'notes', 'link-addresses', 'alternative-words', 'table-headers', 'complex-tables', 'blank-cells', 'lists', 'fields'])
})

test('says where to mend, failures first', () => {
  const text = formatChecklist(checkAccessibility({...sound, ...told('link-words')}), 'manuscript/')
  expect(text).toMatch(/^FAIL {12}Links say by their own words where they lead \(C1, C3, 2013 1\.8, 1\.11, WCAG 2\.4\.4, PDF\/UA-1 7\.18\.5\)\n {16}1 link areas, all with words\n {16}- manuscript\/sections\/a\.md:7 {2}Unexpected thing\n\nneeds a person /)
  expect(text).toMatch(/\n\d+ pass, 1 fail, 10 need a person, 2 not there\n$/)
})
