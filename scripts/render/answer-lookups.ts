// Render: every lookup of a fragment is answered from the book, or reported.

import type {Section} from '../book/section.ts'
import {diagnose, type Diagnostic} from '../diagnostics/diagnose.ts'
import {nearestName} from '../diagnostics/nearest-name.ts'
import type {Level, RuleId} from '../diagnostics/rules.ts'
import type {Answer} from './answer.ts'
import {bookAnchor, type BookIndex} from './book-index.ts'
import type {PictureFault} from './figure-shelf.ts'
import type {ImageLookup, LinkLookup, Lookup, Span} from './fragment.ts'
import {findLinkTarget} from './find-link-target.ts'
import {findLeftOut, findLeftOutFile, type LeftOut} from './left-out.ts'
import type {Library} from './library.ts'
import {withoutAnchors} from './lists/index-entries.ts'
import {listBook} from './lists/list-book.ts'
import {placeOf} from './place-of.ts'
import {plottedCount, type PlottedCount} from './plot.ts'
import {qrPicture} from './qr-picture.ts'
import {altFault} from './vague-words.ts'
import type {RenderedSection} from './section-list.ts'

/** Answers in the order of the lookups. A lookup without an answer is a gap or bare words, and a message. */
export function answerLookups(rendered: RenderedSection, library: Library): {answers: Answer[]; messages: Diagnostic[]} {
  const answerer = new Answerer(rendered, library)
  const answers = rendered.fragment.lookups.map(lookup => answerer.answer(lookup))
  return {answers, messages: answerer.messages}
}

class Answerer {
  readonly messages: Diagnostic[] = []
  private readonly section: Section

  constructor(
    private readonly rendered: RenderedSection,
    private readonly library: Library
  ) {
    this.section = rendered.section
  }

  answer(lookup: Lookup): Answer {
    switch (lookup.kind) {
      case 'fact':
        return this.fact(lookup.id, lookup.span)
      case 'variable':
        return this.variable(lookup.id, lookup.span)
      case 'qr':
        return {kind: 'picture', picture: qrPicture(lookup.to), alt: lookup.alt}
      case 'plot':
        return this.plot(lookup.facts, lookup.span)
      case 'quote':
        return this.quote(lookup.id, lookup.span)
      case 'reference':
        return this.reference(lookup.to, lookup.span)
      case 'term':
        return this.term(lookup)
      case 'link':
        return this.link(lookup)
      case 'image':
        return this.image(lookup)
      case 'list':
        return this.list(lookup)
    }
  }

  private fact(id: string, span: Span): Answer {
    const fact = this.library.book.facts.get(id)
    return fact ? {kind: 'text', text: fact.text} : this.missingFact(id, span)
  }

  private missingFact(id: string, span: Span): Answer {
    return this.missing('fact-unknown', `Unexpected fact \`${id}\`, expected an id from \`facts.yaml\``, id, span, nearest(id, this.library.book.facts.keys()))
  }

  /** What can be drawn of the facts. */
  private plot(ids: readonly string[], span: Span): Answer {
    const counts: PlottedCount[] = []
    for (const id of ids) {
      const fact = this.library.book.facts.get(id)
      if (!fact) {
        this.missingFact(id, span)
        continue
      }
      const counted = plottedCount(fact)
      if (counted) counts.push(counted)
      else this.report('fact-uncounted', `Unexpected fact \`${id}\` in a plot, expected one with a number and a label`, span, `give it a \`label\` at ${fact.file}:${fact.line}, and a \`number\` where its text is not in figures`)
    }
    return counts.length > 0 ? {kind: 'plot', counts} : {kind: 'missing', what: ids.join(', ')}
  }

  private variable(id: string, span: Span): Answer {
    const {book, edition} = this.library
    const variables = book.editions.find(each => each.id === edition)?.variables ?? new Map<string, string>()
    const text = variables.get(id)
    if (text !== undefined) return {kind: 'text', text}
    const expected = edition === undefined ? 'editions in `book.yaml`' : `a name under \`variables\` of \`${edition}\` in \`book.yaml\``
    return this.missing('variable-unknown', `Unexpected \`:var[${id}]\`, expected ${expected}`, id, span, nearest(id, variables.keys()))
  }

  private quote(id: string, span: Span): Answer {
    const {book, quotePlaces} = this.library
    const quote = book.quotes.get(id)
    if (!quote) {
      return this.missing(
        'quote-unknown',
        `Unexpected quote \`${id}\`, expected an id from \`quotes/\``,
        id,
        span,
        nearest(id, book.quotes.keys())
      )
    }
    const earlier = quotePlaces.get(id)
    if (earlier !== undefined) {
      this.report(
        'quote-repeated',
        `Unexpected second use of quote \`${id}\`, expected each quote once`,
        span,
        `it stands at ${earlier} already`
      )
    }
    quotePlaces.set(id, earlier ?? `${this.section.file ?? this.section.id}:${span[0]}`)
    return {kind: 'quote', quote}
  }

  private reference(to: string, span: Span): Answer {
    const anchor = this.ownAnchor(to) ?? to
    const {targets} = this.library.index
    const target = targets.get(anchor)
    if (target) return {kind: 'anchor', anchor, title: target.title}
    const leftOut = findLeftOut(anchor, this.library)
    if (leftOut) return this.leftOut(`cross-reference \`${to}\``, leftOut, to, span)
    const note = nearest(to, namedTargets(this.library.index)) ?? 'give the heading, figure or definition that is meant, or an id'
    return this.missing('reference-unknown', `Unexpected cross-reference \`${to}\`, expected an anchor of the book`, to, span, note)
  }

  private leftOut(what: string, {place, editions}: LeftOut, to: string, span: Span): Answer {
    const {edition} = this.library
    const where = edition === undefined ? 'the book' : `the edition \`${edition}\``
    const carriers = editions === undefined ? '' : `, which is kept for ${editions.map(id => `\`${id}\``).join(', ')}`
    const note = `it stands at ${place}${carriers}; keep the reference for the same editions with \`:only[…]{edition=…}\``
    return this.missing('reference-left-out', `Unexpected ${what}, expected something that ${where} carries`, to, span, note)
  }

  /** An anchor of the same file by its name there; anchors of the book go first, so that a name means the same everywhere. */
  private ownAnchor(name: string): string | undefined {
    const {index} = this.library
    if (index.targets.has(name)) return undefined
    const anchor = this.rendered.fragment.aliases[name]
    return anchor === undefined ? undefined : bookAnchor(anchor, this.section, index)
  }

  private term({to, isAnchor, span}: Extract<Lookup, {kind: 'term'}>): Answer {
    const {terms, targets} = this.library.index
    const anchor = isAnchor ? to : terms.get(to.toLowerCase())
    const target = anchor === undefined ? undefined : targets.get(anchor)
    if (anchor !== undefined && target) return {kind: 'anchor', anchor, title: target.title}
    const note = isAnchor ? nearest(to, terms.values()) : nearest(to, terms.keys())
    this.report(
      'term-unknown',
      `Unexpected term \`${to}\`, expected ${isAnchor ? 'the id of a definition' : 'a term that is defined'}`,
      span,
      note ?? 'write `:term[words]{to=id}` with the id of the definition'
    )
    return {kind: 'missing', what: to}
  }

  private link({href, span}: LinkLookup): Answer {
    const {index, hasFile, book} = this.library
    const found = findLinkTarget(href, this.rendered, index, hasFile)
    const leftOut = found.kind === 'file' ? findLeftOutFile(found.path, book) : found.kind === 'unknown' ? findLeftOut(href.replace(/^#/, ''), this.library) : undefined
    if (leftOut) return this.leftOut(`link to \`${href}\``, leftOut, href, span)
    switch (found.kind) {
      case 'anchor':
        return {kind: 'anchor', anchor: found.anchor, title: index.targets.get(found.anchor)?.title ?? ''}
      case 'address':
        return {kind: 'address', href: found.href}
      case 'unsafe':
        this.report(
          'link-unsafe',
          `Unexpected link to \`${shorten(href)}\`, expected a web page, a mail address or a place in the book`,
          span
        )
        return {kind: 'words'}
      case 'file':
        this.report(
          'link-outside',
          `Unexpected link to \`${href}\`, expected a section of the book`,
          span,
          'its words are printed without the link'
        )
        return {kind: 'words'}
      case 'unknown':
        this.report(
          'link-unknown',
          `Unexpected link to \`${href}\`, expected ${found.expected}`,
          span,
          found.note,
          book.plain ? 'warning' : 'error'
        )
        return book.plain ? {kind: 'words'} : {kind: 'missing', what: href}
    }
  }

  private list(lookup: Extract<Lookup, {kind: 'list'}>): Answer {
    const {list, by, span} = lookup
    const {labels} = this.library.book
    const known = by === undefined ? undefined : labels.get(by)
    if (by === undefined || known) {
      const made = listBook(list, known, this.library)
      const first = this.library.sections.flatMap(({fragment}) => fragment.lookups).find(each => each.kind === 'list' && each.list === list)
      return {kind: 'list', list: made.kind === 'index' && first !== lookup ? {...made, entries: withoutAnchors(made.entries)} : made}
    }
    return this.missing('label-unknown', `Unexpected list of labels \`${by}\`, expected one that \`labels.yaml\` declares`, by, span, nearest(by, labels.keys()))
  }

  private image(lookup: ImageLookup): Answer {
    const {src, span} = lookup
    const {book, shelf} = this.library
    if (/^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(src)) {
      const note = 'save the picture into the folder and name the file'
      this.report(
        'image-remote',
        `Unexpected image from \`${shorten(src)}\`, expected a file of the book`,
        span,
        note,
        book.plain ? 'warning' : 'error'
      )
      return {kind: 'missing', what: lookup.alt ? lookup.alt : shorten(src)}
    }
    const picture = shelf.find(src, this.section.file)
    if (typeof picture === 'string') return this.missingPicture(src, picture, span)
    if (picture.header.hasText) {
      this.report(
        'figure-text',
        `Unexpected letters in \`${picture.path}\`, expected paths`,
        span,
        'turn text into paths in the drawing program'
      )
    }
    if (lookup.alt === undefined) this.reportAlt(src, span)
    else this.checkAlt(lookup.alt, span)
    return {kind: 'picture', picture, alt: lookup.alt ?? ''}
  }

  private reportAlt(src: string, span: Span): void {
    const {plain} = this.library.book
    const note = plain ? `say what the picture shows: \`![words](${src})\`` : 'say what the picture shows; one that only decorates is `::figure{src="…" decorative}`'
    this.report(
      'image-alt',
      `Unexpected image \`${src}\` without alternative text, expected words for it`,
      span,
      note,
      plain ? 'warning' : 'error'
    )
  }

  private checkAlt(alt: string, span: Span): void {
    const fault = altFault(alt)
    if (fault === undefined) return
    const found = fault === 'file-name' ? 'a file name' : 'words that announce an image'
    const note = fault === 'file-name' ? 'say what the picture shows' : 'begin with what it shows; that it is an image is said by itself'
    this.report('image-words', `Unexpected alternative text \`${shorten(alt)}\`, expected more than ${found}`, span, note, this.library.book.plain ? 'info' : 'warning')
  }

  private missingPicture(src: string, fault: PictureFault, span: Span): Answer {
    switch (fault) {
      case 'outside':
        return this.missing(
          'image-outside',
          `Unexpected image \`${src}\` outside the book’s folder, expected one inside`,
          src,
          span,
          'copy it into the folder'
        )
      case 'format':
        return this.missing('image-format', `Unexpected content of \`${src}\`, expected SVG, PNG, JPEG, WebP or GIF`, src, span)
      case 'unreadable':
        return this.missing('image-missing', `Unexpected failure to read \`${src}\`, expected an ordinary file`, src, span)
      case 'missing':
        return this.missing(
          'image-missing',
          `Unexpected image \`${src}\`, expected a file of the book`,
          src,
          span,
          'paths start at the Markdown file or at the book’s folder',
          this.library.book.plain ? 'warning' : 'error'
        )
    }
  }

  private missing(rule: RuleId, reason: string, what: string, span: Span, note?: string, level?: Level): Answer {
    this.report(rule, reason, span, note, level)
    return {kind: 'missing', what}
  }

  private report(rule: RuleId, reason: string, span: Span, note?: string, level?: Level): void {
    this.messages.push(diagnose(rule, reason, placeOf(this.section, span), note, level))
  }
}

function nearest(name: string, names: Iterable<string>): string | undefined {
  const found = nearestName(name, names)
  return found === undefined ? undefined : `the nearest is \`${found}\``
}

/** Anchors that a person would name. */
function* namedTargets({targets}: BookIndex): Iterable<string> {
  for (const [anchor, {kind}] of targets) if (kind !== 'note' && kind !== 'mark' && !anchor.startsWith('_')) yield anchor
}

function shorten(address: string): string {
  return address.length > 60 ? `${address.slice(0, 59)}…` : address
}
