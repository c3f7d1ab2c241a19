// Test support: the words that a book's manuscript says, in order, worked out from its Markdown without any part of the pipeline's
// rendering, so that a PDF's text can be held against it.
//
// What counts as text: everything that a reader reads in the sections, from the first section's title on. Pull quotes stand with their
// words and their attribution, facts with their text, callouts with the name of their kind, cross-references with the title or words and
// the page number in brackets (once a paragraph for each target, never in a heading), footnotes as numbers where they are called and once
// more in full at the end of their section, each with its way back. Figures, tick boxes, blanks and lines to write on stand with their
// alternative text in brackets; a blank's label is left out of it where the words before it have just said it. Not counted: numbers and bullets of lists, rules, comments. The pipeline's own words are taken in English.
// Quotes and code must agree to the letter; elsewhere typographic quotes, dashes and ellipses count as the plain signs they stand for.

import {readFileSync} from 'node:fs'
import {join, posix} from 'node:path'
import {fileURLToPath} from 'node:url'
import GithubSlugger from 'github-slugger'
import {toString} from 'mdast-util-to-string'
import type {Blockquote, Heading, Nodes, Parents, Root, RootContent} from 'mdast'
import type {} from 'mdast-util-directive'
import remarkDirective from 'remark-directive'
import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import {unified} from 'unified'
import type {Book} from '../../scripts/book/book.ts'
import type {Section, SectionMatter} from '../../scripts/book/section.ts'

/** A heading and the destination it has. */
export interface ManuscriptHeading {
  readonly anchor: string
  /** As printed where it stands. */
  readonly title: string
  /** What contents, outline and references call it: its section's title, which front matter or a summary may give. */
  readonly name: string
}

/** One word between two spaces. */
export interface ManuscriptWord {
  readonly text: string
  /** True for quotes and code: every character as written. */
  readonly exact: boolean
  /** Section it stands in. */
  readonly section: string
}

/** What a manuscript says. */
export interface ManuscriptText {
  readonly headings: readonly ManuscriptHeading[]
  /** Every word of the sections in order; `labelOf` gives the page label that a reference to an anchor prints. */
  words(labelOf: (anchor: string) => string | undefined): ManuscriptWord[]
}

type Piece = {readonly text: string; readonly exact: boolean} | {readonly pageOf: string} | {readonly later: (labelOf: (anchor: string) => string) => string}

const calloutKinds: Readonly<Record<string, string>> = {note: 'Note', tip: 'Tip', caution: 'Caution', 'try-saying': 'Try saying', pitfall: 'Pitfall'}
const processor = unified().use(remarkParse).use(remarkFrontmatter).use(remarkGfm).use(remarkDirective)
const trees = new Map<string, Root>()

/** The tree of a text, which is read several times, and for each product of a book. Print has every sign without the selector that asks for it in colour. */
function parsed(source: string): Root {
  const tree = trees.get(source) ?? processor.parse(source.replaceAll('\ufe0f', ''))
  trees.set(source, tree)
  return tree
}

interface Target {
  readonly title: string
}

interface BookIndex {
  readonly book: Book
  readonly edition: string | undefined
  readonly targets: Map<string, Target>
  /** Anchors by Markdown file and by `file#fragment`. */
  readonly files: Map<string, string>
  readonly headings: ManuscriptHeading[]
  /** Of the edition, in order. */
  readonly sections: readonly Section[]
  /** Anchors of definitions, and each use of a quote, in order. */
  readonly definitions: string[]
  readonly quotes: {readonly id: string; readonly anchor: string; readonly section: Section}[]
  readonly marks: IndexMark[]
}

/** What the subject index says of a place. */
interface IndexMark {
  readonly entry: string
  readonly from: string
  readonly to: string
  /** Another entry that the reader is sent on to, from no place. */
  readonly see?: string
}

/** Typographic signs as the plain ones that they stand for; signs that only guide the breaking of lines are left out. */
export function plainPunctuation(text: string): string {
  return text.replace(/[“”„‟«»]/g, '"').replace(/[‘’‚‛]/g, "'").replace(/—|–|-{2,3}/g, '-').replace(/…/g, '...').replace(/[\u00AD\u200B\u2060\uFEFF]/g, '')
}

function attribute(node: {attributes?: Record<string, string | null | undefined> | null | undefined}, name: string): string | undefined {
  return node.attributes?.[name] ?? undefined
}

function asciiSlug(slug: string): string {
  return slug.normalize('NFKD').replace(/[^A-Za-z0-9_-]/g, '').replace(/^-+|-+$/g, '') || 'heading'
}

/** Walks one section's file; `visitChildren` stands for whatever a node has no rule of its own for. */
class SectionText {
  readonly pieces: Piece[] = []
  /** Place in the pieces at which the node at hand begins. */
  private start = 0
  private readonly index: BookIndex
  private readonly section: Section
  /** Footnotes in the order they are called, with the number of calls. */
  private readonly noteCalls = new Map<string, number>()
  private readonly notes = new Map<string, readonly RootContent[]>()
  private readonly urls = new Map<string, string>()
  private inLink = false
  private inHeading = false
  /** Between the tags of what is not shown in a line of text: scripts, styles, the brackets of ruby. */
  private inScript = false
  private targetsOfParagraph = new Set<string>()
  /** Where abbreviations are written out, and which have been. */
  private isProse = false
  private saidInParagraph = ''
  private readonly writtenOut = new Set<string>()

  constructor(index: BookIndex, section: Section) {
    this.index = index
    this.section = section
  }

  read(): Piece[] {
    const root = parsed(this.section.source)
    for (const node of everyNode(root)) {
      if (node.type === 'footnoteDefinition') this.notes.set(node.identifier, node.children)
      if (node.type === 'definition') this.urls.set(node.identifier, node.url)
    }
    const title = titleOf(root, this.section)
    if (title === undefined) this.block(() => this.say(this.section.title))
    else this.visit(title)
    this.block(() => this.say(labelLines(this.index, this.section).join('\n')))
    this.all(root.children.filter((node) => node !== title))
    this.readNotes()
    return this.pieces
  }

  private readNotes(): void {
    if (this.noteCalls.size === 0) return
    this.block(() => this.say('Notes'))
    for (const identifier of this.noteCalls.keys()) {
      this.block(() => {
        this.all(this.notes.get(identifier) ?? [])
        const calls = this.noteCalls.get(identifier) ?? 0
        for (let call = 1; call <= calls; call++) this.say(calls === 1 ? ' Back ' : ` Back ${call} `)
      })
    }
  }

  private say(text: string, exact = false): void {
    this.saidInParagraph += text
    this.pieces.push({text, exact})
  }

  private block(inside: () => void): void {
    this.say('\n')
    inside()
    this.say('\n')
  }

  private alternative(text: string): void {
    this.say(` [${text}] `)
  }

  private all(nodes: readonly Nodes[]): void {
    const outer = this.start
    this.start = this.pieces.length
    for (const node of nodes) if (!this.inScript || node.type === 'html') this.visit(node)
    this.inScript = false
    this.start = outer
  }

  /** True when what stands before in the same paragraph or mark ends with these words, whatever signs are between. */
  private hasJustSaid(words: string): boolean {
    const bare = (text: string): string => text.toLowerCase().split(/[^\p{L}\p{N}]+/u).join(' ').trim()
    const said = this.pieces.slice(this.start).map((piece) => ('text' in piece ? piece.text : '')).join('')
    // The page of a cross-reference does not come between.
    return bare(said.replace(/\(page\s*\)\s*$/, '')).endsWith(bare(words))
  }

  private html(source: string): void {
    const harmless = source.replace(/<(script|style|rp)\b[\s\S]*?<\/\1>|<!--[\s\S]*?-->/gi, '')
    if (/<(script|style|rp)\b/i.test(harmless)) this.inScript = true
    else if (/<\/(script|style|rp)>/i.test(harmless)) this.inScript = false
    else this.say(harmless.replace(/<img\b[^>]*?\balt="([^"]*)"[^>]*>/gi, ' [$1] ').replace(blockTag, '\n').replace(/<[^>]*>/g, ''))
  }

  private visit(node: Nodes): void {
    switch (node.type) {
      case 'yaml': case 'definition': case 'footnoteDefinition': case 'thematicBreak': return
      case 'text': return this.say(this.withLongForms(node.value))
      case 'inlineCode': return this.say(node.value, true)
      case 'code': return this.block(() => this.say(node.value, true))
      case 'html': return this.html(node.value)
      case 'break': return this.say(' ')
      case 'image': return this.alternative(node.alt ?? '')
      case 'imageReference': return this.alternative(node.alt ?? '')
      case 'footnoteReference': return this.footnote(node.identifier)
      case 'link': return this.link(node.url, node)
      case 'linkReference': return this.link(this.urls.get(node.identifier) ?? '', node)
      case 'paragraph': return this.block(() => this.prose(true, () => this.paragraph(node)))
      case 'listItem': return this.block(() => {
        if (typeof node.checked === 'boolean') this.alternative(node.checked ? 'ticked box' : 'tick box')
        this.all(node.children)
      })
      case 'textDirective': case 'leafDirective': case 'containerDirective': return this.directive(node)
      case 'heading': return this.heading(node)
      case 'tableCell': return this.block(() => this.cell(node))
      case 'blockquote': return this.sayAlert(node) ? undefined : this.block(() => this.inQuotation(() => this.all(node.children)))
      default: if ('children' in node) this.all(node.children)
    }
  }

  /** GitHub's alerts are callouts; says nothing of any other quotation, and gives false. */
  private sayAlert(node: Blockquote): boolean {
    const [first] = node.children
    const [words] = first?.type === 'paragraph' ? first.children : []
    const [mark, kind] = words?.type === 'text' ? (/^\[!(NOTE|TIP|IMPORTANT|WARNING|CAUTION)\][ \t]*(?:\n|$)/i.exec(words.value) ?? []) : []
    if (words?.type !== 'text' || mark === undefined) return false
    words.value = words.value.slice(mark.length)
    this.block(() => {
      this.say(kind!.toUpperCase() === 'TIP' ? 'Tip\n' : /N$|G$/i.test(kind!) ? 'Caution\n' : 'Note\n')
      this.all(node.children)
    })
    return true
  }

  private prose(isProse: boolean, inside: () => void): void {
    const before = this.isProse
    this.isProse = isProse && !this.isQuotation
    inside()
    this.isProse = before
  }

  private isQuotation = false
  private inQuotation(inside: () => void): void {
    const before = this.isQuotation
    this.isQuotation = true
    inside()
    this.isQuotation = before
  }

  /** The first use of an abbreviation that stands for itself, as “long form (SHORT)”. */
  private withLongForms(value: string): string {
    if (!this.isProse || this.inLink || this.index.book.abbreviations.size === 0) return value
    let said = ''
    const parts = value.split(/([\p{L}\p{N}]+(?:[-.&/][\p{L}\p{N}]+)*)/u)
    for (const [index, part] of parts.entries()) {
      const next = parts[index + 1] ?? ''
      const before = this.saidInParagraph + said
      const found = this.index.book.abbreviations.get(part) ?? (part.endsWith('s') ? this.index.book.abbreviations.get(part.slice(0, -1)) : undefined)
      const words = found && (part === found.short ? found.text : found.plural)
      if (found && words !== undefined && before.toLowerCase().endsWith(`${words.toLowerCase()} (`)) this.writtenOut.add(found.short)
      if (!found || words === undefined || this.writtenOut.has(found.short) || /^['’]$/.test(next) || /\($/.test(before)) {
        said += part
        continue
      }
      this.writtenOut.add(found.short)
      const isStart = before.trim() === '' || /[.!?…]["”’)]*\s+["“‘(]*$/.test(before)
      said = said.replace(/\b(a)n? $/i, (_, article: string) => (/^[aeio]/i.test(words) ? `${article}n ` : `${article} `))
      said += `${isStart ? words.charAt(0).toUpperCase() + words.slice(1) : words} (${part})`
    }
    return said
  }

  private heading(node: Parents): void {
    this.inHeading = true
    this.isProse = false
    const last = node.children.at(-1)
    const written = last?.type === 'text' ? last.value : ''
    this.block(() => {
      this.all(node.children.slice(0, -1))
      if (last?.type === 'text') this.say(written.replace(givenHeadingId, ''))
      else if (last !== undefined) this.visit(last)
    })
    this.inHeading = false
  }

  private paragraph(node: Parents): void {
    this.targetsOfParagraph = new Set()
    this.saidInParagraph = ''
    const [only, ...others] = node.children.filter((child) => child.type !== 'text' || child.value.trim() !== '')
    if (others.length > 0 || only?.type !== 'image') return this.all(node.children)
    this.alternative(only.alt ?? '')
    if (only.title !== null && only.title !== undefined) this.block(() => this.say(only.title ?? ''))
  }

  private cell(node: Parents): void {
    this.targetsOfParagraph = new Set()
    this.all(node.children)
  }

  private footnote(identifier: string): void {
    this.noteCalls.set(identifier, (this.noteCalls.get(identifier) ?? 0) + 1)
    this.say(String([...this.noteCalls.keys()].indexOf(identifier) + 1))
  }

  private link(url: string, node: Parents): void {
    this.linked(node)
    const anchor = this.anchorOf(url)
    if (anchor !== undefined) this.pageNumber(anchor)
  }

  private linked(node: Parents): void {
    const before = this.inLink
    this.inLink = true
    this.all(node.children)
    this.inLink = before
  }

  private anchorOf(url: string): string | undefined {
    if (/^[a-z][a-z0-9+.-]*:/i.test(url)) return undefined
    const [path = '', fragment] = decodeURI(url).split('#')
    const file = path === '' ? this.section.file : posix.normalize(posix.join(posix.dirname(this.section.file ?? ''), path))
    const own = fragment === undefined ? undefined : this.index.targets.has(fragment) ? fragment : this.index.files.get(`${file}#${fragment}`)
    return fragment === undefined ? this.index.files.get(file ?? '') : own
  }

  private pageNumber(anchor: string): void {
    if (this.inLink || this.inHeading || this.targetsOfParagraph.has(anchor)) return
    this.targetsOfParagraph.add(anchor)
    this.say(' (page ')
    this.pieces.push({pageOf: anchor})
    this.say(')')
  }

  private directive(node: Nodes & {type: 'textDirective' | 'leafDirective' | 'containerDirective'}): void {
    const label = toString(node.type === 'containerDirective' ? (labelOf(node) ?? {type: 'root', children: []}) : node)
    const title = (): void => {
      const given = node.type === 'containerDirective' ? labelOf(node) : node
      this.targetsOfParagraph = new Set()
      if (given !== undefined) this.block(() => this.prose(false, () => this.all(given.children)))
    }
    const body = (): void => this.all(node.type === 'containerDirective' ? node.children.filter((child) => child !== labelOf(node)) : [])
    if (node.type === 'leafDirective' && node.name === 'index') return this.subjectIndex()
    switch (node.name) {
      case 'quote': return this.quote(label)
      case 'callout': return this.block(() => {
        this.say(`${calloutKinds[attribute(node, 'kind') ?? 'note'] ?? ''} `)
        this.targetsOfParagraph = new Set()
        this.prose(false, () => this.all((labelOf(node) ?? {children: []}).children))
        this.say('\n')
        body()
      })
      case 'checklist': case 'steps': case 'table': case 'definition': case 'passage': title(); return body()
      case 'lines': title(); return this.alternative(linesToFillIn(Number(attribute(node, 'count') ?? 3)))
      case 'figure':
        if (attribute(node, 'decorative') === undefined) this.alternative(attribute(node, 'alt') ?? '')
        return title()
      case 'plot': this.plot(attribute(node, 'facts') ?? ''); return title()
      case 'ref': return this.reference(label, node)
      case 'term': return this.prose(false, () => this.all(node.children))
      case 'index': case 'span': return this.prose(this.isProse && attribute(node, 'lang') === undefined, () => this.all(node.children))
      case 'fact': return this.say(this.index.book.facts.get(label)?.text ?? '')
      case 'var': return this.say(variablesOf(this.index).get(label) ?? '')
      case 'qr': return this.qrCode(node)
      case 'colophon': return this.colophon()
      case 'blank': {
        const words = node.children.map((child) => plainText(this.index, child)).join('')
        return this.alternative(words === '' || this.hasJustSaid(words) ? 'blank to fill in' : `${words}: blank to fill in`)
      }
      case 'finder': case 'crosswalk': return this.byLabel(attribute(node, 'by') ?? '', node.name === 'crosswalk')
      case 'glossary': case 'quotes-index': case 'abbreviations': return this.list(node.name)
      case 'only': return this.only(node)
      default: return this.asWritten(node)
    }
  }

  private qrCode(node: Parents & {attributes?: Record<string, string | null | undefined> | null | undefined}): void {
    const address = (attribute(node, 'to') ?? '').replace(/^https?:\/\/(www\.)?|^mailto:|^tel:/, '').replace(/\/$/, '')
    this.block(() => this.alternative(`QR code for ${address}`))
    this.block(() => {
      if (node.children.length > 0) this.all([...node.children, {type: 'text', value: ': '}])
      this.say(address)
    })
  }

  /** Of as few things as tests count, each has a dot of its own. */
  private plot(ids: string): void {
    const counts = ids.split(',').map((id) => this.index.book.facts.get(id.trim()))
    this.alternative(`${counts.map((fact) => `${fact?.text ?? ''} ${fact?.label ?? ''}`).join('; ')}. Each dot stands for one, a full row for 60.`)
  }

  /** As the world of the tests has it: program 0.1, Chromium `test`. */
  private colophon(): void {
    this.block(() => this.say('Made with Space Hacks 0.1, and set by Chromium test.'))
    this.block(() => this.say(`Fonts: ${familiesWithLicences().join(', ')}.`))
    const {date} = this.index.book.metadata
    if (date !== undefined) this.block(() => this.say(`Date: ${date}`))
  }

  private quote(id: string): void {
    const quote = this.index.book.quotes.get(id)
    if (quote === undefined) return
    this.block(() => this.say(quote.words, true))
    this.block(() => this.say(`— ${quote.attribution}`))
  }

  private reference(label: string, node: Parents & {attributes?: Record<string, string | null | undefined> | null | undefined}): void {
    const to = attribute(node, 'to')
    const anchor = to ?? label
    if (to === undefined) this.say(this.index.targets.get(anchor)?.title ?? '')
    else this.linked(node)
    this.pageNumber(anchor)
  }

  private entry(title: string, anchor: string): void {
    this.say(title)
    this.targetsOfParagraph = new Set()
    this.pageNumber(anchor)
  }

  private byLabel(list: string, isTable: boolean): void {
    const labels = this.index.book.labels.get(list)
    if (isTable) this.say(`\n${labels?.title ?? ''}\nWhere to find it\n`)
    const terms = [...(labels?.terms ?? [])].filter(([, {editions}]) => editions?.includes(this.index.edition ?? '') !== false)
    const carries = (matter: SectionMatter, id: string): boolean => matter.labels?.[list]?.some((each) => each === id || each === 'all') === true
    const isCommon = (matter: SectionMatter): boolean => !isTable && labels?.all !== undefined && terms.every(([id]) => carries(matter, id))
    const common = this.index.sections.filter(({matter}) => isCommon(matter))
    const groups = terms.map(([id, {text}]) => ({text, carriers: this.index.sections.filter(({matter}) => carries(matter, id) && !isCommon(matter))}))
    for (const {text, carriers} of common.length > 0 ? [{text: labels?.all ?? '', carriers: common}, ...groups.filter((group) => group.carriers.length > 0)] : groups) {
      this.block(() => this.say(text))
      if (carriers.length === 0) this.block(() => this.say('None yet'))
      for (const carrier of carriers) {
        this.entry(carrier.title, carrier.id)
        this.say('\n')
      }
    }
  }

  private subjectIndex(): void {
    const {marks} = this.index
    this.pieces.push({later: (labelOf) => indexText(marks, labelOf)})
  }

  private list(kind: string): void {
    const {definitions, quotes, book} = this.index
    const byTitle = (a: string, b: string): number => (a.toLowerCase() < b.toLowerCase() ? -1 : 1)
    if (kind === 'glossary') {
      for (const anchor of [...definitions].sort((a, b) => byTitle(this.index.targets.get(a)!.title, this.index.targets.get(b)!.title)))
        this.block(() => this.entry(this.index.targets.get(anchor)!.title, anchor))
    } else if (kind === 'quotes-index') {
      for (const {id, anchor, section} of quotes) {
        const quote = book.quotes.get(id)
        const words = quote?.words.split(/\s+/) ?? []
        this.block(() => {
          this.entry(words.slice(0, 8).join(' ') + (words.length > 8 ? ' …' : ''), anchor)
          this.say(` ${quote?.attribution ?? ''}, ${section.title}`)
        })
      }
    } else for (const {short, text} of [...book.abbreviations.values()].sort((a, b) => byTitle(a.short, b.short))) this.block(() => this.say(`${short} ${text}`))
  }

  private only(node: Nodes & {type: 'textDirective' | 'leafDirective' | 'containerDirective'}): void {
    const editions = (attribute(node, 'edition') ?? '').split(/[\s,]+/)
    if (this.index.edition !== undefined && editions.includes(this.index.edition)) this.all(node.children)
  }

  /** A directive that is none of ours is prose with a colon; markup inside its brackets counts. */
  private asWritten(node: Parents): void {
    const at = (offset: number | undefined): number => offset ?? 0
    const [start, end] = [at(node.position?.start.offset), at(node.position?.end.offset)]
    const first = node.children[0]?.position?.start.offset
    const last = node.children.at(-1)?.position?.end.offset
    if (first === undefined || last === undefined) return this.say(this.section.source.slice(start, end))
    this.say(this.section.source.slice(start, first))
    this.all(node.children)
    this.say(this.section.source.slice(last, end))
  }
}

/** Tags of HTML between which a new line of text begins. */
const blockTag = /<\/?(address|article|aside|blockquote|br|dd|details|div|dl|dt|figcaption|figure|h[1-6]|hr|li|ol|p|pre|section|summary|table|td|th|tr|ul)\b[^>]*>/gi

const givenHeadingId = /\s*\{\s*#([A-Za-z0-9_-]+)\s*\}$/

function linesToFillIn(count: number): string {
  return count === 1 ? '1 line to fill in' : `${count} lines to fill in`
}

function labelOf(node: Parents): Parents | undefined {
  const [first] = node.children
  return first?.type === 'paragraph' && (first.data as {directiveLabel?: boolean} | undefined)?.directiveLabel === true ? first : undefined
}

/**
 * The heading that is a file's title and stands before everything else, wherever the file has it: the first one, when it is a `#`, or
 * when it says the section's title and no other stands as high.
 */
function titleOf(root: Parents, section: Section): Heading | undefined {
  const [first, ...others] = (root.children as Nodes[]).filter((node): node is Heading => node.type === 'heading')
  if (first === undefined) return undefined
  const isTitle = first.depth === 1 || (toString(first) === section.title && others.every(({depth}) => depth > first.depth))
  return isTitle ? first : undefined
}

function* everyNode(node: Nodes): Generator<Nodes> {
  yield node
  if ('children' in node) for (const child of node.children) yield* everyNode(child)
}

/** Everything that a link may lead to, before any text is read. */
function indexSection(index: BookIndex, section: Section): void {
  const slugger = new GithubSlugger()
  const root = parsed(section.source)
  if (section.file !== undefined) index.files.set(section.file, section.id)
  const title = titleOf(root, section)
  if (title === undefined) nameHeading(index, section, {title: section.title, anchor: section.id, slug: slugger.slug(section.title)})
  markSection(index, section, root)
  for (const node of everyNode(root)) {
    if (node.type === 'heading') {
      const written = plainText(index, node)
      const given = givenHeadingId.exec(written)?.[1]
      const slug = slugger.slug(toString(node).replace(givenHeadingId, ''))
      const anchor = node === title ? section.id : given !== undefined && !index.book.plain ? given : `${section.id}--${asciiSlug(given ?? slug)}`
      nameHeading(index, section, {title: written.replace(givenHeadingId, ''), anchor, slug})
    }
    if (node.type === 'containerDirective' || node.type === 'leafDirective') {
      const id = attribute(node, 'id') ?? ownAnchor(section, node)
      if (node.name === 'definition' && id !== undefined) index.definitions.push(id)
      if (node.name === 'quote') index.quotes.push({id: toString(node), anchor: id ?? '', section})
      const label = node.type === 'containerDirective' ? labelOf(node) : node
      if (id !== undefined) index.targets.set(id, {title: label === undefined ? '' : plainText(index, label)})
    }
  }
}

/** What a section says of itself for the subject index, and the marks in its text that the edition carries. */
function markSection(index: BookIndex, section: Section, root: Nodes): void {
  let last = section
  while (last.children.length > 0) last = last.children.at(-1)!
  for (const entry of section.matter.index ?? []) index.marks.push({entry, from: section.id, to: `_end-${last.id}`})
  let count = 0
  const visit = (node: Nodes): void => {
    if ('name' in node && node.name === 'only' && !(attribute(node, 'edition') ?? '').split(/[\s,]+/).includes(index.edition ?? '')) return
    if (node.type === 'textDirective' && node.name === 'index') {
      const entries = (attribute(node, 'as') ?? toString(node)).split(';').map((entry) => entry.trim())
      const others = (attribute(node, 'see') ?? '').split(';').map((entry) => entry.trim()).filter(Boolean)
      for (const entry of entries) for (const see of others) index.marks.push({entry, from: '', to: '', see: see.replace(' > ', ': ')})
      if (others.length === 0 || node.children.length > 0) {
        const from = count++ === 0 ? `${section.id}--mark` : `${section.id}--mark-${count - 1}`
        for (const entry of entries) index.marks.push({entry, from, to: from})
      }
    }
    if ('children' in node) node.children.forEach(visit)
  }
  visit(root)
}

const romanDigits: Readonly<Record<string, number>> = {i: 1, v: 5, x: 10, l: 50, c: 100, d: 500, m: 1000}

/** Page labels in the order of the book: Roman ones first. */
function pageNumber(label: string): number {
  if (/^\d+$/.test(label)) return 10_000 + Number(label)
  return [...label].reduce((sum, digit, at) => sum + (romanDigits[digit] ?? 0) * ((romanDigits[label[at + 1] ?? ''] ?? 0) > (romanDigits[digit] ?? 0) ? -1 : 1), 0)
}

/** The subject index in words: each entry with its pages, those that follow each other as a run, and below it its sub-entries. */
function indexText(marks: readonly IndexMark[], labelOf: (anchor: string) => string): string {
  const plain = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  const level = (members: readonly {path: readonly string[]; mark: IndexMark}[], depth: number): string => {
    const groups = new Map<string, typeof members>()
    for (const member of members) {
      const name = member.path[depth]
      if (name !== undefined) groups.set(plain(name), [...(groups.get(plain(name)) ?? []), member])
    }
    let letter = ''
    return [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, group]) => {
      const names = group.map(({path}) => path[depth] ?? '').sort()
      const covered = new Map<number, string>()
      for (const {path, mark} of group) {
        if (path.length !== depth + 1 || mark.see !== undefined) continue
        const [from, to] = [labelOf(mark.from), labelOf(mark.to)]
        for (let page = pageNumber(from); page <= pageNumber(to); page++) covered.set(page, page === pageNumber(from) ? from : page === pageNumber(to) ? to : String(page - 10_000))
      }
      const pages = [...covered.keys()].sort((a, b) => a - b)
      const runs = pages.filter((page) => !covered.has(page - 1)).map((first) => {
        let end = first
        while (covered.has(end + 1)) end++
        return end === first ? covered.get(first) : `${covered.get(first)}–${covered.get(end)}`
      })
      const heads = depth === 0 && /^\p{L}/u.test(key) && key.charAt(0) !== letter
      if (heads) letter = key.charAt(0)
      const sees = [...new Set(group.flatMap(({path, mark}) => (path.length === depth + 1 && mark.see !== undefined ? [mark.see] : [])))].sort()
      const also = group.every(({mark}) => mark.see !== undefined) ? '' : ' also'
      const on = sees.length === 0 ? '' : `. See${also} ${sees.join('; ')}`
      return `\n${heads ? `${letter.toUpperCase()}\n` : ''}${[names.at(-1), ...runs].join(', ')}${on}\n${level(group, depth + 1)}`
    }).join('')
  }
  return level(marks.map((mark) => ({path: mark.entry.split('>').map((part) => part.trim()), mark})), 0)
}

/** Families of the templates' faces, each with the licence that stands in its package; that of DejaVu names another than its own. */
function familiesWithLicences(): string[] {
  const root = fileURLToPath(new URL('../..', import.meta.url))
  const faces = readFileSync(join(root, 'templates/fonts.css'), 'utf8').split('@font-face').slice(1)
  const named = faces.filter((face) => !face.includes('RTL"')).map((face) => {
    const folder = /npm:((?:@[\w-]+\/)?[\w-]+)/.exec(face)?.[1] ?? ''
    const {license} = JSON.parse(readFileSync(join(root, 'node_modules', folder, 'package.json'), 'utf8')) as {license: string}
    const family = /font-family: "([^"]+)"/.exec(face)?.[1] ?? ''
    return `${family} (${family.startsWith('DejaVu') ? 'Bitstream-Vera' : license})`
  })
  return [...new Set(named)]
}

function variablesOf({book, edition}: BookIndex): ReadonlyMap<string, string> {
  return book.editions.find(({id}) => id === edition)?.variables ?? new Map<string, string>()
}

/** Anchor of a block that has one without being given it. */
function ownAnchor(section: Section, node: Nodes & {type: 'leafDirective' | 'containerDirective'}): string | undefined {
  if (node.name === 'quote') return `quote-${asciiSlug(toString(node))}`
  const label = node.name === 'definition' ? labelOf(node) : undefined
  return label && `${section.id}--${asciiSlug(new GithubSlugger().slug(toString(label)))}`
}

/** The labels that stand below a section's title. */
function labelLines({book, edition}: BookIndex, {matter}: Section): string[] {
  return [...book.labels].flatMap(([list, {title, isPrinted, all, terms}]) => {
    const carried = matter.labels?.[list] ?? []
    const offered = [...terms.values()].filter(({editions}) => editions?.includes(edition ?? '') !== false)
    const words = offered.filter(({id}) => carried.includes(id) || carried.includes('all')).map(({text}) => text)
    if (!isPrinted || words.length === 0) return []
    return [`${title}: ${all !== undefined && words.length === offered.length ? all : words.join(', ')}`]
  })
}

function nameHeading(index: BookIndex, section: Section, {title, anchor, slug}: {title: string; anchor: string; slug: string}): void {
  const name = anchor === section.id ? section.title : title
  index.targets.set(anchor, {title: name})
  index.headings.push({anchor, title, name})
  if (section.file !== undefined) index.files.set(`${section.file}#${slug}`, anchor)
}

/** Words of a heading or caption without their markup. */
function plainText(index: BookIndex, node: Nodes): string {
  if (node.type === 'footnoteReference' || node.type === 'html') return ''
  if (node.type === 'textDirective' && node.name === 'fact') return index.book.facts.get(toString(node))?.text ?? ''
  if (node.type === 'textDirective' && node.name === 'var') return variablesOf(index).get(toString(node)) ?? ''
  if (node.type === 'image' || node.type === 'imageReference') return node.alt ?? ''
  if ('value' in node) return node.value
  return 'children' in node ? node.children.map((child) => plainText(index, child)).join('') : ''
}

function* everySection(sections: readonly Section[], edition: string | undefined): Generator<Section> {
  for (const section of sections) {
    if (edition !== undefined && section.matter.editions !== undefined && !section.matter.editions.includes(edition)) continue
    yield {...section, title: section.titles?.get(edition ?? '') ?? section.title}
    yield* everySection(section.children, edition)
  }
}

/** Cuts pieces into words; a word that any exact piece touches is exact. */
function toWords(pieces: readonly Piece[], section: string, labelOfAnchor: (anchor: string) => string | undefined): ManuscriptWord[] {
  const words: ManuscriptWord[] = []
  let word = ''
  let exact = false
  const finish = (): void => {
    if (word !== '') words.push({text: word, exact, section})
    word = ''
    exact = false
  }
  for (const piece of pieces) {
    const label = (anchor: string): string => labelOfAnchor(anchor) ?? `?${anchor}`
    const text = 'pageOf' in piece ? label(piece.pageOf) : 'later' in piece ? piece.later(label) : piece.text
    for (const part of text.split(/(\s+)/u)) {
      if (/^\s+$/u.test(part)) finish()
      else if (part !== '') {
        word += part
        exact ||= 'exact' in piece && piece.exact
      }
    }
  }
  finish()
  return words
}

/** Reads a book's text for one edition; the first edition stands when none is named. */
export function readManuscriptText(book: Book, edition: string | undefined = book.editions[0]?.id): ManuscriptText {
  const sections = [...everySection([...book.frontMatter, ...book.body, ...book.backMatter], edition)]
  const index: BookIndex = {book, edition, targets: new Map(), files: new Map(), headings: [], sections, definitions: [], quotes: [], marks: []}
  for (const section of sections) indexSection(index, section)
  return {
    headings: index.headings,
    words: (labelOfAnchor) => sections.flatMap((section) => toWords(new SectionText(index, section).read(), section.id, labelOfAnchor))
  }
}
