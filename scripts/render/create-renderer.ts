// Render: a Book becomes Units for paper and one HTML file for screens. Everything that can be said of the manuscript is said on the way.

import {metadataOfEdition} from '../book/edition-of.ts'
import type {Book, BookMetadata} from '../book/book.ts'
import type {Section} from '../book/section.ts'
import type {Diagnostic} from '../diagnostics/diagnose.ts'
import type {Templates} from '../io/templates.ts'
import {answerBook} from './answer-book.ts'
import type {Answer} from './answer.ts'
import {indexBook, type BookIndex} from './book-index.ts'
import {contentsEntries, type ContentsEntry} from './contents.ts'
import {unknownEdition} from './unknown-edition.ts'
import {FigureShelf, type FigureSource, type Picture} from './figure-shelf.ts'
import {fileFinder} from './file-finder.ts'
import {fillFragment} from './fill-fragment.ts'
import {charactersOf, type SetCharacters} from './font-files.ts'
import type {FragmentBlock} from './fragment.ts'
import {grayPicture} from './gray-drawing.ts'
import {makeFragments, type FragmentStore} from './make-fragments.ts'
import {charactersOfList} from './lists/book-list.ts'
import {entryAnchors} from './lists/index-entries.ts'
import type {Medium, PagePlace} from './medium.ts'
import {outlineBook, type OutlineEntry} from './outline-book.ts'
import {planFrontPages, titledSheet} from './plan-front-pages.ts'
import {isPart, planUnits, sectionsOf, type SectionUnit, type UnitSection} from './plan-units.ts'
import {withOwnIds, type PlannedUnit, type UnitPlan} from './planned-unit.ts'
import {printDocument} from './print-document.ts'
import {PrintMedium, type SlotShape} from './print-medium.ts'
import {printedWords, type PrintedWords} from './printed-words.ts'
import {screenDocument} from './screen-document.ts'
import {screenMedium} from './screen-medium.ts'
import {sectionEnds} from './section-ends.ts'
import {printedLabels} from './section-labels.ts'
import {allSections, sectionsOfEdition, type RenderedBook, type RenderedSection} from './section-list.ts'
import {sectionTabs, type SectionTab} from './section-tabs.ts'
import {specimenMain} from './specimen.ts'
import {charactersOfPage, hasGrayDrawings, hasSides, printStyle, screenStyle, type Style} from './style-sheets.ts'
import {unservedLabels} from './unserved-labels.ts'
import type {Asset, AssetStore, Unit, UnitHeading} from './unit.ts'

export type {UnitPlan} from './planned-unit.ts'

export interface RenderOptions {
  /** Id of the edition; the first one when absent. */
  readonly edition?: string
  /** One of the templates' profiles. */
  readonly profile: string
  readonly paper: 'letter' | 'a4'
  readonly templates: Templates
  /** Versions for the colophon; that of Chromium where it prints. */
  readonly versions?: {readonly program: string; readonly chromium?: string}
  readonly figures: FigureSource
  /** Address of the page that leads from the HTML file to the book's other products. */
  readonly home?: string
  /** Where the work done for each file is kept for the next build. */
  readonly fragments?: FragmentStore
}

/** A section without those inside it. */
export interface SectionHtml {
  readonly section: Section
  readonly title: string
  readonly html: string
  /** In the order of the ordinals that the medium is given. */
  readonly blocks: readonly FragmentBlock[]
}

export interface OwnPage {
  readonly id: string
  readonly title: string
  /** Class of the body, besides `unit-`. */
  readonly kind: string
  /** HTML. */
  readonly main: string
  /** Ids in it that are destinations. */
  readonly anchors: readonly string[]
  /** CSS behind the templates'. */
  readonly css?: string
}

export interface Renderer {
  /** Everything that is wrong with the manuscript as far as rendering can see, in reading order. */
  readonly messages: readonly Diagnostic[]
  /** Units in the order of the book. */
  readonly plans: readonly UnitPlan[]
  /** True when the profile has left-hand and right-hand pages. */
  readonly hasSides: boolean
  /** About as many characters of the manuscript go on a page, by which the numbers of pages are guessed. */
  readonly charactersOfPage: number
  /**
   * The unit's document; each printed page number has the shape of its anchor's label, `00` where the label is not known. `placeOf` is asked by
   * units that follow pages.
   */
  renderUnit(plan: UnitPlan, labelOf: (anchor: string) => string | undefined, placeOf?: (anchor: string) => PagePlace | undefined): Unit
  /** The whole book as one HTML file that needs no other; a product may bring a medium of its own. */
  renderScreen(medium?: Medium): string
  /** Every section's own HTML in reading order, as the medium wants it, for products that say something of its blocks. */
  renderSections(medium: Medium): SectionHtml[]
  /** A page of the caller's own in the book's style; it is none of the plans. */
  renderPage(page: OwnPage): Unit
  /** A unit that prints every figure and letter of page numbers in every face that the book may ask for, so that its fonts have them. */
  specimen(): Unit
  /** Assets of the units that were rendered so far. */
  readonly assets: AssetStore
  /** Headings of the whole book, for the PDF's outline. */
  readonly outline: readonly OutlineEntry[]
}

/** What is printed of a book, and what is printed with it but takes no page of its own. */
export interface PrintSource extends Pick<Renderer, 'plans' | 'hasSides' | 'charactersOfPage' | 'renderUnit' | 'specimen' | 'assets'> {
  readonly overlays?: readonly Unit[]
}

/** Reads every section, checks every reference, and stands ready to write units. Throws for a profile that the templates do not have. */
export function createRenderer(book: Book, options: RenderOptions): Renderer {
  const steps = renderBySteps(book, options)
  for (;;) {
    const {done, value} = steps.next()
    if (done) return value
  }
}

/** The same by steps of one file, between which the caller may do something else. */
export function* renderBySteps(book: Book, options: RenderOptions): Generator<void, Renderer> {
  const edition = options.edition ?? book.editions[0]?.id
  const style = printStyle(options.templates, options.profile, options.paper, edition)
  const setting = {edition, editions: book.editions.map(({id}) => id), plain: book.plain, language: book.metadata.language, abbreviations: [...book.abbreviations.values()]}
  const rendered = yield* makeFragments(
    sectionsOfEdition(book, edition),
    setting,
    section => printedLabels(section, book.labels, edition),
    book.folder,
    options.fragments
  )
  return new BookRenderer(book, options, style, rendered)
}

interface WrittenUnit {
  readonly unit: Unit
  /** Shapes of the page slots in it, by anchor. */
  readonly shapes: ReadonlyMap<string, string>
  /** Where the anchors were that it is laid out by. */
  readonly places: ReadonlyMap<string, PagePlace>
}

class BookRenderer implements Renderer {
  readonly messages: readonly Diagnostic[]
  readonly plans: readonly UnitPlan[]
  readonly hasSides: boolean
  readonly charactersOfPage: number
  private readonly pictureInPrint: (picture: Picture) => Picture
  readonly outline: readonly OutlineEntry[]
  readonly assets: Map<string, Asset>
  private readonly metadata: BookMetadata
  private readonly words: PrintedWords
  private readonly index: BookIndex
  private readonly edition: string | undefined
  /** By the id of the entry of the book's order. */
  private readonly tabs: ReadonlyMap<string, SectionTab>
  private readonly answers: ReadonlyMap<string, readonly Answer[]>
  /** Everything besides the sections that may be printed. */
  private readonly otherTexts: string
  /** Anchors of the ends of sections, by the section's id. */
  private readonly ends: ReadonlyMap<string, string>
  private readonly contents: readonly ContentsEntry[]
  private readonly planned: ReadonlyMap<string, PlannedUnit>
  private readonly written = new Map<string, WrittenUnit>()

  constructor(
    book: Book,
    private readonly options: RenderOptions,
    private readonly style: Style,
    private readonly rendered: RenderedBook
  ) {
    const edition = options.edition ?? book.editions[0]?.id
    this.edition = edition
    this.hasSides = hasSides(options.templates, options.profile)
    this.charactersOfPage = charactersOfPage(options.templates, options.profile)
    this.pictureInPrint = hasGrayDrawings(options.templates, options.profile) ? grayPicture : picture => picture
    this.assets = new Map(this.style.assets)
    this.metadata = metadataOfEdition(book, edition)
    this.words = printedWords(this.metadata.language)
    const {facts, quotes, labels, abbreviations} = book
    const terms = [...labels.values()].map(list => [list.title, list.all, ...list.terms.values()])
    this.otherTexts = JSON.stringify([this.metadata, this.words, [...facts.values()], [...quotes.values()], terms, [...abbreviations.values()]])
    const sections = allSections(this.rendered)
    this.index = indexBook(sections, book.facts)
    this.ends = sectionEnds(sections)
    const library = {
      book,
      index: this.index,
      sections,
      edition,
      making: {program: '', ...options.versions, fonts: options.templates.fontLicences},
      shelf: new FigureShelf(options.figures),
      hasFile: fileFinder(options.figures),
      quotePlaces: new Map<string, string>()
    }
    const {answers, messages} = answerBook(sections, library)
    this.answers = answers
    this.messages = [...unknownEdition(book, edition), ...unservedLabels(book, sections, edition), ...messages]

    this.tabs = sectionTabs(this.rendered, id => this.titleOf(id))
    this.contents = contentsEntries(this.rendered, this.index, this.tabs)
    const sectionUnits = planUnits(this.rendered, book.plain).map(unit => this.planSections(unit))
    const units = withOwnIds(
      this.metadata.isSheet ? titledSheet(sectionUnits, this.metadata) : [...planFrontPages(this.metadata, this.contents, this.words, book.plain), ...sectionUnits]
    )
    this.planned = new Map(units.map(unit => [unit.plan.id, unit]))
    this.plans = units.map(({plan}) => plan)
    this.outline = outlineBook(units.flatMap(({headings}) => headings))
  }

  renderUnit({id}: UnitPlan, labelOf: (anchor: string) => string | undefined, placeOf: (anchor: string) => PagePlace | undefined = () => undefined): Unit {
    const planned = this.planned.get(id)
    if (!planned) throw new Error(`Unexpected unit \`${id}\`, expected one of the plans`)
    const shapeOf = (anchor: string) => labelOf(anchor)?.replace(/\d/g, '0') ?? '00'
    const earlier = this.written.get(id)
    if (earlier && [...earlier.shapes].every(([anchor, shape]) => shapeOf(anchor) === shape) && isSamePlaces(earlier.places, placeOf)) return earlier.unit
    const written = this.write(planned, {word: this.words.page, of: shapeOf, placeOf})
    this.written.set(id, written)
    return written.unit
  }

  renderScreen(medium: Medium = screenMedium(this.metadata.language)): string {
    const {metadata, words, contents, options} = this
    const {frontMatter, body, backMatter} = this.rendered
    const main = [...frontMatter, ...body, ...backMatter].map(section => this.sectionHtml(asUnitSection(section), medium)).join('\n')
    const document = (css: string) => screenDocument({metadata, words, contents, css, main, ...(options.home === undefined ? {} : {home: options.home})})
    return document(screenStyle(options.templates, this.edition).of(charactersOf(document(''))).css)
  }

  renderSections(medium: Medium): SectionHtml[] {
    return allSections(this.rendered).map(rendered => {
      const {section, fragment} = rendered
      medium.enter(rendered)
      const html = fillFragment(rendered, this.answers.get(section.id)!, this.index, this.words, medium)
      return {section, title: this.titleOf(section.id), html, blocks: fragment.blocks}
    })
  }

  renderPage({id, title, kind, main, anchors, css = ''}: OwnPage): Unit {
    const {html, assets} = this.documentOf({title, kind, anchors, main}, charactersOf(main, title, this.metadata.title))
    return {
      id,
      title,
      html: css === '' ? html : html.replace('</head>', `<style>\n${css}\n</style>\n</head>`),
      assets: [...assets].sort(),
      start: 'next',
      numbering: 'roman',
      headings: [],
      blocks: {},
      anchors,
      references: []
    }
  }

  specimen(): Unit {
    const [id, title] = ['specimen', 'Specimen']
    const characters = charactersOf(allSections(this.rendered).map(({fragment}) => fragment.html).join('\n'), this.otherTexts)
    const main = specimenMain(this.style.facesFor(characters), this.metadata.language)
    const {html, assets} = this.documentOf({title, kind: id, anchors: [], main}, characters)
    return {
      id,
      title,
      html,
      assets: [...assets].sort(),
      start: 'next',
      numbering: 'none',
      headings: [],
      blocks: {},
      anchors: [],
      references: []
    }
  }

  private planSections(unit: SectionUnit): PlannedUnit {
    const sections = sectionsOf(unit)
    const {id} = sections[0]!.section
    const anchors: {id: string; at: number}[] = []
    const headings: UnitHeading[] = []
    let characters = 0
    const indexes = (id: string) => this.answers.get(id)!.flatMap(answer => (answer.kind === 'list' && answer.list.kind === 'index' ? [answer.list] : []))
    const followsPages = sections.some(({section}) => indexes(section.id).length > 0)
    for (const {section, fragment} of sections) {
      for (const anchor of fragment.anchors) {
        const name = this.index.renamed.get(section.id)?.get(anchor.id) ?? anchor.id
        anchors.push({id: name, at: characters + anchor.span[4]})
        if (anchor.level !== undefined) headings.push({id: name, level: anchor.level, title: this.titleOf(name)})
      }
      const end = this.ends.get(section.id)
      characters += section.source.length + listCharacters(this.answers.get(section.id)!)
      for (const {entries} of indexes(section.id)) anchors.push(...entryAnchors(entries).map(id => ({id, at: characters})))
      if (end !== undefined) anchors.push({id: end, at: characters})
    }
    const tab = this.tabs.get(unit.entry.section.id)
    return {
      plan: {id, title: this.titleOf(id), start: 'recto', numbering: unit.kind === 'front' ? 'roman' : 'arabic', characters, anchors, ...(followsPages ? {followsPages} : {})},
      kind: isPart(unit) ? `${unit.kind} part` : unit.kind,
      hasOpener: isPart(unit),
      ...(tab ? {tab} : {}),
      headings,
      write: medium => unit.sections.map(section => this.sectionHtml(section, medium)).join('\n')
    }
  }

  private titleOf(anchor: string): string {
    return this.index.targets.get(anchor)!.title
  }

  private write({plan, kind, tab, hasOpener = false, headings, blocks, write}: PlannedUnit, slot: SlotShape): WrittenUnit {
    const medium = new PrintMedium(this.metadata.language, slot, this.pictureInPrint)
    const main = write(medium)
    for (const {url, asset} of medium.pictures.values()) this.assets.set(url, asset)
    const anchors = plan.anchors.map(anchor => anchor.id)
    const {id, title, start, numbering} = plan
    const {html, assets} = this.documentOf({title, kind, tab, anchors, main}, charactersOf(main, title, this.metadata.title, tab?.title ?? ''))
    const unit: Unit = {
      id,
      title,
      html,
      assets: [...assets, ...medium.pictures.keys()].sort(),
      start,
      numbering,
      hasOpener,
      headings,
      blocks: blocks ?? medium.blocks,
      anchors,
      references: medium.references
    }
    return {unit, shapes: medium.shapes, places: medium.places}
  }

  /** A document, and the addresses of its fonts. */
  private documentOf(
    parts: {title: string; kind: string; tab?: SectionTab | undefined; anchors: readonly string[]; main: string},
    characters: SetCharacters
  ): {html: string; assets: readonly string[]} {
    const {language, title} = this.metadata
    const {hasSides, options} = this
    const {css, assets} = this.style.of(characters)
    return {html: printDocument({language, bookTitle: title, profile: options.profile, hasSides, tab: undefined, css, ...parts}), assets}
  }

  private sectionHtml({rendered, children}: UnitSection, medium: Medium): string {
    medium.enter(rendered)
    const {depth, id, matter} = rendered.section
    const tab = depth === 0 ? this.tabs.get(id) : undefined
    const layout = matter.layout === undefined ? '' : ` section-${matter.layout}`
    const start = `<section class="section section-depth-${depth}${layout}${tab ? ` hue-${tab.hue}` : ''}"${medium.stamp('sect', '', false, undefined)}>`
    const own = fillFragment(rendered, this.answers.get(id)!, this.index, this.words, medium)
    return [start, own, ...children.map(child => this.sectionHtml(child, medium)), ...this.endHtml(id), '</section>'].join('\n')
  }

  private endHtml(section: string): string[] {
    const end = this.ends.get(section)
    return end === undefined ? [] : [`<div class="section-end" id="${end}"></div>`]
  }
}

function isSamePlaces(earlier: ReadonlyMap<string, PagePlace>, placeOf: (anchor: string) => PagePlace | undefined): boolean {
  return [...earlier].every(([anchor, {index, label}]) => {
    const place = placeOf(anchor)
    return place?.index === index && place.label === label
  })
}

function listCharacters(answers: readonly Answer[]): number {
  return answers.reduce((sum, answer) => sum + (answer.kind === 'list' ? charactersOfList(answer.list) : 0), 0)
}

function asUnitSection(rendered: RenderedSection): UnitSection {
  return {rendered, children: rendered.children.map(asUnitSection)}
}
