// Accessibility: items about what the text is made of: colours, links, pictures, tables, lists, headings, languages, fields.

import type {DescribedElement} from '../describe/document.ts'
import {colourPairs, leastRatio} from './contrast.ts'
import {annotationsOf, elementText, everyElement, kidElements, shortText} from './every-element.ts'
import {at, type ChecklistItem, decided, type Examined, type Finding, findingsOf, forPerson} from './checklist.ts'

/** An alternative longer than this is better told in the text. */
const longestAlternative = 250

export function contentItems(examined: Examined): ChecklistItem[] {
  return [colourAlone, contrast, linkWords, linkTargets, linkAddresses, alternatives, alternativeWords, headers, tables, blankCells, lists, headings, languages, fields].map(item => item(examined))
}

function colourAlone(): ChecklistItem {
  return forPerson({id: 'colour-alone', statement: 'Nothing is said by colour alone', asked: 'B1, C2, WCAG 1.4.1', note: 'print a page with callouts, figures and links in grey, and see whether it says the same'})
}

function contrast({tokens}: Examined): ChecklistItem {
  const pairs = colourPairs(tokens)
  const weak = pairs.filter(({ratio}) => ratio < leastRatio)
  const least = Math.min(...pairs.map(({ratio}) => ratio))
  return decided(
    {id: 'contrast', statement: 'Text stands out from its ground by at least 4.5 to 1, whatever its size', asked: 'B2, WCAG 1.4.3', note: pairs.length === 0 ? 'no colours are declared' : `the least of ${pairs.length} pairs of the templates has ${least.toFixed(1)} to 1; look at colours inside figures`},
    weak.map(({text, ground, ratio}) => ({text: `\`${text}\` on \`${ground}\` has ${ratio.toFixed(1)} to 1`, file: 'templates/tokens.css'}))
  )
}

function linkWords(examined: Examined): ChecklistItem {
  const {document: {structure}, diagnostics} = examined
  const links = annotationsOf(structure).filter(({subtype}) => subtype === 'Link')
  const elements = [...everyElement(structure)]
  const silent = elements.flatMap(element => element.kids.flatMap(kid => ('annotation' in kid && kid.annotation.subtype === 'Link' && kid.annotation.contents.trim() === '' ? [at(examined, element, `a link to ${kid.annotation.target} has no words`)] : [])))
  const dead = elements.filter(element => element.standardRole === 'Link' && annotationsOf([element]).length === 0)
  const item = {id: 'link-words', statement: 'Links say by their own words where they lead', asked: 'C1, C3, 2013 1.8, 1.11, WCAG 2.4.4, PDF/UA-1 7.18.5', note: `${links.length} link areas, all with words`}
  return decided(item, [...findingsOf(diagnostics, 'link-words'), ...silent, ...dead.map(element => at(examined, element, `the link “${shortText(elementText(element))}” cannot be followed`))])
}

function linkTargets(examined: Examined): ChecklistItem {
  const {document: {structure}, diagnostics} = examined
  const lost = [...everyElement(structure)].filter(({kids}) => kids.some(kid => 'annotation' in kid && /^nowhere$|page none$/.test(kid.annotation.target)))
  return decided({id: 'link-targets', statement: 'Links and contents inside the book lead where they say', asked: '2013 1.10', note: 'every link was followed'}, [
    ...findingsOf(diagnostics, 'link-unknown', 'reference-unknown', 'link-lost'),
    ...lost.map(element => at(examined, element, `the link “${shortText(elementText(element))}” leads nowhere`))
  ])
}

function linkAddresses({document: {structure}}: Examined): ChecklistItem {
  const addresses = [...new Set(annotationsOf(structure).map(({target}) => target).filter(target => /^[a-z][a-z0-9+.-]*:/i.test(target)))].sort()
  const item = {id: 'link-addresses', statement: 'Web addresses lead to the right pages', asked: '2013 1.9', note: 'open each of these'}
  return addresses.length === 0 ? {...item, outcome: 'none', note: 'there are none', findings: []} : forPerson(item, addresses.map(text => ({text})))
}

function figuresOf({document: {structure}}: Examined): DescribedElement[] {
  return [...everyElement(structure)].filter(({standardRole}) => standardRole === 'Figure' || standardRole === 'Formula')
}

function alternatives(examined: Examined): ChecklistItem {
  const figures = figuresOf(examined)
  const item = {id: 'alternatives', statement: 'Pictures have words that stand for them', asked: '2013 2.3, WCAG 1.1.1', note: `${figures.length} pictures, boxes and blanks`}
  const silent = figures.filter(({alt, actualText}) => (alt ?? actualText ?? '').trim() === '')
  return decided(item, [...findingsOf(examined.diagnostics, 'image-alt', 'image-words'), ...silent.map(figure => at(examined, figure, 'a picture has no words'))])
}

/** Boxes and blanks have the program's own words. */
function alternativeWords(examined: Examined): ChecklistItem {
  const own = /^(?:tick(?:ed)? box|.*blank to fill in|\d+ lines? to fill in)$/
  const figures = new Map(figuresOf(examined).map(figure => [(figure.alt ?? figure.actualText ?? '').trim(), figure]).filter((entry): entry is [string, DescribedElement] => entry[0] !== '' && !own.test(String(entry[0]))))
  const item = {id: 'alternative-words', statement: 'The words for pictures say what matters in them, and no more', asked: 'WCAG 1.1.1', note: 'read each beside its picture; tell the rest of a long one in the text'}
  if (figures.size === 0) return {...item, outcome: 'none', note: 'there are no pictures', findings: []}
  return forPerson(item, [...figures].map(([text, figure]) => at(examined, figure, text.length > longestAlternative ? `${text.length} characters, which is long: ${shortText(text)}` : shortText(text))))
}

function tablesOf({document: {structure}}: Examined): DescribedElement[] {
  return [...everyElement(structure)].filter(({standardRole}) => standardRole === 'Table')
}

function rowsOf(table: DescribedElement): DescribedElement[] {
  return kidElements(table).flatMap(kid => (kid.standardRole === 'TR' ? [kid] : kidElements(kid).filter(({standardRole}) => standardRole === 'TR')))
}

function headers(examined: Examined): ChecklistItem {
  const tables = tablesOf(examined)
  const item = {id: 'table-headers', statement: 'Tables have header cells that say which cells they head', asked: 'WCAG 1.3.1', note: `${tables.length} tables`}
  if (tables.length === 0) return {...item, outcome: 'none', note: 'there are no tables', findings: []}
  const scopeless = tables.filter(table => rowsOf(table).flatMap(kidElements).some(cell => cell.standardRole === 'TH' && !cell.attributes.has('Table/Scope')))
  const headless = findingsOf(examined.diagnostics, 'table-header')
  const bare = headless.length > 0 ? [] : tables.filter(table => !rowsOf(table).flatMap(kidElements).some(({standardRole}) => standardRole === 'TH'))
  return decided(item, [
    ...headless,
    ...bare.map(table => at(examined, table, `the table “${shortText(elementText(table))}” has no header`)),
    ...scopeless.map(table => at(examined, table, `the table “${shortText(elementText(table))}” has a header without scope`))
  ])
}

function tables(examined: Examined): ChecklistItem {
  const complex = tablesOf(examined).filter(table => rowsOf(table).flatMap(kidElements).some(({attributes}) => attributes.has('Table/RowSpan') || attributes.has('Table/ColSpan')))
  const item = {id: 'complex-tables', statement: 'Tables with cells over several rows or columns can be followed by ear', asked: 'WCAG 1.3.1', note: 'listen to each with `space-hacks describe --speak`, or make it two tables'}
  if (complex.length === 0) return {...item, outcome: 'none', note: 'no cell goes over several rows or columns', findings: []}
  return forPerson(item, complex.map(table => at(examined, table, shortText(elementText(table)))))
}

function blankCells(examined: Examined): ChecklistItem {
  const found = tablesOf(examined).filter(table => rowsOf(table).slice(1).flatMap(kidElements).some(cell => elementText(cell).trim() === ''))
  const item = {id: 'blank-cells', statement: 'Cells of tables are empty only where something is to be written', asked: '2013 1.15 of a later copy', note: 'say in each other one that there is nothing'}
  if (found.length === 0) return {...item, outcome: 'none', note: 'no cell is empty', findings: []}
  return forPerson(item, found.map(table => at(examined, table, shortText(elementText(table)))))
}

function lists(examined: Examined): ChecklistItem {
  const found = [...everyElement(examined.document.structure)].filter(({standardRole}) => standardRole === 'L')
  const item = {id: 'lists', statement: 'Lists are tagged as lists, item by item', asked: 'WCAG 1.3.1', note: `${found.length} lists`}
  if (found.length === 0) return {...item, outcome: 'none', note: 'there are no lists', findings: []}
  const broken = found.filter(list => kidElements(list).some(({standardRole}) => !['LI', 'L', 'Caption'].includes(standardRole)))
  return decided(item, broken.map(list => at(examined, list, `the list “${shortText(elementText(list))}” holds what is no item`)))
}

function headings(examined: Examined): ChecklistItem {
  const {document: {structure}, diagnostics} = examined
  const findings: Finding[] = findingsOf(diagnostics, 'heading-skip', 'heading-depth')
  let before = 0
  let count = 0
  for (const element of everyElement(structure)) {
    const level = Number(/^H([1-6])$/.exec(element.standardRole)?.[1] ?? 0)
    if (level === 0) continue
    count++
    if (elementText(element).trim() === '') findings.push(at(examined, element, `a heading of level ${level} has no words`))
    if (level > before + 1) findings.push(at(examined, element, `the heading “${shortText(elementText(element))}” is of level ${level} after level ${before}`))
    before = level
  }
  return decided({id: 'headings', statement: 'Headings are tagged as such, and no level is skipped', asked: 'WCAG 1.3.1, 2.4.6', note: `${count} headings`}, findings)
}

function languages(examined: Examined): ChecklistItem {
  const {document: {structure, language}, diagnostics} = examined
  const item = {id: 'languages', statement: 'Words in another language are marked as such', asked: 'WCAG 3.1.2', note: 'look for words in other languages that are not in this list'}
  const wrong = findingsOf(diagnostics, 'language-invalid')
  if (wrong.length > 0) return decided(item, wrong)
  const passages = [...everyElement(structure)].filter(element => element.language !== undefined && element.language !== language)
  return forPerson(item, passages.map(element => at(examined, element, `${element.language}: ${shortText(elementText(element))}`)))
}

function fields({document: {pages}}: Examined): ChecklistItem {
  const widgets = pages.flatMap(page => page.annotations).filter(subtype => subtype === 'Widget').length
  const item = {id: 'fields', statement: 'Fields to fill in on a screen have names', asked: 'WCAG 4.1.2', note: 'try each with the keyboard alone'}
  return widgets === 0 ? {...item, outcome: 'none', note: 'there are none; blanks are for paper, and have words', findings: []} : forPerson(item)
}
