import {PDF, PdfArray, PdfDict, PdfName, PdfNumber, PdfStream, PdfString} from '@libpdf/core'
import {describe, expect, test} from 'vitest'
import {readReturned} from '../../scripts/review/comments/read-returned.ts'
import {readManifest} from '../../scripts/review/manifest.ts'
import {hideNames} from '../../scripts/review/reviewer-codes.ts'
import {collectFixtures, describeCollection, draftManifest, readFixture} from '../support/collect-fixture.ts'

/** Files as programs and people returned them; `README.md` beside them tells where each is from. */
const fixtures = [
  'mupdf/mupdf.pdf', 'poppler/poppler.pdf', 'firefox/firefox.pdf', 'okular/okular.pdf', 'acrobat-shape/acrobat-shape.pdf', 'preview-shape/preview-shape.pdf', 'xodo-shape/xodo-shape.pdf',
  'xfdf/acrobat-shape.xfdf', 'fdf/acrobat-shape.fdf', 'table/iso-form.csv', 'table/paper-and-voice.csv', 'hypothesis/api.json', 'export/review-page.json'
]

describe('a returned file', () => {
  test.each(fixtures)('%s gives every comment, each at its block', async path => {
    await expect(describeCollection(await collectFixtures([path]))).toMatchFileSnapshot(`../fixtures/comments/${path.replace(/\/.*/, '')}/${path.replace(/.*\//, '').replace(/\.\w+$/, '')}.expected.txt`)
  })

  test.each(fixtures)('%s adds nothing when it is collected again', async path => {
    const first = await collectFixtures([path])
    const again = await collectFixtures([path], first.comments.map(({comment}) => comment))
    expect(again.comments.map(({isNew}) => isNew)).toEqual(first.comments.map(() => false))
    expect(new Set(first.comments.map(({comment}) => comment.id)).size).toBe(first.comments.length)
  })

  test('shows no name that it was marked with', async () => {
    const {comments, names} = await collectFixtures(fixtures)
    const shown = JSON.stringify(comments)
    expect([...names.values()].flat()).toContain('Robin Example')
    for (const name of ['Robin', 'Sample', 'Kim Tester', 'Beispiel', 'Muster', 'Jo Probe', 'Mika', 'robin_example']) expect(shown).not.toContain(name)
  })

  test('is placed by its words when it lost its manifest and its pages moved', async () => {
    const file = await PDF.load(readFixture('mupdf/mupdf.pdf'))
    file.attachments.remove('round.json')
    file.removePage(0)
    const {comments} = await collectFixtures([await file.save()])
    const at = (words: string) => comments.find(({comment}) => comment.comment === words)?.comment.blocks
    expect(at('A lantern?')).toEqual(['PB-3'])
    expect(at('Yes to what?')).toEqual(['LT-4'])
    expect(at('These two belong together')).toEqual(['PB-2', 'PB-3'])
  })
})

describe('a draft as `review draft` makes it', () => {
  const manifestOf = async (path: string) => {
    const returned = await readReturned(readFixture(path))
    const read = readManifest(('manifest' in returned && returned.manifest) || '')
    if ('fault' in read) throw new Error(read.fault)
    return read.manifest
  }
  // Every block whose words are printed, in the order in which they were marked.
  const marked = ['AB-2', 'AB-3', 'AB-4', ...[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 18].map(number => `CL-${number}`)]

  test.each([
    ['mupdf', ['highlight', 'underline', 'delete', 'squiggly', 'ink', 'note']],
    ['poppler', ['highlight', 'underline', 'delete', 'squiggly']],
    ['firefox', ['highlight', 'ink']]
  ] as const)('has each mark of %s at the block that it was made on', async (program, kinds) => {
    const path = `whole-draft/${program}.pdf`
    const {book, hash, round} = await manifestOf(path)
    const {comments, messages} = await collectFixtures([path], [], {book, rounds: new Map([[round, {hash, isClosed: false, reviewers: [], comments: new Map()}]])})
    expect(comments.map(({comment}) => comment.blocks)).toEqual(marked.map(id => [id]))
    expect(new Set(comments.map(({comment}) => comment.kind))).toEqual(new Set(kinds))
    // The note that a program keeps with a mark says what was marked; Firefox keeps none.
    expect(comments.map(({comment}) => comment.comment)).toEqual(marked.map(id => (program === 'firefox' ? '' : `About ${id}`)))
    expect(messages).toEqual([])
  })
})

describe('what was drawn', () => {
  test('is shown on its page, the words in stamps are not', async () => {
    const {comments, messages} = await collectFixtures(['mupdf/mupdf.pdf', 'preview-shape/preview-shape.pdf'])
    const pictures = comments.flatMap(({comment: {kind, comment, isDrawn}, picture}) => (picture || kind === 'stamp' ? [[kind, comment, picture?.type, isDrawn]] : []))
    expect(pictures).toEqual([['ink', '', 'png', true], ['stamp', 'Approved', undefined, undefined], ['stamp', '', 'png', true]])
    expect(messages).toEqual([])
  })

  test('keeps its strokes when the page cannot be shown, which is said', async () => {
    const {comments, messages} = await collectFixtures(['mupdf/mupdf.pdf', 'preview-shape/preview-shape.pdf'], [], {}, () => Promise.resolve([]))
    const drawn = comments.filter(({picture}) => picture)
    expect(drawn.map(({comment, picture}) => [comment.kind, picture!.type, Buffer.from(picture!.bytes).toString().startsWith('<svg')])).toEqual([['ink', 'svg', true]])
    expect(messages.map(({ruleId, reason}) => [ruleId, reason])).toEqual([
      ['comment-picture', 'Unexpected drawing without a picture in file 1 of 2, on page 4, expected one of the page'],
      ['comment-picture', 'Unexpected drawing without a picture in file 2 of 2, on page 2, expected one of the page']
    ])
  })

  test('and came without its page, is its strokes over the words of the draft', async () => {
    const xfdf = '<xfdf xmlns="http://ns.adobe.com/xfdf/"><annots><ink page="3" rect="88,275,159,315" title="X"><inklist><gesture>88,275;120,315;159,275</gesture></inklist></ink></annots></xfdf>'
    const {comments, messages} = await collectFixtures([Buffer.from(xfdf)])
    expect(comments.map(({comment, picture}) => [comment.blocks, picture?.type])).toEqual([[['PB-3'], 'svg']])
    expect(Buffer.from(comments[0]!.picture!.bytes).toString()).toContain('>lantern.<')
    expect(messages).toEqual([])
  })
})

describe('names', () => {
  const names = new Map([['P-AAAAA', ['Maria van Dijk']], ['P-BBBBB', ['Mark Hope']], ['P-CCCCC', ['kim_tester']], ['P-DDDDD', ['rosa']], ['unnamed', ['Guest']]])
  const words = new Set(['mark', 'hope', 'the'])

  test.each([
    ['As Maria said. Maria’s idea, maria van dijk!', 'As P-AAAAA said. P-AAAAA’s idea, P-AAAAA!'],
    ['Mariana, Dijkstra and a van stay', 'Mariana, Dijkstra and a van stay'],
    ['Mark the door. I hope so. Mark Hope agrees', 'Mark the door. I hope so. P-BBBBB agrees'],
    ['Ask Kim_Tester or Rosa, not rosa', 'Ask P-CCCCC or P-DDDDD, not rosa'],
    ['A Guest may come', 'A Guest may come']
  ])('in %j are codes, and words of the text are not', (said, hidden) => {
    expect(hideNames(said, names, words)).toBe(hidden)
  })

  test('of the key, and of files that come later, stand in no comment; and a file that comes again is known', async () => {
    const first = Buffer.from('Who,Block,Comment,Proposed change\nR1,LT-7,As Nora Sample and Robin said,Nora knows\n')
    const second = Buffer.from('Who,Block,Comment\nRobin Example,LT-6,I am Robin\n')
    const {comments} = await collectFixtures([first, second], [], {names: new Map([['P-ZZZZZ', ['Nora Sample']]])})
    const [said, own] = comments.map(({comment}) => comment)
    expect([said!.comment, said!.suggestion, own!.comment]).toEqual([`As P-ZZZZZ and ${own!.reviewer} said`, 'P-ZZZZZ knows', `I am ${own!.reviewer}`])
    const again = await collectFixtures([first], comments.map(({comment}) => comment))
    expect(again.comments.map(({isNew}) => isNew)).toEqual([false])
  })

  test('in what a file says of itself reach nothing', async () => {
    const file = await PDF.load(readFixture('mupdf/mupdf.pdf'))
    file.setAuthor('Vera Secret')
    file.setTitle('Notes of Vera Secret')
    const xmp = '<?xpacket begin=""?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator><rdf:Seq><rdf:li>Vera Secret</rdf:li></rdf:Seq></dc:creator></rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>'
    file.getCatalog().set('Metadata', file.register(new PdfStream([['Type', PdfName.of('Metadata')], ['Subtype', PdfName.of('XML')]], Buffer.from(xmp))))
    const bytes = await file.save()
    expect(Buffer.from(bytes).toString('latin1')).toContain('<rdf:li>Vera Secret')
    const {comments, messages, names: known} = await collectFixtures([bytes])
    expect(comments).toHaveLength(14)
    expect(JSON.stringify([comments, messages.map(String), [...known]])).not.toMatch(/Vera|Secret/)
  })

  test('that are codes which nobody was given are told, and what they say is kept', async () => {
    const {hash} = await draftManifest()
    const rounds = new Map([[1, {hash, isClosed: false, reviewers: ['R1', 'R2'], comments: new Map()}]])
    const {comments, messages} = await collectFixtures([Buffer.from('Who,Block,Comment\nR1,LT-7,Yes\nR9,LT-7,No\nR9,LT-6,No\nRobin Example,LT-5,No\n')], [], {rounds})
    expect(comments.map(({comment}) => comment.reviewer).slice(0, 3)).toEqual(['R1', 'R9', 'R9'])
    expect(messages.map(({ruleId, reason}) => [ruleId, reason])).toEqual([['reviewer-unknown', 'Unexpected reviewer `R9`, expected a code of `reviews/round-1/round.yaml`']])
  })
})

test('a name that no block has is kept with the comment, and told with those that are near', async () => {
  const {comments, messages} = await collectFixtures([Buffer.from('Block,Comment,Who\nZZ-99,One,R1\nTL-7,Two,R1\nLT-99,Three,R1\n"LT-7, LT-99",Four,R1\nthe door of Nora Sample,Five,Nora Sample\nLT-6,Six,R1\n')])
  const [, , , , {comment: {reviewer = ''} = {}} = {}] = comments
  expect(comments.map(({comment: {blocks, where, nearest}}) => [blocks, where, nearest])).toEqual([
    [[], 'ZZ-99', undefined], [[], 'TL-7', undefined], [[], 'LT-99', 'LT-9'], [['LT-7'], 'LT-7, LT-99', undefined], [[], `the door of ${reviewer}`, undefined], [['LT-6'], undefined, undefined]
  ])
  expect(messages.map(({ruleId, reason}) => [ruleId, reason])).toEqual(['ZZ-99', 'TL-7', 'LT-99', 'LT-99'].map(id => ['block-unknown', `Unexpected name \`${id}\`, expected that of a block`]))
  const hints = messages.map(({note}) => note!)
  expect(hints[0]).toMatch(/^names begin with [A-Z]+, .*LT.* write that into `blocks` of `reviews\/round-1\/comments\/[0-9a-z]{8}\.yaml`$/)
  expect(hints[1]).toContain('near are `LT-7`')
  expect(hints[2]).toContain('near are `LT-')
})

describe('a later version of a file', () => {
  const note = (words: string, name: string) => pdfWithNotes([[words, name]])

  test('adds only what is new', async () => {
    const before = await collectFixtures([await pdfWithNotes([['One', ''], ['Two', '']])])
    const after = await collectFixtures([await pdfWithNotes([['One', ''], ['Two', ''], ['Three', '']])], before.comments.map(({comment}) => comment))
    expect(after.comments.map(({comment, isNew}) => [comment.comment, isNew])).toEqual([['One', false], ['Two', false], ['Three', true]])
  })

  test('takes the place of what its reviewer wrote anew', async () => {
    const name = '0b6ce4c7-3f1f-4c5a-8a35-3d0a4c1f9999'
    const before = await collectFixtures([await note('First thought', name)])
    const after = await collectFixtures([await note('Second thought', name)], before.comments.map(({comment}) => comment))
    expect(after.comments[0]).toMatchObject({isNew: true, comment: {comment: 'Second thought', revises: before.comments[0]!.comment.id}})
  })

  test('keeps equal notes of two people, and two equal notes of one, apart', async () => {
    const {comments} = await collectFixtures([await pdfWithNotes([['Yes', '', 'A B'], ['Yes', '', 'C D'], ['Yes', '', 'C D']])])
    expect(new Set(comments.map(({comment}) => comment.id)).size).toBe(3)
  })
})

describe('files that are not as they should be', () => {
  const damaged = (bytes: Uint8Array) => collectFixtures([bytes]).then(({comments, messages}) => ({count: comments.length, rules: messages.map(({ruleId}) => ruleId)}))

  test('cut off, give what can be read and say what could not', async () => {
    const whole = readFixture('mupdf/mupdf.pdf')
    expect(await damaged(whole.subarray(0, Math.floor(whole.length * 0.75)))).toMatchObject({count: 3, rules: ['comment-file-damaged']})
    expect(await damaged(whole.subarray(0, whole.length - 200))).toEqual({count: 14, rules: []})
    expect(await damaged(readFixture('xfdf/acrobat-shape.xfdf').subarray(0, 1500))).toMatchObject({count: 4, rules: ['comment-file-damaged']})
    expect(await damaged(readFixture('export/review-page.json').subarray(0, 300))).toEqual({count: 0, rules: ['comment-file']})
  })

  test.each([
    ['nothing', ''], ['a picture', '\x89PNG\r\n'], ['a PDF in name alone', `%PDF-1.4\n${'1 0 obj <</Kids[1 0 R]>> endobj\n'.repeat(1000)}`], ['a page of the web', '<!doctype html><html><p>Hello'],
    ['JSON of something else', '{"a": 1}'], ['a table of something else', 'a,b\n1,2\n'], ['a letter', 'Dear editors, thank you.']
  ])('%s, are refused with a reason', async (_, text) => {
    const {comments, messages} = await collectFixtures([Buffer.from(text, 'latin1')])
    expect(comments).toEqual([])
    expect(messages).toHaveLength(1)
    expect(messages[0]).toMatchObject({ruleId: 'comment-file', fatal: true})
    expect(messages[0]!.note).toBeTruthy()
  })

  test('locked with a password, are told from broken ones', async () => {
    const file = await PDF.load(readFixture('mupdf/mupdf.pdf'))
    file.setProtection({userPassword: 'secret', ownerPassword: 'more secret'})
    const {messages} = await collectFixtures([await file.save()])
    expect(messages.map(({reason}) => reason)).toEqual(['Unexpected PDF with a password, expected comments'])
  })

  test('without pages or with pages that hold themselves, end', async () => {
    const loop = '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Count 1/Kids[2 0 R 3 0 R]>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/Annots 4 0 R/MediaBox[0 0 1 1]>>endobj\n4 0 obj[4 0 R 5 0 R 6 0 R]endobj\n5 0 obj<</Subtype/Text/IRT 5 0 R/RT/Group/Contents(self)/Rect[0 0 1 1]>>endobj\n6 0 obj 6 0 R endobj\ntrailer<</Root 1 0 R/Prev 0>>\nstartxref\n0\n%%EOF'
    expect(await damaged(Buffer.from(loop))).toEqual({count: 1, rules: ['comment-file-damaged']})
    expect((await damaged(Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Count 0/Kids[]>>endobj\ntrailer<</Root 1 0 R>>'))).rules).toContain('comment-file-damaged')
  })

  test('of another book, and of a round that is not there, are refused', async () => {
    const other = await collectFixtures(['mupdf/mupdf.pdf'], [], {book: 'another'})
    expect(other.comments).toEqual([])
    expect(other.messages.map(String)).toEqual([expect.stringContaining('comments on another book, `comments`')])
    const lost = await collectFixtures(['mupdf/mupdf.pdf'], [], {rounds: new Map([[2, {hash: 'x', isClosed: false, reviewers: [], comments: new Map()}]])})
    expect(lost.messages.map(String)).toEqual([expect.stringContaining('round 1, which `reviews/` does not have')])
  })

  test('of another text of the round, are told, and placed by their own manifest', async () => {
    const {comments, messages} = await collectFixtures(['mupdf/mupdf.pdf'], [], {rounds: new Map([[1, {hash: 'f'.repeat(64), isClosed: false, reviewers: [], comments: new Map()}]])})
    expect(messages.map(({ruleId}) => ruleId)).toEqual(['comment-file-round'])
    expect(comments).toHaveLength(14)
  })

  test('that come late, go to the round that is open', async () => {
    const {hash} = await draftManifest()
    const rounds = new Map([[1, {hash, isClosed: true, reviewers: [], comments: new Map()}], [2, {hash: 'x', isClosed: false, reviewers: [], comments: new Map()}]])
    const {comments} = await collectFixtures(['mupdf/mupdf.pdf'], [], {rounds})
    expect(new Set(comments.map(({round, comment}) => `${round} from ${comment.textRound}`))).toEqual(new Set(['2 from 1']))
    const {comments: inTime} = await collectFixtures(['mupdf/mupdf.pdf'])
    expect(inTime.every(({comment}) => comment.textRound === undefined)).toBe(true)
  })

  test('without a comment, are told: they may have been drawn into the pages', async () => {
    const {messages} = await collectFixtures(['draft.pdf'])
    expect(messages.map(({ruleId}) => ruleId)).toEqual(['comment-file-empty'])
  })

  test('with 2,000 comments, keep every one', async () => {
    const notes = Array.from({length: 2000}, (_, i) => [`Note ${i}`, ''] as const)
    const {comments} = await collectFixtures([await pdfWithNotes(notes)])
    expect(comments).toHaveLength(2000)
    expect(new Set(comments.map(({comment}) => comment.id)).size).toBe(2000)
    expect(comments.every(({comment}) => comment.blocks.length > 0)).toBe(true)
  })
})

/** The draft with sticky notes on its third page, each with its words, its own name when it has one, and its author. */
async function pdfWithNotes(notes: readonly (readonly [words: string, name: string, author?: string])[]): Promise<Uint8Array> {
  const file = await PDF.load(readFixture('draft.pdf'))
  const page = file.getPage(2)!
  const list = notes.map(([words, name, author = 'X Y'], i) => {
    const [x, y] = [90 + (i % 200), 240 - (i % 150)]
    const rect = author === 'C D' || author === 'A B' ? [90, 200, 100, 210] : [x, y, x + 10, y + 10]
    return file.register(PdfDict.of({
      Type: PdfName.of('Annot'), Subtype: PdfName.of('Text'), Contents: PdfString.fromString(words), T: PdfString.fromString(author),
      Rect: PdfArray.of(...rect.map(value => PdfNumber.of(value))), ...(name === '' ? {} : {NM: PdfString.fromString(name)})
    }))
  })
  page.dict.set('Annots', PdfArray.of(...list))
  return file.save()
}
