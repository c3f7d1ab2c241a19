// Shows that every invariant is silent on a file that keeps it and speaks on one that breaks it.

import {readFileSync} from 'node:fs'
import {describe, expect, it} from 'vitest'
import type {PageEntry} from '../../scripts/assemble/page-map.ts'
import type {PdfEdit} from './edit-pdf.ts'
import {editPdf} from './edit-pdf.ts'
import type {Expected} from './invariants/invariant.ts'
import type {ManuscriptText} from './manuscript-text.ts'
import type {InvariantName} from './pdf-invariants.ts'
import {invariants} from './pdf-invariants.ts'
import type {QpdfDictionary, QpdfValue} from './qpdf.ts'
import {qpdfComplaints} from './qpdf.ts'
import {readPdf} from './read-pdf.ts'

type Change = (edit: PdfEdit) => void

interface Break {
  readonly what: string
  readonly change?: Change
  readonly expected?: Expected
  readonly says: RegExp
}

interface Case {
  /** What it takes to make Chromium's print keep the invariant. */
  readonly mend?: Change
  readonly expected?: Expected
  readonly breaks: readonly Break[]
}

/** Three pages as Chromium prints them; `fixtures/pdf/README.md` says how the file was made. */
const printed = readFileSync(new URL('../fixtures/pdf/three-pages.pdf', import.meta.url))

const pages: readonly PageEntry[] = [0, 1, 2].map((index) => (
  {index, label: String(index + 1), folio: String(index + 1), side: index % 2 === 0 ? 'recto' : 'verso', blank: false, unit: 'body', pageOfUnit: index}
))

const fixtureWords = 'First page An office with a fluffy rug. See Third page (page 3) before you sit down, and breathe as long as you like to. ' +
  'Second page One thing Another thing Sign Step Loud Slow Third page A part of it [A square] Un rincón tranquilo, Second page.'

/** What the fixture says, as a manuscript would. */
function manuscript(text = fixtureWords, exact = false): Expected {
  const read: ManuscriptText = {
    headings: ['First', 'Third'].map((word) => ({anchor: word.toLowerCase(), title: `${word} page`, name: `${word} page`})),
    words: () => text.split(' ').map((word) => ({text: word, exact, section: 'first'}))
  }
  return {manuscript: read}
}

/** Sets an entry of the first object that has the given ones; `null` takes it away. */
function set(of: QpdfDictionary, entry: string, value: QpdfValue): Change {
  return (edit) => {
    const dictionary = edit.first(of)
    if (value === null) delete dictionary[entry]
    else dictionary[entry] = value
  }
}

function destinationTops(toPt: number): Change {
  return (edit) => {
    const destinations = edit.at(String(edit.catalog['/Dests']))
    for (const name of Object.keys(destinations)) {
      const array = destinations[name] as QpdfValue[]
      destinations[name] = [array[0]!, array[1]!, array[2]!, Number(array[3]) - toPt, array[4]!]
    }
  }
}

const addLabels: Change = ({catalog}) => void (catalog['/PageLabels'] = {'/Nums': [0, {'/S': '/D'}]})
const addContents: Change = (edit) => edit.find({'/Subtype': '/Link'}).forEach((link) => void (edit.at(link)['/Contents'] = 'u:Go there'))

const mendShapes: Change = (edit) => {
  for (const item of edit.find({'/S': '/LI'})) edit.at(String((edit.at(item)['/K'] as QpdfValue[]).at(-1)))['/S'] = '/LBody'
  for (const figure of edit.find({'/S': '/Figure'})) edit.at(figure)['/A'] = {'/O': '/Layout', '/BBox': [0, 0, 15, 15]}
}

/** Text outside marked content becomes an artifact; Skia writes `BT` and `ET` on lines of their own. */
const markArtifacts: Change = (edit) => edit.pages.forEach((_, index) => edit.editContent(index, (content) => {
  let depth = 0
  return content.split('\n').flatMap((line) => {
    depth += line.endsWith('BDC') ? 1 : line === 'EMC' ? -1 : 0
    if (depth > 0) return [line]
    return line === 'BT' ? ['/Artifact BMC', line] : line === 'ET' ? [line, 'EMC'] : [line]
  }).join('\n')
}))

const stateFacts: Change = (edit) => {
  edit.setVersion('1.7')
  edit.trailer['/ID'] = ['b:00', 'b:00']
  const xmp = '<rdf:RDF><dc:title>Three pages</dc:title><pdfuaid:part>1</pdfuaid:part></rdf:RDF>'
  edit.catalog['/Metadata'] = edit.addStream({'/Type': '/Metadata', '/Subtype': '/XML'}, xmp)
}

/** `cleanSyntax` has a test of its own below: a file with faulty syntax cannot be read at all. */
const cases: Record<Exclude<InvariantName, 'cleanSyntax'>, Case> = {
  annotations: {
    mend: addContents,
    breaks: [
      {what: 'a link without Contents', change: set({'/Subtype': '/Link'}, '/Contents', null), says: /Link annotation .* has no Contents/},
      {what: 'a link beside its words', change: set({'/Subtype': '/Link'}, '/Rect', [0, 0, 20, 20]), says: /stands on none of its element's words/},
      {what: 'a link under a Span', change: set({'/S': '/Link'}, '/S', '/Span'), says: /stands under Span, expected Link/},
      {what: 'a link that no element holds', change: set({'/S': '/Link'}, '/K', []), says: /is reached 0 times/},
      {what: 'a page tabbed in no order', change: (edit) => void delete edit.pages[0]?.['/Tabs'], says: /no structure tab order/}
    ]
  },
  documentFacts: {
    mend: stateFacts,
    breaks: [
      {what: 'an old version', change: (edit) => edit.setVersion('1.4'), says: /PDF 1\.4, expected 1\.7/},
      {what: 'no language', change: ({catalog}) => void delete catalog['/Lang'], says: /no Lang/},
      {what: 'no metadata', change: ({catalog}) => void delete catalog['/Metadata'], says: /PDF\/UA-1/}
    ]
  },
  elementShapes: {
    mend: mendShapes,
    breaks: [
      {what: 'an item without a body', change: set({'/S': '/LBody'}, '/S', '/NonStruct'), says: /holds NonStruct, expected Lbl or LBody/},
      {what: 'a figure without a box', change: set({'/S': '/Figure'}, '/A', null), says: /has no BBox/},
      {what: 'a figure without an alternative', change: set({'/S': '/Figure'}, '/Alt', null), says: /has no alternative/},
      {what: 'a header cell without a scope', change: set({'/S': '/TH'}, '/A', null), says: /has no Scope/},
      {what: 'a cell outside a row', change: set({'/S': '/TR'}, '/S', '/Div'), says: /holds TH, which belongs under TR/},
      {what: 'a skipped level', change: set({'/S': '/H2'}, '/S', '/H4'), says: /"A part of it" has level 4, expected at most 2/}
    ]
  },
  everythingMarked: {
    mend: markArtifacts,
    breaks: [
      {what: 'a rule', change: (edit) => edit.editContent(1, (content) => `${content}\n0 0 50 1 re f`), says: /Page 1: path at/},
      {what: 'a running head', change: (edit) => edit.editContent(0, (content) => content.replace('/Artifact BMC', '').replace('EMC', '')), says: /Page 0: text "T"/}
    ]
  },
  foliosAreLabels: {
    mend: addLabels,
    expected: {pages},
    breaks: [
      {what: 'no labels', change: ({catalog}) => void delete catalog['/PageLabels'], says: /no page labels/},
      {what: 'labels that start elsewhere', change: ({catalog}) => void (catalog['/PageLabels'] = {'/Nums': [0, {'/S': '/D', '/St': 2}]}), says: /Page 0 prints 1, but its label is 2/},
      {what: 'a page map with another label', expected: {pages: pages.map((page) => ({...page, label: 'ii'}))}, says: /the page map says ii/},
      {what: 'a folio that should not be there', expected: {pages: pages.map(({folio: _, ...page}) => page)}, says: /the page map gives it no folio/},
      {what: 'a missing page', expected: {pages: pages.slice(1)}, says: /3 pages, but the page map 2/}
    ]
  },
  fonts: {
    breaks: [
      {what: 'a font that is not embedded', change: set({'/Type': '/FontDescriptor'}, '/FontFile2', null), says: /is not embedded/},
      {what: 'a Type 3 font', change: set({'/Subtype': '/Type0'}, '/Subtype', '/Type3'), says: /is Type 3/},
      {what: 'glyph 0', change: (edit) => edit.editContent(0, (content) => content.replace(/<[0-9A-F]{4}> Tj/i, '<0000> Tj')), says: /Page 0 paints glyph 0/}
    ]
  },
  headingsHaveDestinations: {
    mend: destinationTops(43),
    breaks: [
      {what: 'destinations that ignore the margin, as Chromium writes them', change: destinationTops(-43), says: /"First page" on page index 0 .* has no named destination/},
      {what: 'a lost name', change: (edit) => void delete edit.at(String(edit.catalog['/Dests']))['/second'], says: /"Second page" .* has no named destination/},
      {what: 'an anchor of the manuscript that is not there', change: (edit) => void delete edit.at(String(edit.catalog['/Dests']))['/first'], expected: manuscript(), says: /has no destination first/}
    ]
  },
  internalLinksLand: {
    mend: addLabels,
    expected: manuscript(),
    breaks: [
      {what: 'labels that the printed number does not follow', change: ({catalog}) => void (catalog['/PageLabels'] = {'/Nums': [0, {'/S': '/r'}]}), says: /prints page 3, but lands on page iii/},
      {what: 'a link to another page', change: set({'/Subtype': '/Link'}, '/Dest', '/second'), says: /"Third page \(page 3\)" to second lands on page index 1, where no such heading stands/},
      {what: 'an entry of the contents without a number of its own', change: set({'/S': '/P'}, '/S', '/TOC'), says: /prints no page number after a space/},
      {what: 'a link to nowhere', change: set({'/Subtype': '/Link'}, '/Dest', '/fourth'), says: /to fourth leads nowhere/},
      {what: 'a destination away from its heading', change: (edit) => {
        const destinations = edit.at(String(edit.catalog['/Dests']))
        destinations['/third'] = destinations['/first']!
      }, says: /expected the heading "Third page" there/}
    ]
  },
  languages: {
    breaks: [{what: 'a private part left over', change: set({'/S': '/P'}, '/Lang', 'u:en-x-aside-1a'), says: /has the language "en-x-aside-1a"/}]
  },
  manuscriptWords: {
    expected: manuscript(),
    breaks: [
      {what: 'a lost word', expected: manuscript(fixtureWords.replace('fluffy', 'very fluffy')), says: /tags read .*, expected ".*very fluffy/},
      {what: 'an added word', expected: manuscript(fixtureWords.replace('Loud ', '')), says: /tags read "[^"]*Sign Step Loud/},
      {what: 'other order', expected: manuscript(fixtureWords.replace('One thing Another thing', 'Another thing One thing')), says: /expected ".*Another thing One thing/},
      {what: 'a space lost between words', change: (edit) => edit.editContent(0, (content) => {
        const text = content.lastIndexOf('BDC', content.indexOf('MCID 2'))
        return content.slice(0, text) + content.slice(text).replace(/<007D> Tj/i, '<> Tj')
      }), says: /Anoffice/},
      {what: 'a quote that is not verbatim', expected: manuscript(fixtureWords.replace('page.', 'page…'), true), says: /expected ".*page…"/},
      {what: 'an alternative lost', change: set({'/S': '/Figure'}, '/Alt', null), says: /expected ".*\[A square\]/}
    ]
  },
  markedContent: {
    breaks: [
      {what: 'marked content that nothing reaches', change: set({'/S': '/H1'}, '/K', []), says: /is reached 0 times/},
      {what: 'marked content reached twice', change: set({'/S': '/H2'}, '/K', [0, 0]), says: /is reached 2 times|which no page has/},
      {what: 'marked content opened twice', change: (edit) => edit.editContent(0, (content) => content.replace('/MCID 1 ', '/MCID 0 ')), says: /marked content 0 is opened twice/},
      {what: 'marked content never closed', change: (edit) => edit.editContent(0, (content) => content.replace(/EMC(?![\s\S]*EMC)/, '')), says: /never closed/},
      {what: 'another parent in the ParentTree', change: (edit) => {
        const tree = edit.at(String(edit.first({'/Type': '/StructTreeRoot'})['/ParentTree']))
        const row = edit.objects[`obj:${String((tree['/Nums'] as QpdfValue[])[1])}`]
        row!.value = [...(row!.value as QpdfValue[])].reverse()
      }, says: /in the ParentTree, expected/}
    ]
  },
  noMachineTraces: {
    breaks: [
      {what: 'a file URI', change: set({'/Subtype': '/Link'}, '/A', {'/S': '/URI', '/URI': 'u:file:///somewhere/other.html'}), says: /file:/},
      {what: 'an absolute path', change: set({'/S': '/Figure'}, '/T', 'u:/home/someone/figure.svg'), says: /\/home\/someone/},
      {what: 'the inner scheme', change: set({'/Subtype': '/Link'}, '/A', {'/S': '/URI', '/URI': 'u:https://book.invalid/#first'}), says: /book\.invalid/},
      {what: 'a path in the metadata', change: (edit) => void (edit.catalog['/Metadata'] = edit.addStream({'/Type': '/Metadata'}, '<x>/tmp/build/book.pdf</x>')), says: /\/tmp\/build/}
    ]
  },
  outlineIsHeadings: {
    breaks: [
      {what: 'a title cut short', change: set({'/Title': 'u:Second page'}, '/Title', 'u:Secondpage'), says: /"Secondpage" names no heading/},
      {what: 'a heading left out', change: set({'/S': '/P'}, '/S', '/H2'), says: /"An office.*" on page index 0 is not in the outline/},
      {what: 'an entry to another page', change: (edit) => {
        const entry = edit.first({'/Title': 'u:Second page'})
        entry['/Dest'] = [...(edit.first({'/Title': 'u:First page'})['/Dest'] as QpdfValue[])]
      }, says: /"Second page" leads to page index 0 .* stands on 1/},
      {what: 'another level', change: set({'/S': '/H2'}, '/S', '/H1'), says: /"A part of it" .* stands at depth 2 after 1/}
    ]
  },
  pagesFilled: {
    breaks: [
      {what: 'an empty page', change: (edit) => edit.editContent(1, () => ''), says: /Page 1 is empty/},
      {what: 'a blank that is not blank', expected: {pages: pages.map((page) => ({...page, blank: page.index === 2}))}, says: /Page 2 is blank in the page map/}
    ]
  },
  pdfjsAgrees: {
    breaks: [
      {what: 'an element on a page that does not list it', change: (edit) => {
        const tree = edit.at(String(edit.first({'/Type': '/StructTreeRoot'})['/ParentTree']))
        const row = edit.objects[`obj:${String((tree['/Nums'] as QpdfValue[])[1])}`]
        row!.value = (row!.value as QpdfValue[]).slice(0, 2)
      }, says: /Page 0: pdf\.js reads/}
    ]
  },
  roles: {
    breaks: [
      {what: 'an unknown role', change: set({'/S': '/P'}, '/S', '/Aside'), says: /Role Aside is neither standard nor mapped/},
      {what: 'a standard role that is changed', change: (edit) => void (edit.first({'/Type': '/StructTreeRoot'})['/RoleMap'] = {'/P': '/H1'}), says: /Role P is standard/}
    ]
  }
}

async function findings(name: InvariantName, {mend, expected}: Case, broken?: Break): Promise<string[]> {
  const pdf = await editPdf(printed, ...[mend, broken?.change].filter((change) => change !== undefined))
  return invariants[name](await readPdf(pdf), broken?.expected ?? expected ?? {})
}

describe.each(Object.entries(cases) as [InvariantName, Case][])('%s', (name, stated) => {
  it('is silent on a sound file', async () => {
    expect(await findings(name, stated)).toEqual([])
  })

  it.each(stated.breaks)('notices $what', async (broken) => {
    const found = await findings(name, stated, broken)
    expect(found.join('\n')).toMatch(broken.says)
  })
})

describe('cleanSyntax', () => {
  it('is silent on a sound file', async () => {
    expect(await qpdfComplaints(printed)).toEqual([])
  })

  it('notices a stream that is longer than it says', async () => {
    const damaged = Buffer.from(printed.toString('latin1').replace(/\/Length \d/, '/Length 0'), 'latin1')
    expect((await qpdfComplaints(damaged)).join('\n')).toMatch(/endstream/)
  })
})
