// A redline says both versions: without what was taken out it is the new text, without what was put in the old one.

import type {Element, Nodes} from 'hast'
import {describe, expect, test} from 'vitest'
import {changesSource, summaryId} from '../../scripts/review/changes-source.ts'
import {compareRounds} from '../../scripts/review/compare-rounds.ts'
import {howToCommentId} from '../../scripts/review/draft-pages.ts'
import {readFrozen, type FrozenRound} from '../../scripts/review/frozen-round.ts'
import {openRound} from '../../scripts/review/open-round.ts'
import {parseHtml} from '../../scripts/review/parse-html.ts'
import {readText} from '../../scripts/review/read-text.ts'
import {redlineWords, tokensOf} from '../../scripts/review/redline-words.ts'
import {linesOf, textOfLine} from '../../scripts/review/text-lines.ts'
import {parseStructureKey} from '../../scripts/render/structure-key.ts'
import {seededRandom, type Random} from '../bench/random.ts'
import {memoryFiles} from '../read/memory-files.ts'
import {templates} from '../render/render-files.ts'
import {sentence} from './random-edits.ts'

describe('words', () => {
  test.each(Array.from({length: 30}, (_, seed) => seed))('say both versions, in the order taken out, put in (seed %i)', async seed => {
    const random = seededRandom(seed)
    const [before, after] = [sentence(random, 0, 30), sentence(random, 0, 30)]
    const parts = redlineWords(tokensOf(before), tokensOf(after))
    const textOf = (...kinds: string[]) => parts.filter(({kind}) => kinds.includes(kind)).flatMap(({tokens}) => tokens).join('')
    expect(textOf('same', 'del')).toBe(before)
    expect(textOf('same', 'ins')).toBe(after)
    expect(parts.every(({kind}, i) => kind !== 'del' || parts[i - 1]?.kind !== 'ins')).toBe(true)
  })

  test('are marked whole, with the space between them', () => {
    expect(redlineWords(tokensOf('We keep tea here.'), tokensOf('We share water here.')).map(({kind, tokens}) => `${kind} ${tokens.join('')}`)).toEqual(['same We ', 'del keep tea', 'ins share water', 'same  here.'])
  })

  test('that only broke their lines elsewhere are not marked', () => {
    expect(redlineWords(tokensOf('one\ntwo  three'), tokensOf('one two\nthree')).map(({kind}) => kind)).toEqual(['same'])
  })
})

const start = `# Care

A paragraph of *mark*ed words, H<sub>2</sub>O and [a link](https://example.org/), :ref[second] and more.

- first item
- second item with

  a second paragraph

| Sign | What it means | What to do |
|---|---|---|
| loud voice | not heard | listen first |
| silence | tired[^tea] | bring tea |

> A quotation of two lines,
> the second here.

:::callout[Try it]{kind=tip}
I am here.
:::

## Second {#second}

The end.

[^tea]: Herbal tea is better at night.
`

/** Changes words of the text, or takes out, doubles and adds lines of it, and leaves its marks alone. */
function edit(text: string, random: Random): string {
  return text.split('\n').flatMap((line, i) => {
    if (i < 2 || /^(?:$|\|-|:::|##)/.test(line)) return [line]
    const draw = random.next()
    if (draw < 0.1) return []
    if (draw < 0.2 && /^(?:- |\| )/.test(line)) return [line, line.replace(/[a-z]+/g, word => (random.chance(0.5) ? word : 'other'))]
    return [line.replace(/(?<![\w[({/:#.])[a-z]{3,}(?![\w\]})/:.])/g, word => (random.chance(0.25) ? random.pick(['changed', 'other words', 'new']) : word))]
  }).join('\n')
}

async function freeze(number: number, text: string | Readonly<Record<string, string>>, registry?: string): Promise<{frozen: FrozenRound; registry: string}> {
  const files = memoryFiles({'book.yaml': 'title: T\nlanguage: en\n', ...(typeof text === 'string' ? {'sections/care.md': text} : text)})
  const options = {profile: 'print', paper: 'letter', templates} as const
  const opened = openRound({number, opened: '2026-12-01', reviewers: []}, files, (await readText(files, options)).sections, registry)
  if (!('round' in opened)) throw new Error(opened.messages.map(String).join('\n'))
  const text2 = (name: string) => Buffer.from(opened.folder.get(name)!).toString()
  const {frozen, messages} = await readFrozen({number, round: text2('round.yaml'), blocks: text2('blocks.yaml'), base: files}, options)
  if (!frozen) throw new Error(messages.map(String).join('\n'))
  return {frozen, registry: opened.registry}
}

const plain = (text: string) => text.replace(/\s+/g, ' ').trim()

/** The text of each block in marked HTML by its name, without the elements of `tagName`. */
function textsWithout(tagName: 'ins' | 'del', html: string, idOf: (key: string) => string | undefined): Map<string, string> {
  const texts = new Map<string, string>()
  const named = (element: Element) => {
    const {code, key} = parseStructureKey(String(element.properties['lang'] ?? ''))
    return code === 'blockid' || key === undefined ? undefined : idOf(key)
  }
  const drop = (node: Nodes): void => {
    if (!('children' in node)) return
    node.children = node.children.filter(child => child.type !== 'element' || child.tagName !== tagName)
    node.children.forEach(drop)
  }
  const visit = (node: Nodes): void => {
    if (!('children' in node)) return
    const id = node.type === 'element' ? named(node) : undefined
    if (id !== undefined && node.type === 'element') texts.set(id, plain(linesOf(node, other => named(other) !== undefined).map(textOfLine).join(' ')))
    node.children.forEach(visit)
  }
  const root = parseHtml(html)
  drop(root)
  visit(root)
  return texts
}

/** Without white space before punctuation, which no version has, but which taking words out may leave. */
const close = (text: string) => text.replace(/\s+/g, '')

describe('the HTML of changes', () => {
  test.each(Array.from({length: 25}, (_, seed) => seed))('says both versions of every block (seed %i)', async seed => {
    const random = seededRandom(1000 + seed)
    const before = await freeze(1, start)
    const after = await freeze(2, edit(start, random), before.registry)
    const {source, changes} = changesSource(after.frozen, before.frozen, [])
    const plan = source.plans.find(({id}) => id === 'care')!
    const {html, blocks} = source.renderUnit(plan, () => undefined)
    const main = html.slice(html.indexOf('<main>') + 6, html.lastIndexOf('</main>'))
    const idOf = (key: string) => {
      const block = blocks[key]
      return block?.ordinal === undefined ? block?.id : notHeld(after.frozen, block.place.file, block.ordinal)
    }
    const [now, old] = [textsWithout('del', main, idOf), textsWithout('ins', main, idOf)]
    const textsOf = ({sections}: FrozenRound) => new Map(sections.flatMap(({blocks}) => blocks.map(({id, text}) => [id, text])))
    for (const [id, text] of textsOf(after.frozen)) expect(close(now.get(id)!), `${id} now`).toBe(close(text))
    for (const [id, text] of textsOf(before.frozen)) expect(close(old.get(id)!), `${id} before`).toBe(close(text))
    expect(changes.size).toBeGreaterThan(0)
    for (const [id, {kind}] of changes) expect(html, `${id} ${kind}`).toMatch(new RegExp(`id="${id}"[^>]*>${id}<br><b>`))
  })

  test('is that of the draft where nothing changed', async () => {
    const before = await freeze(1, start)
    const after = await freeze(2, start.replace('\nthe second here', ' the second here').replace('A paragraph of', 'A paragraph\nof'), before.registry)
    const {source, changes} = changesSource(after.frozen, before.frozen, [])
    expect(changes.size).toBe(0)
    expect(source.plans.map(({id}) => id)).toEqual([howToCommentId, summaryId])
  })

  test('has the sections in which something changed, below the titles that they stand under, and no links to others', async () => {
    const texts = (words: string) => ({
      'sections/a/index.md': '# Above\n\nNothing changes here, see :ref[two].\n',
      'sections/a/one.md': `# One\n\n${words} Turn to :ref[two].\n`,
      'sections/a/two.md': '# Two\n\nIt stays, see :ref[one].\n',
      'sections/b.md': '# Other\n\nIt stays too.\n'
    })
    const before = await freeze(1, texts('The words of the first round.'))
    const after = await freeze(2, texts('The words of the second round.'), before.registry)
    const {source, anchors} = changesSource(after.frozen, before.frozen, [])
    expect(source.plans.map(({id}) => id)).toEqual([howToCommentId, summaryId, 'a'])
    expect([...anchors]).toEqual(['a', 'one', howToCommentId, summaryId])
    const {html} = source.renderUnit(source.plans[2]!, () => undefined)
    const words = html.slice(html.indexOf('<main>'), html.indexOf('<div class="review-questions">')).replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ').trim()
    expect(words).toBe('AB-1 Above ON-1 One ON-2 changed The words of the first second round. Turn to Two.')
    expect(html).not.toContain('#two')

    const whole = changesSource(after.frozen, before.frozen, [], true)
    const [contents] = whole.source.plans.filter(({id}) => id === 'contents')
    expect(whole.source.plans.filter(plan => plan !== contents && !['cover', 'title-page', 'copyright'].includes(plan.id)).map(({id}) => id)).toEqual([howToCommentId, summaryId, 'a', 'b'])
    const all = whole.source.renderUnit(whole.source.plans.find(({id}) => id === 'a')!, () => undefined).html
    expect(all).toContain('#two')
    expect(all).toContain('It stays, see')
    expect(all).toMatch(/<del[^>]*>first<\/del>/)
  })

  test('marks no number of a note and no way back from one', async () => {
    const table = (cell: string, note = '') => `# Care\n\nSomething else here${note}.\n\n| Sign | Means |\n|---|---|\n| ${cell} | No oxygen[^b] |\n\n[^b]: See the end.\n${note === '' ? '' : '[^a]: A new note.\n'}`
    const before = await freeze(1, table('Blue lips'))
    // A note before the others counts them anew.
    const after = await freeze(2, table('Blue or grey lips', '[^a]'), before.registry)
    const changed = [...compareRounds(before.frozen.sections, after.frozen.sections).values()].map(({kind, block}) => `${kind}: ${block.text}`)
    expect(changed).toEqual(['changed: Blue or grey lips No oxygen', 'added: A new note.'])
    const {source} = changesSource(after.frozen, before.frozen, [])
    const {html} = source.renderUnit(source.plans.find(({id}) => id === 'care')!, () => undefined)
    expect([...html.matchAll(/<(ins|del)[^>]*>([^<]*)/g)].map(([, tag, words]) => `${tag} ${words!.trim()}`)).toEqual(['ins or grey', 'ins A new note.'])
    expect(html).toMatch(/note-reference/)
  })

  test('marks no word for being set in several ways, and all of one that is another', async () => {
    const before = await freeze(1, '# Care\n\nDrink two cups of H<sub>2</sub>O, **un**likely as it is, by the x<sup>2</sup>.\n')
    const after = await freeze(2, '# Care\n\nDrink three cups of H<sub>2</sub>O, **un**likely as it is, by the x<sup>3</sup>.\n', before.registry)
    const {source} = changesSource(after.frozen, before.frozen, [])
    const {html} = source.renderUnit(source.plans.find(({id}) => id === 'care')!, () => undefined)
    expect([...html.matchAll(/<(ins|del)[^>]*>([^<]*)/g)].map(([, tag, words]) => `${tag} ${words!.trim()}`)).toEqual(['del two', 'ins three', 'del x2', 'ins x', 'ins 3'])
  })

  test('says of a block that it moved, and marks no word of it', async () => {
    const before = await freeze(1, '# Care\n\nThe first paragraph here.\n\nThe second paragraph here.\n\nThe third one of all.\n')
    const after = await freeze(2, '# Care\n\nThe third one of all.\n\nThe first paragraph here.\n\nThe second paragraph here.\n', before.registry)
    expect([...compareRounds(before.frozen.sections, after.frozen.sections).values()].map(({kind, block}) => [kind, block.text])).toEqual([['moved', 'The third one of all.']])
  })
})

function notHeld({nameOf}: FrozenRound, file: string, ordinal: number): string | undefined {
  const named = nameOf(file, ordinal)
  return named && !named.isHeld ? named.id : undefined
}
