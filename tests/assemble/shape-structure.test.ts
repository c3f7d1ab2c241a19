import {describe, expect, it} from 'vitest'
import {isContent, isElement, type RawContent, type RawElement, type RawKid} from '../../scripts/assemble/read-structure.ts'
import {contentKey, type Ink, shapeStructure} from '../../scripts/assemble/shape-structure.ts'
import {Name, type PdfObject, PdfString} from '../../scripts/pdf/objects.ts'
import type {StructureCode} from '../../scripts/render/structure-key.ts'
import {structureRoles} from '../../scripts/render/structure-key.ts'
import {seededRandom} from '../bench/random.ts'

type Given = Partial<Omit<RawElement, 'kids' | 'role'>>

/** An element as Chromium prints it. */
function element(printed: string, given: Given, ...kids: RawKid[]): RawElement {
  const role = (given.code && structureRoles[given.code]) ?? printed
  return {printed, attributes: [], ...given, role, kids}
}

const el = (role: string, ...kids: RawKid[]) => element(role, {}, ...kids)
const coded = (role: string, code: StructureCode, ...kids: RawKid[]) => element(role, {code}, ...kids)

/** Marked content that paints text, unless `inks` says something else; its text is its id. */
const at = (mcid: number, page = 0): RawContent => ({page, mcid})
const none: Ink = {text: false, image: false, path: false, extent: [Infinity, Infinity, -Infinity, -Infinity]}
const image: Ink = {...none, image: true, extent: [10, 20, 110, 70]}
const path: Ink = {...none, path: true, extent: [50, 60, 60, 90]}

function shape(kids: readonly RawKid[], inks: Readonly<Record<number, Ink>> = {}, texts: Readonly<Record<number, string>> = {}) {
  return shapeStructure(el('Document', ...kids), 'unit', {
    ink: ({mcid}) => inks[mcid] ?? {...none, text: true},
    text: ({mcid}) => texts[mcid] ?? String(mcid),
    heightPt: () => 300
  })
}

/** Elements as text: `P[1 2]`, content of other pages as `page:mcid`, annotations as `@object`. */
function outline(kids: readonly RawKid[]): string {
  return kids
    .map(kid => {
      if (isContent(kid)) return kid.page === 0 ? String(kid.mcid) : contentKey(kid)
      return isElement(kid) ? `${kid.role}[${outline(kid.kids)}]` : `@${kid.annotation}`
    })
    .join(' ')
}

const shaped = (...args: Parameters<typeof shape>) => outline(shape(...args).elements)
const find = (kids: readonly RawKid[], role: string): RawElement[] => kids.filter(isElement).flatMap(kid => [...(kid.role === role ? [kid] : []), ...find(kid.kids, role)])

describe('shapeStructure: wrappers', () => {
  it('takes out what has no name, and keeps what is in it', () => {
    expect(shaped([el('NonStruct', el('P', at(1)), el('NonStruct', el('H1', at(2))))])).toBe('P[1] H1[2]')
  })

  it('leaves out elements without content', () => {
    expect(shaped([el('P'), el('Sect', el('P', el('Span'))), el('P', at(1))])).toBe('P[1]')
  })

  it('gives roles that our HTML asks for', () => {
    expect(shaped([coded('Sect', 'aside', el('P', at(1))), coded('P', 'quote', el('P', at(2))), coded('Div', 'sect', el('P', at(3)))])).toBe('Aside[P[1]] BlockQuote[P[2]] Sect[P[3]]')
  })

  it('puts text that stands among blocks into paragraphs', () => {
    expect(shaped([el('Sect', at(1), el('Em', at(2)), el('P', at(3)), at(4))])).toBe('Sect[P[1 Em[2]] P[3] P[4]]')
    expect(shaped([at(1), el('P', at(2))])).toBe('P[1] P[2]')
    expect(shaped([el('BlockQuote', at(1))])).toBe('BlockQuote[P[1]]')
  })

  it('makes a span of inline text in another language, and leaves the language with blocks', () => {
    const [paragraph] = shape([el('P', at(1), element('NonStruct', {language: 'fr'}, at(2)))]).elements
    expect(outline([paragraph!])).toBe('P[1 Span[2]]')
    expect(find([paragraph!], 'Span')[0]!.language).toBe('fr')
    const {elements} = shape([element('NonStruct', {language: 'es'}, el('P', at(1)), element('P', {language: 'de'}, at(2)))])
    expect(elements.map(({language}) => language)).toEqual(['es', 'de'])
  })

  it('hands a wrapper’s block down to what takes its place', () => {
    const {elements} = shape([element('NonStruct', {block: '1a'}, el('P', at(1)), element('P', {block: '2b'}, at(2)))])
    expect(elements.map(({block}) => block)).toEqual(['1a', '2b'])
  })

  it('makes a paragraph of a block that holds nothing but text', () => {
    const {elements} = shape([element('NonStruct', {code: 'as', block: '1a', language: 'en'}, at(1))])
    expect(outline(elements)).toBe('P[1]')
    expect(elements[0]!.block).toBe('1a')
  })

  it('keeps code as it is', () => {
    expect(shaped([el('P', at(1), el('Code', at(2))), el('Code', at(3))])).toBe('P[1 Code[2]] P[Code[3]]')
  })
})

describe('shapeStructure: decoration', () => {
  it('makes artifacts of marks that paint nothing or only paths', () => {
    const {elements, artifacts} = shape([el('P', at(1), at(2), at(3)), el('Div', at(4))], {2: none, 3: path, 4: path})
    expect(outline(elements)).toBe('P[1]')
    expect([...artifacts]).toEqual(['0:2', '0:3', '0:4'])
  })

  it('makes artifacts of all that is in an element which says so', () => {
    const {elements, artifacts} = shape([coded('P', 'artifact', at(1), el('Em', at(2))), el('P', at(3))])
    expect(outline(elements)).toBe('P[3]')
    expect([...artifacts]).toEqual(['0:1', '0:2'])
  })

  it('keeps paths that are the content: drawings, bullets, form fields', () => {
    const inks = {1: path, 2: path, 4: path}
    expect(shaped([element('Figure', {alt: 'A square'}, at(1)), el('L', el('LI', el('Lbl', at(2)), el('LBody', at(3)))), el('P', el('Form', at(4)))], inks)).toBe(
      'Figure[1] L[LI[Lbl[2] LBody[3]]] P[Form[4]]'
    )
  })
})

describe('shapeStructure: figures', () => {
  const drawing = () => element('Figure', {alt: 'A square'}, at(1), at(2))

  it('holds the words that are painted in a picture, and no paragraphs; what links lead from stays', () => {
    expect(shaped([element('Figure', {alt: 'A square'}, at(1), el('P', at(2), el('Strong', at(3))))], {1: path})).toBe('Figure[1 2 3]')
    expect(shaped([element('Figure', {alt: 'A square'}, el('P', el('Link', at(1), {annotation: 7})))])).toBe('Figure[P[Link[1 @7]]]')
  })

  it('keeps one figure of a figure around an image alone', () => {
    const {elements} = shape([element('Figure', {block: '1a'}, drawing())], {1: image, 2: path})
    expect(outline(elements)).toBe('Figure[1 2]')
    expect(elements[0]).toMatchObject({alt: 'A square', block: '1a'})
  })

  it('keeps a caption beside the alternative, which does not stand for it', () => {
    const {elements} = shape([el('Figure', drawing(), el('Caption', at(3)))], {1: image, 2: path})
    expect(outline(elements)).toBe('Div[Figure[1 2] Caption[3]]')
    expect(elements[0]!.alt).toBeUndefined()
  })

  it('keeps the caption of a decorative image', () => {
    expect(shaped([el('Figure', el('Caption', at(3)))])).toBe('P[3]')
  })

  it('measures a figure by what it paints, from the lower left corner of its first page', () => {
    const {elements} = shape([drawing()], {1: image, 2: path})
    expect(elements[0]!.bbox).toEqual([10, 210, 110, 280])
    const split = shape([element('Figure', {alt: 'Split'}, at(1, 0), at(1, 1))], {1: image})
    expect(split.elements[0]!.bbox).toEqual([10, 230, 110, 280])
  })

  it('makes no figure of a figure that has no image', () => {
    expect(shaped([el('Figure', el('P', at(1)), el('Caption', at(2)))])).toBe('Div[P[1] Caption[2]]')
  })
})

describe('shapeStructure: lists', () => {
  it('wraps what stands beside labels into one body', () => {
    expect(shaped([el('L', el('LI', el('Lbl', at(1)), at(2), el('Em', at(3)), el('L', el('LI', el('Lbl', at(4)), at(5)))))])).toBe('L[LI[Lbl[1] LBody[2 Em[3] L[LI[Lbl[4] LBody[5]]]]]]')
  })

  it('wraps what stands in a list without an item', () => {
    expect(shaped([el('L', el('P', at(1)), el('LI', el('LBody', at(2))))])).toBe('L[LI[LBody[P[1]]] LI[LBody[2]]]')
  })

  it('says bullet for a bullet that is drawn, and nothing for a number', () => {
    const {elements} = shape([el('L', el('LI', el('Lbl', at(1)), at(2)), el('LI', el('Lbl', at(3)), at(4)))], {1: path})
    expect(find(elements, 'Lbl').map(({actualText}) => actualText)).toEqual(['\u2022', undefined])
  })

  it('names the numbering that Chromium does not', () => {
    const item = (label: number, body: number) => el('LI', el('Lbl', at(label)), at(body))
    const {elements} = shape([el('L', item(1, 2), item(3, 4))], {}, {1: 'a. ', 3: 'b. '})
    expect(elements[0]!.attributes).toEqual([new Map([['O', new Name('List')], ['ListNumbering', new Name('LowerAlpha')]])])
  })
})

describe('shapeStructure: tables', () => {
  const header = (id: string, scope: string | undefined, ...kids: RawKid[]) => {
    const attributes = new Map<string, PdfObject>([['O', new Name('Table')], ['RowSpan', 1], ['ColSpan', 1]])
    if (scope !== undefined) attributes.set('Scope', new Name(scope))
    return element('TH', {id, attributes: [attributes]}, ...kids)
  }
  const cell = (headers: readonly string[], ...kids: RawKid[]) =>
    element('TD', {attributes: [new Map<string, PdfObject>([['O', new Name('Table')], ['Headers', headers.map(id => new PdfString(id))]])]}, ...kids)
  const table = () =>
    el('Table', el('Caption', at(9)), el('TR', header('node7', 'Column', at(1), at(1, 1), at(1, 2)), header('node8', 'Column', at(2), at(2, 1), at(2, 2))), el('TR', header('node9', 'Row', at(3)), cell(['node7', 'node9'], at(4, 1))))

  it('groups rows, and reads a head once that is printed on every page', () => {
    const {elements, artifacts} = shape([table()])
    expect(outline(elements)).toBe('Table[Caption[9] THead[TR[TH[1] TH[2]]] TBody[TR[TH[3] TD[1:4]]]]')
    expect([...artifacts]).toEqual(['1:1', '2:1', '1:2', '2:2'])
  })

  it('reads a head once whose name in a draft is not repeated with it', () => {
    const name = element('Span', {code: 'blockid'}, at(8))
    const {elements, artifacts} = shape([el('Table', el('TR', header('a', 'Column', name, at(1), at(1, 1)), header('b', 'Column', at(2), at(2, 1))), el('TR', cell(['a'], at(3, 1)), cell(['b'], at(4, 1))))])
    expect(outline(elements)).toBe('Table[THead[TR[TH[P[8] 1] TH[2]]] TBody[TR[TD[1:3] TD[1:4]]]]')
    expect([...artifacts]).toEqual(['1:1', '1:2'])
  })

  it('reads all of a head that goes on on the next page', () => {
    const {elements, artifacts} = shape([el('Table', el('TR', header('a', 'Column', at(1), at(5, 1)), header('b', 'Column', at(2))), el('TR', cell(['a'], at(3, 1)), cell(['b'], at(4, 1))))])
    expect(outline(elements)).toBe('Table[THead[TR[TH[1 1:5] TH[2]]] TBody[TR[TD[1:3] TD[1:4]]]]')
    expect([...artifacts]).toEqual([])
  })

  it('names header cells alike in every print, and cells by them', () => {
    const {elements} = shape([table()])
    expect(find(elements, 'TH').map(({id}) => id)).toEqual(['unit-th-1', 'unit-th-2', 'unit-th-3'])
    expect(find(elements, 'TD')[0]!.attributes).toEqual([
      new Map<string, PdfObject>([['O', new Name('Table')], ['Headers', [new PdfString('unit-th-1'), new PdfString('unit-th-3')]]])
    ])
  })

  it('drops spans of one, and attributes that then say nothing', () => {
    const {elements} = shape([el('Table', el('TR', header('a', 'Column', at(1)), header('b', undefined, at(2))))])
    expect(find(elements, 'TH').map(({attributes}) => attributes)).toEqual([[new Map([['O', new Name('Table')], ['Scope', new Name('Column')]])], []])
  })

  it('keeps empty cells, so that columns stay columns', () => {
    const {elements, artifacts} = shape([el('Table', el('TR', el('TD'), el('TD', at(1))), el('TR', el('TD', at(2)), el('TD', at(3))))], {}, {2: ' '})
    expect(outline(elements)).toBe('Table[TR[TD[] TD[1]] TR[TD[] TD[3]]]')
    expect([...artifacts]).toEqual(['0:2'])
  })

  it('makes rows equally long', () => {
    expect(shaped([el('Table', el('TR', el('TD', at(1)), el('TD', at(2))), el('TR', el('TD', at(3))))])).toBe('Table[TR[TD[1] TD[2]] TR[TD[3] TD[]]]')
  })

  it('leaves a table alone that has no head, or nothing else', () => {
    expect(shaped([el('Table', el('TR', header('a', 'Row', at(1)), el('TD', at(2))))])).toBe('Table[TR[TH[1] TD[2]]]')
    expect(shaped([el('Table', el('TR', header('a', 'Column', at(1))))])).toBe('Table[TR[TH[1]]]')
  })
})

describe('shapeStructure: notes and contents', () => {
  it('makes notes of a list of notes, each with an id of its own', () => {
    const {elements} = shape([el('Sect', el('L', coded('LI', 'note', at(1)), coded('LI', 'note', el('P', at(2)))))])
    expect(outline(elements)).toBe('Sect[Note[P[1]] Note[P[2]]]')
    expect(find(elements, 'Note').map(({id}) => id)).toEqual(['unit-note-1', 'unit-note-2'])
  })

  it('makes a table of contents of lists, with references and without labels', () => {
    const entry = (mcid: number, ...more: RawKid[]) => coded('LI', 'toci', el('Lbl', at(mcid + 1)), el('Link', at(mcid), {annotation: mcid}), ...more)
    const {elements, artifacts} = shape([coded('L', 'toc', entry(10), entry(20, coded('L', 'toc', entry(30))))])
    expect(outline(elements)).toBe('TOC[TOCI[Reference[Link[10 @10]]] TOCI[Reference[Link[20 @20]] TOC[TOCI[Reference[Link[30 @30]]]]]]')
    expect([...artifacts].sort()).toEqual(['0:11', '0:21', '0:31'])
  })
})

it('loses nothing: every mark is in one element or an artifact', () => {
  const random = seededRandom(12)
  const roles = ['P', 'NonStruct', 'Sect', 'L', 'LI', 'Lbl', 'LBody', 'Table', 'TR', 'TH', 'TD', 'Figure', 'Caption', 'Link', 'Em', 'BlockQuote', 'Code', 'Ruby', 'Div']
  const codes = [undefined, undefined, undefined, 'as', 'aside', 'note', 'toc', 'toci', 'artifact', 'span', 'folio'] as const
  for (let i = 0; i < 400; i++) {
    let marks = 0
    const inks: Record<number, Ink> = {}
    const grow = (depth: number): RawKid[] =>
      Array.from({length: random.between(0, 4)}, (): RawKid => {
        if (depth > 5 || random.chance(0.4)) {
          inks[++marks] = random.pick([none, image, path, {...none, text: true}, {...none, text: true}])
          return at(marks, random.between(0, 2))
        }
        const code = random.pick(codes)
        return element(random.pick(roles), {...(code ? {code} : {}), ...(random.chance(0.2) ? {language: 'fr'} : {}), ...(random.chance(0.2) ? {alt: 'x'} : {}), ...(random.chance(0.2) ? {block: '1a'} : {})}, ...grow(depth + 1))
      })
    const raw = grow(0)
    const source = JSON.stringify(raw)
    const {elements, artifacts} = shape(raw, inks)
    const kept = elements.flatMap(function contents(kid: RawKid): number[] {
      return isContent(kid) ? [kid.mcid] : isElement(kid) ? kid.kids.flatMap(contents) : []
    })
    const dropped = [...artifacts].map(key => Number(key.split(':')[1]))
    expect([...kept, ...dropped].sort((a, b) => a - b), source).toEqual(Array.from({length: marks}, (_, k) => k + 1))
    expect(outline(elements), source).not.toContain('NonStruct')
  }
})
