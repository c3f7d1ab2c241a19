// Accessibility: items about the file as a whole.

import {annotationsOf, elementText, everyElement, shortText} from './every-element.ts'
import {at, type ChecklistItem, decided, type Examined, type Finding, findingsOf, forPerson} from './checklist.ts'
import {oneLine} from './other-version.ts'

/** From this many pages on, a file needs an outline. */
const pagesWithoutOutline = 9
const longestName = 30

/** Roles of ISO 32000-1, 14.8.4, which every program knows. */
const standardRoles = new Set(
  ('Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 H4 H5 H6 L LI Lbl LBody Table TR TH TD THead TBody TFoot ' +
    'Span Quote Note Reference BibEntry Code Link Annot Ruby RB RT RP Warichu WT WP Figure Formula Form').split(' ')
)

const inBookYaml = (text: string): Finding => ({text, file: 'book.yaml'})

export function documentItems(examined: Examined): ChecklistItem[] {
  return [fileName, properties, author, tagged, title, language, bookmarks, leftovers, readingOrder, everythingTagged, standardTags, cleanText, paragraphs, movement, magnified, fonts, scans, preview, checker, otherVersion].map(item => item(examined))
}

function fileName({fileName: name}: Examined): ChecklistItem {
  const findings: Finding[] = []
  if (!/^[A-Za-z0-9-]+\.pdf$/.test(name)) findings.push(inBookYaml(`\`${name}\` has other characters than letters, digits and hyphens; give \`name\``))
  if (name.length - '.pdf'.length > longestName) findings.push(inBookYaml(`\`${name}\` is longer than ${longestName} characters; give \`name\``))
  return decided({id: 'file-name', statement: 'The file’s name is short, and has no spaces or special characters', asked: '2013 1.1, 1.2', note: `\`${name}\``}, findings)
}

function properties({metadata, document}: Examined): ChecklistItem {
  const missing = [
    ...((document.title ?? '') === '' ? ['title'] : []),
    ...((document.author ?? '') === '' ? ['publishers'] : []),
    ...((metadata.subject ?? '') === '' ? ['subject'] : []),
    ...(metadata.keywords.length === 0 ? ['keywords'] : []),
    ...((document.language ?? '') === '' ? ['language'] : [])
  ]
  return decided({id: 'properties', statement: 'Title, author, subject, keywords and language are filled in', asked: '2013 1.3', note: 'looked up in the file'}, missing.map(key => inBookYaml(`\`${key}\` is missing`)))
}

function author({metadata: {publishers}}: Examined): ChecklistItem {
  return forPerson({id: 'author', statement: 'The author is the organization, not a person', asked: '2013 1.3', note: `is each of these an organization: ${publishers.join(', ') || 'nobody is named'}?`})
}

function tagged({document}: Examined): ChecklistItem {
  return decided({id: 'tagged', statement: 'The file is tagged', asked: 'A1, 2013 2.1, WCAG 1.3.1', note: `${[...everyElement(document.structure)].length} elements`}, document.isTagged && document.structure.length > 0 ? [] : [{text: 'the file has no tags'}])
}

function title({document}: Examined): ChecklistItem {
  return decided({id: 'title', statement: 'The title is filled in', asked: 'A2, WCAG 2.4.2', note: document.title ?? ''}, (document.title ?? '') === '' ? [inBookYaml('`title` is missing')] : [])
}

function language({document, metadata}: Examined): ChecklistItem {
  const findings = document.language === metadata.language ? [] : [inBookYaml(`the file says \`${document.language ?? 'nothing'}\`, the book \`${metadata.language}\``)]
  return decided({id: 'language', statement: 'The language of the text is set', asked: 'A3, WCAG 3.1.1', note: document.language ?? ''}, findings)
}

function bookmarks({document: {pages, outline}}: Examined): ChecklistItem {
  const findings = [
    ...(pages.length > pagesWithoutOutline && outline.length === 0 ? [{text: `${pages.length} pages, but no bookmarks`}] : []),
    ...outline.filter(({pageIndex}) => pageIndex === undefined).map(entry => ({text: `bookmark “${shortText(entry.title)}” leads nowhere`}))
  ]
  return decided({id: 'bookmarks', statement: 'A file of more than nine pages has bookmarks that lead where they say', asked: 'A6, WCAG 2.4.5', note: `${outline.length} bookmarks for ${pages.length} pages`}, findings)
}

function leftovers({document: {pages}}: Examined): ChecklistItem {
  const findings = pages.flatMap(({label, annotations}) => annotations.filter(subtype => subtype !== 'Link' && subtype !== 'Widget').map(subtype => ({text: `page ${label} has an annotation of type ${subtype}`})))
  return decided({id: 'review-leftovers', statement: 'Nothing of a review is left: no comments, no marks', asked: 'A7, WCAG 1.3.1', note: 'every annotation is a link'}, findings)
}

function readingOrder({diagnostics}: Examined): ChecklistItem {
  return decided({id: 'reading-order', statement: 'The tags are in the order in which the text is to be read', asked: 'A8, WCAG 1.3.2', note: 'the printed text was read through the tags against the manuscript’s'}, findingsOf(diagnostics, 'text-lost'))
}

function everythingTagged({document: {pages}}: Examined): ChecklistItem {
  const findings = pages.flatMap(({label, loose}) => loose.filter(({kind, text}) => kind === 'Untagged' && text.trim() !== '').map(({text}) => ({text: `page ${label} shows “${shortText(text)}”, which no tag holds`})))
  return decided({id: 'everything-tagged', statement: 'All text is in the tags, or marked as decoration', asked: 'A9, WCAG 1.3.1', note: 'only running heads, page numbers and decoration stand outside'}, findings)
}

function standardTags(examined: Examined): ChecklistItem {
  const unknown = new Map([...everyElement(examined.document.structure)].filter(({standardRole}) => !standardRoles.has(standardRole)).map(element => [element.role, element]))
  return decided({id: 'standard-tags', statement: 'Tags of our own stand for standard ones', asked: 'A10, WCAG 4.1.2', note: 'every tag is standard, or mapped to one that is'}, [...unknown].map(([role, element]) => at(examined, element, `tag ${role} is mapped to no standard one`)))
}

function cleanText({document: {structure}, diagnostics}: Examined): ChecklistItem {
  const text = structure.map(elementText).join('\n')
  const found = [...new Set(text.match(/[\u00ad\ufffd\ue000-\uf8ff]/g) ?? [])].map(character => ({text: `the text holds U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}, which no voice can say`}))
  return decided({id: 'clean-text', statement: 'Words in the tags are whole, without hyphens or breaks that are not theirs', asked: 'A11, WCAG 4.1.1', note: 'read character by character'}, [...found, ...findingsOf(diagnostics, 'text-lost', 'glyph-missing')])
}

function paragraphs(examined: Examined): ChecklistItem {
  const empty = [...everyElement(examined.document.structure)].filter(element => element.standardRole === 'P' && elementText(element).trim() === '')
  return decided({id: 'paragraphs', statement: 'Each paragraph is one tag, and each tag of a paragraph holds one', asked: 'A12, WCAG 1.3.1', note: 'tags are made from the manuscript’s own paragraphs, across pages too'}, empty.map(element => at(examined, element, 'a paragraph’s tag holds nothing')))
}

function movement({document: {pages, structure}}: Examined): ChecklistItem {
  const moving = [...pages.flatMap(page => page.annotations), ...annotationsOf(structure).map(({subtype}) => subtype)].filter(subtype => /^(Movie|Screen|RichMedia|3D|Sound)$/.test(subtype))
  return decided({id: 'no-flashing', statement: 'Nothing moves or flashes', asked: 'A5, 2013 1.7, WCAG 2.3.1', note: 'the file holds no film, sound or animation'}, moving.map(subtype => ({text: `the file holds an annotation of type ${subtype}`})))
}

function magnified(): ChecklistItem {
  return forPerson({id: 'magnified', statement: 'The text can be read at 200 %', asked: 'A13, WCAG 1.4.4', note: 'open the PDF at 200 %, and the HTML file at 400 % in a narrow window'})
}

function checker(): ChecklistItem {
  return forPerson({id: 'checker', statement: 'An accessibility checker finds nothing', asked: 'A4, WCAG 4.1.1', note: 'run Acrobat’s checker, or veraPDF with profile PDF/UA-1; the tests of this program run veraPDF on every fixture book'})
}

/** The list of 2013 names six fonts of its time; Atkinson Hyperlegible was drawn for readers with low vision since. */
function fonts({tokens}: Examined): ChecklistItem {
  const faces = [...new Set([...tokens.matchAll(/--face[\w-]*:\s*"([^"]+)"/g)].map(([, face = '']) => face))]
  return forPerson({id: 'fonts', statement: 'The text is set in fonts that are easy to read', asked: '2013 1.4', note: `look at a page; the templates ask for ${faces.join(', ') || 'no font by name'}`})
}

/** Text that is painted but cannot be read is a scan, or a drawing of letters. */
function scans({document: {pages}}: Examined): ChecklistItem {
  const mute = pages.filter(({isEmpty, marks, loose}) => !isEmpty && [...marks.values(), ...loose.map(({text}) => text)].every(text => text.trim() === ''))
  return decided({id: 'scanned-text', statement: 'Text is text, not a picture of it', asked: '2013 2.1, WCAG 1.4.5', note: 'every page that shows something has text; look for letters inside figures'}, mute.map(({label}) => ({text: `page ${label} shows something, but has no text`})))
}

function preview(): ChecklistItem {
  return forPerson({id: 'print-preview', statement: 'Someone has looked at the pages as they are printed', asked: '2013 1.14', note: 'turn all of them over once: cut lines, empty pages, headings at the foot'})
}

/** Headings and pictures are what two versions of a text can be told apart by, whatever their page numbers and layout. */
function otherVersion(examined: Examined): ChecklistItem {
  const {otherVersion: other, document: {structure}} = examined
  const item = {id: 'other-version', statement: 'There is another accessible version that says the same', asked: '2013 1.12', note: `publish ${other?.fileName ?? 'an HTML file'} with it`}
  if (other === undefined) return decided(item, [{text: 'no HTML file was made; build with `--format pdf,html`'}])
  const elements = [...everyElement(structure)]
  const headings = elements.filter(({standardRole}) => /^H[1-6]$/.test(standardRole)).filter(element => !other.headings.has(oneLine(elementText(element))))
  const pictures = elements.filter(({standardRole, alt}) => standardRole === 'Figure' && alt !== undefined && !other.alternatives.has(oneLine(alt)))
  return decided(item, [
    ...headings.map(element => at(examined, element, `${other.fileName} lacks the heading “${shortText(elementText(element))}”`)),
    ...pictures.map(element => at(examined, element, `${other.fileName} lacks the picture “${shortText(elementText(element))}”`))
  ])
}
