// Render: a Book becomes Units for paper and one HTML file for screens. Everything that can be said of the manuscript is said on the way.

import type {Block} from '../book/block.ts'
import type {Book, BookMetadata} from '../book/book.ts'
import {diagnose, type Diagnostic} from '../diagnostics/diagnose.ts'
import {nearestName} from '../diagnostics/nearest-name.ts'
import type {Templates} from '../io/templates.ts'
import type {Answer} from './answer.ts'
import {answerLookups} from './answer-lookups.ts'
import {indexBook, ownAnchors, type BookIndex} from './book-index.ts'
import {contentsEntries, entryAnchors, printedContents, type ContentsEntry} from './contents.ts'
import {FigureShelf, type FigureSource} from './figure-shelf.ts'
import {fillFragment} from './fill-fragment.ts'
import {copyrightPage, cover, titlePage} from './front-pages.ts'
import {makeFragments, type FragmentStore} from './make-fragments.ts'
import type {Medium} from './medium.ts'
import {outlineBook, type OutlineEntry} from './outline-book.ts'
import {placeOf} from './place-of.ts'
import {planUnits, sectionsOf, type SectionUnit, type UnitSection} from './plan-units.ts'
import {printDocument} from './print-document.ts'
import {PrintMedium} from './print-medium.ts'
import {printedWords, type PrintedWords} from './printed-words.ts'
import {screenDocument} from './screen-document.ts'
import {screenMedium} from './screen-medium.ts'
import {allSections, sectionsOfEdition, type RenderedBook, type RenderedSection} from './section-list.ts'
import {specimenMain} from './specimen.ts'
import {declaredFaces, printStyle, screenStyle, type PrintStyle} from './style-sheets.ts'
import type {Asset, AssetStore, Unit, UnitHeading} from './unit.ts'
import {writeHtml} from './write-html.ts'

export interface RenderOptions {
  /** Id of the edition; the first one declared when absent. */
  readonly edition?: string
  /** One of the templates' profiles. */
  readonly profile: string
  readonly paper: 'letter' | 'a4'
  readonly templates: Templates
  readonly figures: FigureSource
  /** Where the work done for each file is kept for the next build. */
  readonly fragments?: FragmentStore
}

/** A unit before it is written: what page planning needs of it. */
export interface UnitPlan {
  readonly id: string
  readonly title: string
  readonly start: Unit['start']
  readonly numbering: Unit['numbering']
  /** Characters of manuscript that it holds, for a first guess at its pages. */
  readonly characters: number
  /** Its anchors, each with the count of characters before it. */
  readonly anchors: readonly {readonly id: string; readonly at: number}[]
}

export interface Renderer {
  /** Everything that is wrong with the manuscript as far as rendering can see, in reading order. */
  readonly messages: readonly Diagnostic[]
  /** Units in the order of the book. */
  readonly plans: readonly UnitPlan[]
  /** The unit's document; each printed page number has the shape of its anchor's label, `00` where the label is not known. */
  renderUnit(plan: UnitPlan, labelOf: (anchor: string) => string | undefined): Unit
  /** The whole book as one HTML file that needs no other. */
  renderScreen(): string
  /** A unit that prints every figure and letter of page numbers in every face, so that its fonts have them. */
  specimen(): Unit
  /** Assets of the units that were rendered so far. */
  readonly assets: AssetStore
  /** Headings of the whole book, for the PDF's outline. */
  readonly outline: readonly OutlineEntry[]
}

/** Reads every section, checks every reference, and stands ready to write units. Throws for a profile that the templates do not have. */
export function createRenderer(book: Book, options: RenderOptions): Renderer {
  return new BookRenderer(book, options)
}

/** How a unit is written when its turn comes. */
interface PlannedUnit {
  readonly plan: UnitPlan
  readonly kind: string
  readonly write: (medium: PrintMedium) => string
  readonly headings: readonly UnitHeading[]
  readonly blocks?: Readonly<Record<string, Block>>
}

class BookRenderer implements Renderer {
  readonly messages: readonly Diagnostic[]
  readonly plans: readonly UnitPlan[]
  readonly outline: readonly OutlineEntry[]
  readonly assets: Map<string, Asset>
  private readonly metadata: BookMetadata
  private readonly words: PrintedWords
  private readonly rendered: RenderedBook
  private readonly index: BookIndex
  private readonly answers = new Map<string, readonly Answer[]>()
  private readonly contents: readonly ContentsEntry[]
  private readonly style: PrintStyle
  private readonly planned: ReadonlyMap<string, PlannedUnit>
  private readonly written = new Map<string, WrittenUnit>()

  constructor(
    private readonly book: Book,
    private readonly options: RenderOptions
  ) {
    const edition = options.edition ?? book.editions[0]?.id
    this.style = printStyle(options.templates, options.profile, options.paper)
    this.assets = new Map(this.style.assets)
    this.metadata = metadataOfEdition(book, edition)
    const {language} = this.metadata
    this.words = printedWords(language)
    const setting = {edition, editions: book.editions.map(({id}) => id), plain: book.plain, language}
    this.rendered = makeFragments(sectionsOfEdition(book, edition), setting, book.folder, options.fragments)
    const sections = allSections(this.rendered)
    this.index = indexBook(sections, book.facts)
    this.messages = [...unknownEdition(book, edition), ...this.answerAll(sections)]
    this.contents = contentsEntries(this.rendered, this.index)
    const units = [...this.planFrontPages(), ...planUnits(this.rendered, book.plain).map(unit => this.planSections(unit))]
    this.planned = new Map(withOwnIds(units).map(unit => [unit.plan.id, unit]))
    this.plans = [...this.planned.values()].map(({plan}) => plan)
    this.outline = outlineBook([...this.planned.values()].flatMap(({headings}) => headings))
  }

  renderUnit({id}: UnitPlan, labelOf: (anchor: string) => string | undefined): Unit {
    const planned = this.planned.get(id)
    if (!planned) throw new Error(`Unexpected unit \`${id}\`, expected one of the plans`)
    const shapeOf = (anchor: string) => labelOf(anchor)?.replace(/\d/g, '0') ?? '00'
    const earlier = this.written.get(id)
    if (earlier && [...earlier.shapes].every(([anchor, shape]) => shapeOf(anchor) === shape)) return earlier.unit
    const written = this.write(planned, shapeOf)
    this.written.set(id, written)
    return written.unit
  }

  renderScreen(): string {
    const medium = screenMedium(this.metadata.language)
    const {frontMatter, body, backMatter} = this.rendered
    const main = [...frontMatter, ...body, ...backMatter].map(section => this.sectionHtml(asUnitSection(section), medium)).join('\n')
    return screenDocument({metadata: this.metadata, words: this.words, contents: this.contents, css: screenStyle(this.options.templates), main})
  }

  specimen(): Unit {
    const {language} = this.metadata
    const html = this.documentOf({title: 'Specimen', kind: 'specimen', anchors: [], main: specimenMain(declaredFaces(this.options.templates), language)})
    return {
      id: 'specimen',
      title: 'Specimen',
      html,
      assets: [...this.style.assets.keys()].sort(),
      start: 'next',
      numbering: 'none',
      headings: [],
      blocks: {},
      anchors: [],
      references: []
    }
  }

  /** Messages of every section: of its own file first, then of what it asks from others. */
  private answerAll(sections: readonly RenderedSection[]): Diagnostic[] {
    const {book, index, options} = this
    const library = {book, index, shelf: new FigureShelf(options.figures), hasFile: fileFinder(options.figures), quotePlaces: new Map<string, string>()}
    const messages = [...index.messages]
    for (const rendered of sections) {
      const {answers, messages: unanswered} = answerLookups(rendered, library)
      this.answers.set(rendered.section.id, answers)
      messages.push(...fragmentMessages(rendered), ...unanswered)
    }
    return sortByPlace(messages, sections)
  }

  private planFrontPages(): PlannedUnit[] {
    const {metadata, words, contents, book} = this
    const {language, title} = metadata
    const atStart: Block = {kind: 'heading', place: {file: 'book.yaml', line: 1, column: 1}, id: ownAnchors.cover}
    const page = (id: string, name: string, more: Partial<UnitPlan>): UnitPlan => ({id, title: name, start: 'recto', numbering: 'none', characters: 0, anchors: [], ...more})
    return [
      {
        plan: page('cover', title, {start: 'next', anchors: [{id: ownAnchors.cover, at: 0}]}),
        kind: 'cover',
        write: () => writeHtml(...cover(metadata, book.plain ? undefined : '0')),
        headings: [{id: ownAnchors.cover, level: 1, title}],
        ...(book.plain ? {} : {blocks: {'0': atStart}})
      },
      {plan: page('title-page', words.titlePage, {}), kind: 'title-page', write: () => writeHtml(...titlePage(metadata)), headings: []},
      {plan: page('copyright', words.imprint, {start: 'next'}), kind: 'copyright', write: () => writeHtml(...copyrightPage(metadata, words)), headings: []},
      {
        plan: page('contents', words.contents, {numbering: 'roman', characters: lengthOfContents(contents), anchors: [{id: ownAnchors.contents, at: 0}]}),
        kind: 'contents',
        write(medium) {
          for (const anchor of entryAnchors(contents)) medium.onLink(anchor)
          return printedContents(contents, language, words)
        },
        headings: [{id: ownAnchors.contents, level: 1, title: words.contents}]
      }
    ]
  }

  private planSections(unit: SectionUnit): PlannedUnit {
    const sections = sectionsOf(unit)
    const first = sections[0]!
    const title = this.index.targets.get(first.section.id)!.title
    const anchors: {id: string; at: number}[] = []
    const headings: UnitHeading[] = []
    let characters = 0
    for (const {section, fragment} of sections) {
      for (const anchor of fragment.anchors) {
        const id = this.index.renamed.get(section.id)?.get(anchor.id) ?? anchor.id
        anchors.push({id, at: characters + anchor.span[4]})
        if (anchor.level !== undefined) headings.push({id, level: anchor.level, title: this.index.targets.get(id)!.title})
      }
      characters += section.source.length
    }
    return {
      plan: {id: first.section.id, title, start: 'recto', numbering: unit.kind === 'front' ? 'roman' : 'arabic', characters, anchors},
      kind: unit.kind,
      write: medium => unit.sections.map(section => this.sectionHtml(section, medium)).join('\n'),
      headings
    }
  }

  private write({plan, kind, write, headings, blocks}: PlannedUnit, shapeOf: (anchor: string) => string): WrittenUnit {
    const medium = new PrintMedium(this.metadata.language, {word: this.words.page, of: shapeOf})
    const main = write(medium)
    for (const {url, asset} of medium.pictures.values()) this.assets.set(url, asset)
    const anchors = plan.anchors.map(anchor => anchor.id)
    const {id, title, start, numbering} = plan
    const unit: Unit = {
      id,
      title,
      html: this.documentOf({title, kind, anchors, main}),
      assets: [...this.style.assets.keys(), ...medium.pictures.keys()].sort(),
      start,
      numbering,
      headings,
      blocks: blocks ?? medium.blocks,
      anchors,
      references: medium.references
    }
    return {unit, shapes: medium.shapes}
  }

  private documentOf(parts: {title: string; kind: string; anchors: readonly string[]; main: string}): string {
    const {language, title} = this.metadata
    return printDocument({language, bookTitle: title, profile: this.options.profile, css: this.style.css, ...parts})
  }

  private sectionHtml({rendered, children}: UnitSection, medium: Medium): string {
    medium.enter(rendered)
    const own = fillFragment(rendered, this.answers.get(rendered.section.id)!, this.index, this.words, medium)
    const below = children.map(child => this.sectionHtml(child, medium))
    const {depth} = rendered.section
    return [`<section class="section section-depth-${depth}"${medium.stamp('sect', '', false, undefined)}>`, own, ...below, '</section>'].join('\n')
  }
}

interface WrittenUnit {
  readonly unit: Unit
  /** Shapes of the page slots in it, by anchor. */
  readonly shapes: ReadonlyMap<string, string>
}

function metadataOfEdition({metadata, editions}: Book, id: string | undefined): BookMetadata {
  const edition = editions.find(each => each.id === id)
  return {
    ...metadata,
    ...(edition?.title === undefined ? {} : {title: edition.title}),
    ...(edition?.subtitle === undefined ? {} : {subtitle: edition.subtitle})
  }
}

function unknownEdition({editions}: Book, edition: string | undefined): Diagnostic[] {
  const ids = editions.map(({id}) => id)
  if (edition === undefined || ids.includes(edition)) return []
  const nearest = nearestName(edition, ids)
  const note = nearest === undefined ? 'declare it under `editions` in `book.yaml`' : `did you mean \`${nearest}\`?`
  return [diagnose('edition-unknown', `Unexpected edition \`${edition}\`, expected one that \`book.yaml\` declares`, {}, note)]
}

function fragmentMessages({section, fragment}: RenderedSection): Diagnostic[] {
  return fragment.messages.map(({rule, reason, span, note, level}) => diagnose(rule, reason, span ? placeOf(section, span) : {file: section.file}, note, level))
}

/** In the order in which sections are read, and in that of the lines of each file. */
function sortByPlace(messages: readonly Diagnostic[], sections: readonly RenderedSection[]): Diagnostic[] {
  const order = new Map(sections.map(({section}, index) => [section.file, index]))
  const rank = ({file}: Diagnostic) => order.get(file) ?? -1
  return [...messages].sort((a, b) => rank(a) - rank(b) || (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0))
}

/** Knows files and folders; lists them when first asked. */
function fileFinder(figures: FigureSource): (path: string) => boolean {
  let known: Set<string> | undefined
  return path => {
    known ??= withFolders(figures.list())
    return known.has(path.replace(/\/+$/, ''))
  }
}

function withFolders(files: readonly string[]): Set<string> {
  const paths = new Set<string>(['', '.'])
  for (const file of files) {
    for (let path = file.replace(/\/$/, ''); path !== '' && !paths.has(path); path = path.slice(0, Math.max(0, path.lastIndexOf('/')))) paths.add(path)
  }
  return paths
}

/** A section's id names its unit, unless one of the book's own pages has that name. */
function withOwnIds(units: readonly PlannedUnit[]): PlannedUnit[] {
  const taken = new Set<string>()
  return units.map(unit => {
    let {id} = unit.plan
    while (taken.has(id)) id += '-section'
    taken.add(id)
    return {...unit, plan: {...unit.plan, id}}
  })
}

function asUnitSection(rendered: RenderedSection): UnitSection {
  return {rendered, children: rendered.children.map(asUnitSection)}
}

/** Two dozen lines of contents fill what two thousand characters of text do. */
function lengthOfContents(entries: readonly ContentsEntry[]): number {
  return entryAnchors(entries).length * 80
}
