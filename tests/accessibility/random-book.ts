// A small book from a seed, in which every block may stand in every other that Markdown, the book's directives or raw HTML let it stand in.

import type {Random} from '../bench/random.ts'
import {seededRandom} from '../bench/random.ts'

/** Lines of Markdown, and the longest run of colons that opens a block in them. */
interface Written {
  readonly lines: readonly string[]
  readonly colons: number
}

const words = ('office fluffy quiet staff door table breathe water coat naïve façade co-op don’t “so” it’s 9am wait... room--then ' +
  'afflict first fjord over under lamp chair window step').split(' ')
const foreignWords = {es: 'calma señora puerta aquí', fr: 'élève garçon être', de: 'Straße über ruhig', ar: 'مرحبا هدوء باب ماء أولا', he: 'שלום דלת מים'} as const
const languages = Object.keys(foreignWords) as (keyof typeof foreignWords)[]
const calloutKinds = ['note', 'tip', 'caution', 'try-saying', 'pitfall'] as const

/** Deepest nesting of blocks. */
const deepest = 4

class SectionWriter {
  private readonly notes: string[] = []
  private noteCount = 0
  private blockCount = 0
  private isInLink = false
  private isInNote = false
  private isInHeading = false

  constructor(
    private readonly random: Random,
    private readonly name: string,
    private readonly sections: readonly string[],
    private readonly quotes: string[]
  ) {}

  write(): string {
    const {random} = this
    const body: Written[] = []
    let level = 1
    for (let count = random.between(4, 9); count > 0; count--) {
      if (random.chance(0.3)) {
        level = random.between(2, Math.min(6, level + (random.chance(0.2) ? 2 : 1)))
        this.isInHeading = true
        body.push(line(`${'#'.repeat(level)} ${this.phrase(2)} ${this.inlines(2)}`))
        this.isInHeading = false
      }
      body.push(this.block(0))
    }
    const plan = this.name === this.sections[0] ? [line('::figure[The plan]{src="../figures/chairs.svg" alt="Two chairs" #plan}')] : []
    return [...joined([line(`# Section ${this.name}`), ...plan, ...body]).lines, '', ...this.noteLines(), ''].join('\n')
  }

  /** Notes may call further notes, which come after them. */
  private noteLines(): string[] {
    const lines: string[] = []
    for (let index = 0; index < this.noteCount; index++) {
      this.isInNote = index > 3
      const [first = '', ...rest] = joined(this.blocks(deepest - 2)).lines
      lines.push(`[^${this.notes[index]}]: ${first}`, ...indented(rest, 4), '')
    }
    return lines
  }

  private blocks(depth: number): Written[] {
    return Array.from({length: this.random.between(1, 3)}, () => this.block(depth))
  }

  private block(depth: number): Written {
    this.blockCount++
    const isLeaf = depth >= deepest || this.blockCount > 60
    const leaves = [this.paragraph, this.paragraph, this.code, this.gfmTable, this.figure, this.image, this.linesToFill, this.pullQuote, this.bareHtml, this.rule]
    const nests = [this.list, this.list, this.tasks, this.quotation, this.callout, this.checklist, this.steps, this.definition, this.captionedTable, this.htmlTable, this.details, this.terms, this.passage, this.only]
    return this.random.pick(isLeaf || this.random.chance(0.35) ? leaves : nests).call(this, depth + 1)
  }

  private paragraph(): Written {
    return line(this.inlines())
  }

  private code(): Written {
    return {lines: ['```sh', ...Array.from({length: this.random.between(1, 4)}, () => `echo "${this.phrase(3)}" -- x`), '```'], colons: 0}
  }

  private rule(): Written {
    return line('***')
  }

  private gfmTable(): Written {
    const columns = this.random.between(1, 4)
    const hasRowHeads = this.random.chance(0.3)
    const row = (isHead: boolean): string => {
      const cells = Array.from({length: columns}, (_, column) => (hasRowHeads && isHead && column === 0 ? '' : this.random.chance(isHead ? 0 : 0.2) ? '' : this.inlines(2).replace(/\|/g, '')))
      return `| ${cells.join(' | ')} |`
    }
    const rows = Array.from({length: this.random.between(1, 4)}, () => row(false))
    return {lines: [row(true), `|${'---|'.repeat(columns)}`, ...rows], colons: 0}
  }

  private captionedTable(): Written {
    return container('table', this.label(), '', this.gfmTable())
  }

  private figure(): Written {
    const caption = this.random.chance(0.6) ? this.label() : ''
    const alternative = this.random.chance(0.2) ? 'decorative' : `alt="Drawing of ${this.phrase(3)}"`
    return line(`::figure${caption}{src="../figures/chairs.svg" ${alternative}}`)
  }

  private image(): Written {
    return line(`![Drawing of ${this.phrase(2)}](../figures/square.png${this.random.chance(0.3) ? ` "${this.phrase(3)}"` : ''})`)
  }

  private linesToFill(): Written {
    return line(`::lines${this.label()}{count=${this.random.between(1, 3)}}`)
  }

  private pullQuote(): Written {
    const quote = this.quotes.pop()
    return quote === undefined ? this.paragraph() : line(`::quote[${quote}]`)
  }

  private bareHtml(): Written {
    const bare = (): string => this.phrase(this.random.between(1, 5))
    return line(this.random.pick([
      `<div>${bare()} <em>${bare()}</em><div>${bare()}</div>${bare()}</div>`,
      `<ul><li>${bare()}</li><li><p>${bare()}</p>${bare()}</li><li></li></ul>`,
      `<blockquote>${bare()} <p>${bare()}</p></blockquote>`,
      `<ol type="${this.random.pick(['a', 'A', 'i', 'I'])}" start="${this.random.between(1, 5)}"><li>${bare()}</li><li>${bare()}</li></ol>`,
      `<figure><img src="../figures/square.png" alt="Drawing of ${bare()}"><figcaption>${bare()}</figcaption></figure>`,
      `<table><tr><th>${bare()}</th></tr><tr><td>${bare()}<ul><li>${bare()}</li></ul></td></tr></table>`
    ]))
  }

  private list(depth: number): Written {
    const isOrdered = this.random.chance(0.5)
    const isLoose = this.random.chance(0.5)
    const start = this.random.pick([1, 1, 7, 98])
    const items = Array.from({length: this.random.between(1, 4)}, (_, index) => this.item(isOrdered ? `${start + index}. ` : '- ', depth))
    return {lines: items.flatMap((item, index) => (index > 0 && isLoose ? ['', ...item.lines] : item.lines)), colons: colonsOf(items)}
  }

  private item(marker: string, depth: number): Written {
    const {lines: [first = '', ...rest], colons} = joined(this.random.chance(0.4) ? this.blocks(depth) : [this.paragraph()])
    return {lines: [marker + first, ...indented(rest, marker.length)], colons}
  }

  private tasks(depth: number): Written {
    const items = Array.from({length: this.random.between(1, 3)}, () => {
      const {lines, colons} = joined([this.paragraph(), ...(this.random.chance(0.3) ? this.blocks(depth) : [])])
      return {lines: [`- [${this.random.pick([' ', 'x'])}] ${lines[0]}`, ...indented(lines.slice(1), 2)], colons}
    })
    return {lines: items.flatMap(({lines}) => lines), colons: colonsOf(items)}
  }

  private checklist(depth: number): Written {
    return container('checklist', this.label(), '', this.tasks(depth))
  }

  private steps(depth: number): Written {
    const items = Array.from({length: this.random.between(1, 3)}, (_, index) => this.item(`${index + 1}. `, depth))
    return container('steps', this.label(), '', {lines: items.flatMap(({lines}) => ['', ...lines]), colons: colonsOf(items)})
  }

  private quotation(depth: number): Written {
    const {lines, colons} = joined(this.blocks(depth))
    return {lines: lines.map(each => `> ${each}`.trimEnd()), colons}
  }

  private callout(depth: number): Written {
    return container('callout', this.random.chance(0.8) ? this.label() : '', `{kind=${this.random.pick(calloutKinds)}}`, joined(this.blocks(depth)))
  }

  private definition(depth: number): Written {
    return container('definition', `[Term ${this.name}${this.blockCount}]`, '', joined(this.blocks(depth)))
  }

  private passage(depth: number): Written {
    return container('passage', '', `{lang=${this.random.pick(languages)}}`, joined(this.blocks(depth)))
  }

  private only(depth: number): Written {
    return container('only', '', `{edition=${this.random.pick(['desk', 'field'])}}`, joined(this.blocks(depth)))
  }

  private htmlTable(depth: number): Written {
    const columns = this.random.between(1, 3)
    const hasCaption = this.random.chance(0.4)
    const rows = Array.from({length: this.random.between(1, 3)}, () => Array.from({length: columns}, () => (this.random.chance(0.15) ? undefined : joined(this.blocks(depth)))))
    const head = Array.from({length: columns}, () => `<th>${this.phrase(2)}</th>`).join('')
    const cellLines = (cell: Written | undefined): readonly string[] => (cell === undefined ? ['<td></td>'] : ['<td>', '', ...cell.lines, '', '</td>'])
    const lines = rows.flatMap(row => ['<tr>', ...row.flatMap(cellLines), '</tr>'])
    const caption = hasCaption ? [`<caption>${this.phrase(3)}</caption>`] : []
    return {lines: ['<table>', ...caption, `<thead><tr>${head}</tr></thead>`, '<tbody>', ...lines, '</tbody>', '</table>'], colons: colonsOf(rows.flat().flatMap(cell => cell ?? []))}
  }

  private details(depth: number): Written {
    const {lines, colons} = joined(this.blocks(depth))
    return {lines: ['<details>', `<summary>${this.phrase(3)}</summary>`, '', ...lines, '', '</details>'], colons}
  }

  private terms(depth: number): Written {
    const entries = Array.from({length: this.random.between(1, 3)}, () => joined(this.blocks(depth)))
    const lines = entries.flatMap(entry => [`<dt>${this.phrase(2)}</dt>`, '<dd>', '', ...entry.lines, '', '</dd>'])
    return {lines: ['<dl>', ...lines, '</dl>'], colons: colonsOf(entries)}
  }

  private label(): string {
    return `[${this.inlines(1)}]`
  }

  private phrase(length: number): string {
    return Array.from({length}, () => this.random.pick(words)).join(' ')
  }

  private inlines(most = 6): string {
    return Array.from({length: this.random.between(1, most)}, () => this.inline(0)).join(' ')
  }

  private inline(depth: number): string {
    if (depth > 2 || this.random.chance(0.4)) return this.phrase(this.random.between(1, 8))
    const inner = (): string => this.inline(depth + 1)
    const language = this.random.pick(languages)
    switch (this.random.between(1, 18)) {
      case 1: return `*${inner().replace(/\*/g, '')}*`
      case 2: return `**${inner().replace(/\*/g, '')}**`
      case 3: return `\`${this.phrase(2)}\``
      case 4: return this.link(`[`, `](https://example.org/${this.random.between(1, 99)})`, inner)
      // A page is named once a paragraph for each target, as far as the two ways to write a target can be told to be the same.
      case 5: return this.link('[', `](${this.sections[0]}.md)`, inner)
      case 6: return this.isInLink || this.isInHeading ? this.phrase(1) : `:ref[${this.sections.at(-1) === this.sections[0] ? 'plan' : this.sections.at(-1)}]`
      case 7: return ':fact[surveys]'
      case 8: return this.isInHeading ? this.phrase(2) : `:blank[${this.phrase(1)}]{width=${this.random.pick(['short', 'medium', 'long'])}}`
      case 9: return `![Drawing of ${this.phrase(1)}](../figures/square.png)`
      case 10: return `:span[${this.random.pick(foreignWords[language].split(' '))} ${inner()}]{lang=${language}}`
      case 11: return this.note()
      case 12: return `<abbr title="${this.phrase(3).replace(/"/g, '')}">HRH</abbr>`
      case 13: return `<kbd>${this.phrase(1)}</kbd>`
      case 14: return `H<sub>2</sub>O<sup>3</sup>`
      case 15: return `~~${this.phrase(2)}~~`
      case 16: return `<i lang="${language}">${this.random.pick(foreignWords[language].split(' '))}</i>`
      case 17: return this.isInLink ? this.phrase(2) : `<https://example.org/${'a-long-address/'.repeat(this.random.between(1, 9))}end>`
      default: return `<mark>${this.phrase(2)}</mark> <q>${this.phrase(1)}</q>`
    }
  }

  private link(open: string, close: string, inner: () => string): string {
    if (this.isInLink) return this.phrase(1)
    this.isInLink = true
    const text = open + inner() + close
    this.isInLink = false
    return text
  }

  private note(): string {
    if (this.isInLink || this.isInNote) return this.phrase(1)
    if (this.noteCount > 0 && this.random.chance(0.3)) return `again[^${this.random.pick(this.notes)}]`
    this.notes.push(`n${++this.noteCount}`)
    return `noted[^n${this.noteCount}]`
  }
}

function line(text: string): Written {
  return {lines: [text], colons: 0}
}

function colonsOf(parts: readonly Written[]): number {
  return Math.max(0, ...parts.map(({colons}) => colons))
}

function joined(parts: readonly Written[]): Written {
  return {lines: parts.flatMap(({lines}, index) => (index === 0 ? lines : ['', ...lines])), colons: colonsOf(parts)}
}

function indented(lines: readonly string[], by: number): string[] {
  return lines.map(each => (each === '' ? '' : ' '.repeat(by) + each))
}

function container(name: string, label: string, attributes: string, {lines, colons}: Written): Written {
  const fence = ':'.repeat(Math.max(3, colons + 1))
  return {lines: [`${fence}${name}${label}${attributes}`, ...lines, fence], colons: fence.length}
}

/** Files of the book of a seed, by path, but for its pictures, which are those of the fixture book `accessible`. */
export function randomBook(seed: number): Record<string, string> {
  const random = seededRandom(seed)
  const sections = ['one', 'two', 'three'].slice(0, random.between(1, 3))
  const quotes = ['q1', 'q2', 'q3']
  const written = sections.map((name): [string, string] => [`sections/${name}.md`, new SectionWriter(random, name, sections, quotes).write()])
  return {
    'book.yaml': `title: Seed ${seed}\nlanguage: en\npublishers: [Fuzz Press]\neditions:\n  desk: {title: Desk}\n  field: {title: Field}\nsections: [${sections.join(', ')}]\n`,
    'facts.yaml': 'surveys: 180\n',
    ...Object.fromEntries(['q1', 'q2', 'q3'].map((id, index) => [`quotes/${id}.md`, `---\nattribution: A voice\nsource: Made up\nconsent: Nobody said it\n${index === 1 ? 'language: es\n' : ''}---\n\nWords of ${id}.\n\nAnd "more" -- of them.\n`])),
    ...Object.fromEntries(written)
  }
}
