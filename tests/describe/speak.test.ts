import {describe, expect, it} from 'vitest'
import type {DescribedDocument, DescribedElement, DescribedKid} from '../../scripts/describe/document.ts'
import {speak} from '../../scripts/describe/speak.ts'

type Entries = Partial<Omit<DescribedElement, 'role' | 'kids' | 'attributes'>> & {attributes?: Record<string, string>}

function element(role: string, kids: readonly (DescribedElement | string)[] = [], {attributes = {}, ...entries}: Entries = {}): DescribedElement {
  return {
    role,
    standardRole: role,
    ...entries,
    attributes: new Map(Object.entries(attributes)),
    kids: kids.map((kid): DescribedKid => (typeof kid === 'string' ? {content: {pageIndex: 0, text: kid}} : {element: kid}))
  }
}

function documentOf(...structure: DescribedElement[]): DescribedDocument {
  const page = {widthPt: 612, heightPt: 792, rotation: 0, loose: [], marks: new Map<number, string>(), isEmpty: false, annotations: []}
  return {version: '1.7', title: 'Book', author: undefined, language: 'en', isTagged: true, pages: [{...page, index: 0, label: 'i'}, {...page, index: 1, label: '1'}], structure, outline: [], destinations: new Map()}
}

/** Speech after the opening and the first page. */
function spoken(...structure: DescribedElement[]): string[] {
  return speak(documentOf(...structure)).filter((line) => line !== 'page i').slice(3)
}

describe('speak', () => {
  it('opens with title, language and pages', () => {
    expect(speak(documentOf(element('P', ['Words'])))).toEqual(['document: Book', 'language: en', '2 pages', 'page i', 'Words'])
  })

  it('says the level of headings, and where links and pictures are', () => {
    expect(spoken(element('H2', ['Keep ', element('Em', ['calm'])]), element('P', ['See ', element('Link', ['the plan']), ', ', element('Figure', [], {alt: 'A square'}), ' and more.']))).toEqual([
      'heading level 2, Keep calm',
      'See link: the plan, graphic: A square, and more.'
    ])
  })

  it('counts items, and names the level of lists in lists', () => {
    const bullet = element('Lbl', [''], {actualText: '\u2022'})
    const inner = element('L', [element('LI', [bullet, element('LBody', ['inner'])])])
    const list = element('L', [element('LI', [element('Lbl', ['1. ']), element('LBody', [element('P', ['one']), inner])]), element('LI', [element('Lbl', ['2. ']), element('LBody', ['two'])])])
    expect(spoken(list)).toEqual(['list with 2 items', '1. one', 'list with 1 item, level 2', 'bullet inner', 'end of list, level 2', '2. two', 'end of list'])
  })

  it('says the headers of cells, by name or by place, over spans', () => {
    const head = (text: string, scope: string, more: Record<string, string> = {}, id?: string): DescribedElement => element('TH', [text], {attributes: {'Table/Scope': scope, ...more}, ...(id === undefined ? {} : {id})})
    const table = element('Table', [
      element('Caption', ['Days']),
      element('THead', [element('TR', [element('TD'), head('Shift', 'Column', {'Table/ColSpan': '2'}, 'shift')])]),
      element('TBody', [element('TR', [head('Monday', 'Row'), element('TD', ['Ann']), element('TD', [], {attributes: {'Table/Headers': '[shift]'}})])])
    ])
    expect(spoken(table)).toEqual([
      'table with 2 rows and 3 columns',
      'caption, Days',
      'row 1, column 1: empty',
      'row 1, column 2, header: Shift',
      'row 2, column 1, header: Monday',
      'row 2, column 2, Shift, Monday: Ann',
      'row 2, column 3, Shift: empty',
      'end of table'
    ])
  })

  it('says other languages, expansions, quotations and notes', () => {
    const note = element('Note', [element('Lbl', ['1. ']), element('P', ['A note.'])])
    expect(spoken(element('P', [element('Span', ['hola'], {language: 'es'}), ' ', element('Span', ['CPR'], {expansion: 'resuscitation'})]), element('BlockQuote', [element('P', ['Words'])]), note)).toEqual([
      '[es] hola [end of es] CPR (resuscitation)',
      'quotation',
      'Words',
      'end of quotation',
      'note',
      '1. A note.',
      'end of note'
    ])
  })

  it('says the next page after the line that goes over to it', () => {
    const paragraph: DescribedElement = {...element('P'), kids: [{content: {pageIndex: 0, text: 'Begins here '}}, {content: {pageIndex: 1, text: 'and ends there.'}}]}
    expect(speak(documentOf(paragraph)).slice(3)).toEqual(['page i', 'Begins here and ends there.', 'page 1'])
  })

  it('says that there are no tags, and reads what is painted', () => {
    const {pages, ...rest} = documentOf()
    const loose = pages.map((page, index) => ({...page, loose: [{kind: 'Untagged', text: `text ${index}`}]}))
    expect(speak({...rest, pages: loose}).slice(3)).toEqual(['no tags: what follows is in the order in which it was painted', 'page i', 'text 0', 'page 1', 'text 1'])
  })
})
