// Review: returned files become comments, each at its block.

import {diagnose, type Diagnostic} from '../diagnostics/diagnose.ts'
import {nearestName} from '../diagnostics/nearest-name.ts'
import {openPages, type PageReader} from './anchor/page-reader.ts'
import {type Placement, Placer} from './anchor/place-mark.ts'
import type {Comment} from './comment.ts'
import {identify} from './comment-identity.ts'
import type {Mark} from './comments/mark.ts'
import {plainText} from './comments/plain-text.ts'
import {readReturned, type Returned} from './comments/read-returned.ts'
import {type ManifestBlock, readManifest, type RoundManifest} from './manifest.ts'
import {type Picture, pictureMarks, type TakePictures} from './picture.ts'
import {codeOf, hideFullNames, hideNames, joinNames, type NamesByCode} from './reviewer-codes.ts'
import {roundFolder} from './round.ts'

/** What is known of a round before anything is collected. */
export interface KnownRound {
  readonly hash: string
  readonly isClosed: boolean
  /** Codes of those who were asked. */
  readonly reviewers: readonly string[]
  readonly comments: ReadonlyMap<string, Comment>
}

/** A file that came back. */
export interface ReturnedCopy {
  read(): Uint8Array
  /** As the person who collects named it, for messages that only they see: it may be somebody's name. */
  readonly name?: string
  /** Needed of PDFs alone. */
  readonly picture?: TakePictures
}

export interface CollectWorld {
  /** `Book.name`. */
  readonly book: string
  readonly rounds: ReadonlyMap<number, KnownRound>
  /** Round of files that do not say theirs; the newest that is open without it. */
  readonly round?: number
  /** Secret of the reviewers' codes, and the names that are known, by code. */
  readonly secret: string
  readonly names?: NamesByCode
  /** Manifest of a round's frozen text, without places. */
  frozen(round: number): Promise<RoundManifest | undefined>
  /** What opens the first round, for who collects before there is one. */
  readonly openCommand: string
  /** The draft that was issued, if it is still there, for comments that came without their pages. */
  draft(round: number): Uint8Array | undefined
}

export interface CollectedComment {
  readonly comment: Comment
  readonly round: number
  readonly isNew: boolean
  /** One-based place among the files. */
  readonly source: number
  /** The first of its blocks, or the nearest. */
  readonly block?: ManifestBlock
  readonly picture?: Picture
}

export interface Collection {
  /** Every comment of every file, in the order of the files. */
  readonly comments: readonly CollectedComment[]
  /** Names by code, to be added to the key. */
  readonly names: NamesByCode
  readonly messages: readonly Diagnostic[]
}

/** What is longer was never a name. */
const longestName = 120

interface Draft {
  /** Of any copy: whose it is, it tells of no other file. */
  readonly manifest: Omit<RoundManifest, 'reviewer'>
  readonly pages: PageReader
  readonly hasPlaces: boolean
}

interface MarkFound {
  readonly mark: Mark
  readonly collected: CollectedComment
}

/** Reads the files one after another. Nothing of a file is dropped but with a message that says so. */
export async function collect(files: readonly ReturnedCopy[], world: CollectWorld): Promise<Collection> {
  return new Collector(world, files).run()
}

class Collector {
  private readonly comments: CollectedComment[] = []
  private names: NamesByCode = new Map()
  private readonly messages: Diagnostic[] = []
  /** Words that the reviewed text writes small. */
  private readonly words = new Set<string>()
  private readonly drafts = new Map<number, Draft>()
  private readonly met = new Map<number, Map<string, Comment>>()

  constructor(
    private readonly world: CollectWorld,
    private readonly files: readonly ReturnedCopy[]
  ) {}

  async run(): Promise<Collection> {
    const later: {returned: Returned; source: number}[] = []
    for (const [index, file] of this.files.entries()) {
      const source = index + 1
      const returned = await readReturned(file.read())
      if ('reason' in returned) this.say('comment-file', `Unexpected ${returned.reason}${this.which(source)}, expected comments`, returned.hint)
      // Comments without pages are placed when the draft may have come with another file.
      else if (returned.pdf) await this.take(returned, source, file)
      else later.push({returned, source})
    }
    for (const {returned, source} of later) {
      const round = this.roundOf(returned)
      if (round !== undefined && !this.drafts.has(round) && returned.marks.some(({page}) => page !== undefined)) await this.openDraft(round)
      await this.take(returned, source)
    }
    // Names that the last file brought may stand in what the first one says.
    const comments = this.comments.map(each => (each.isNew ? {...each, comment: this.withoutNames(each.comment)} : each))
    return {comments: comments.sort((a, b) => a.source - b.source), names: this.names, messages: this.messages}
  }

  private async take(returned: Returned, source: number, copy?: ReturnedCopy): Promise<void> {
    for (const loss of returned.losses) this.say('comment-file-damaged', `Unexpected damage${this.which(source)}: ${loss}`, 'what could be read was collected; ask for the file again, or for what is missing')
    const manifest = await this.manifestOf(returned, source)
    if (!manifest) return
    const round = this.filingRound(manifest.round)
    const draft = this.draftOf(returned, manifest)
    if (returned.marks.length === 0) {
      this.say('comment-file-empty', `Unexpected file without comments${this.which(source)}, expected some`, 'what is written into the pages themselves, as some programs for handwriting do when they export, cannot be told from print; ask for the comments as annotations')
      return
    }
    this.comments.push(...(await this.addPictures(this.add(returned, manifest, draft, round, source), draft, source, copy)))
  }

  /** The manifest that places a file's marks, or nothing and the reason. */
  private async manifestOf(returned: Returned, source: number): Promise<RoundManifest | undefined> {
    const own = returned.manifest === undefined ? undefined : readManifest(returned.manifest)
    if (own && 'fault' in own) this.say('comment-file-damaged', `Unexpected ${own.fault}${this.which(source)}`, 'its comments are placed by their words instead')
    const manifest = own && 'manifest' in own ? own.manifest : undefined
    const head = manifest ?? returned.head
    if (head && head.book !== this.world.book) return this.refuse(source, `comments on another book, \`${head.book}\``, 'collect them in the folder of that book')
    const round = head?.round ?? this.roundOf(returned)
    if (round === undefined) return this.refuse(source, 'comments before any round was opened', `open one with \`${this.world.openCommand}\``)
    const known = this.world.rounds.get(round)
    if (!known) return this.refuse(source, `comments on round ${round}, which \`reviews/\` does not have`, 'look for the round’s folder in another copy of the book')
    if (head && head.hash !== known.hash) this.say('comment-file-round', `Unexpected text of round ${round}${this.which(source)}, expected the one that is frozen in \`reviews/\``, 'its comments are placed by the words of the copy that was reviewed; blocks have the same ids')
    const found = manifest ?? this.drafts.get(round)?.manifest ?? (await this.world.frozen(round))
    return found ?? this.refuse(source, `comments on round ${round}, whose frozen text cannot be read`, 'mend the files in its folder `base`')
  }

  private refuse(source: number, what: string, hint: string): undefined {
    this.say('comment-file', `Unexpected ${what}${this.which(source)}`, hint)
  }

  private roundOf({manifest, head}: Returned): number | undefined {
    if (manifest !== undefined) {
      const read = readManifest(manifest)
      if ('manifest' in read) return read.manifest.round
    }
    return head?.round ?? this.world.round ?? this.newestOpen() ?? [...this.world.rounds.keys()].sort((a, b) => b - a)[0]
  }

  private newestOpen(): number | undefined {
    return [...this.world.rounds].filter(([, {isClosed}]) => !isClosed).map(([number]) => number).sort((a, b) => b - a)[0]
  }

  /** Where comments are kept: late ones on a closed round go to the round that is open. */
  private filingRound(round: number): number {
    return this.world.rounds.get(round)!.isClosed ? (this.newestOpen() ?? round) : round
  }

  private draftOf({pdf, manifest: own}: Returned, manifest: RoundManifest): Draft | undefined {
    if (!pdf) return this.drafts.get(manifest.round)
    const draft = openDraft(pdf, manifest, own !== undefined)
    if (own !== undefined) this.drafts.set(manifest.round, draft)
    return draft
  }

  private async openDraft(round: number): Promise<void> {
    const bytes = this.world.draft(round)
    const returned = bytes && (await readReturned(bytes))
    if (!returned || !('pdf' in returned) || returned.manifest === undefined) return
    const read = readManifest(returned.manifest)
    if ('manifest' in read && read.manifest.round === round && read.manifest.book === this.world.book) this.drafts.set(round, openDraft(returned.pdf, read.manifest, true))
  }

  private add(returned: Returned, manifest: RoundManifest, draft: Draft | undefined, round: number, source: number): MarkFound[] {
    const codes = this.codesOf(returned, manifest.reviewer ?? returned.head?.reviewer, this.world.rounds.get(manifest.round)!.reviewers)
    const reviewers = returned.marks.map(({author}) => codes(author))
    this.sayUnknown(reviewers, manifest.round, source)
    for (const {text} of manifest.blocks) for (const [word] of text.matchAll(/(?<![\p{L}\p{N}])\p{Ll}[\p{L}'’-]*/gu)) this.words.add(word)
    const marks = returned.marks.map((mark, index) => ({mark, reviewer: reviewers[index]!}))
    // By its own names alone, so that a file that comes again is known although others have been met since.
    const own = new Map(returned.marks.flatMap(({author}, index) => (author === undefined || nameOf(author) === reviewers[index] ? [] : [[reviewers[index]!, [nameOf(author)]] as const])))
    const identities = identify(marks.map(({mark, reviewer}) => ({mark: signed(mark, own), reviewer})), manifest.round)
    const ids = new Map(marks.flatMap(({mark}, index) => (mark.name === undefined ? [] : [[mark.name, identities[index]!.id] as const])))
    const placer = new Placer(manifest, draft?.pages, draft?.hasPlaces ?? false)
    const blocks = new Map(manifest.blocks.map(block => [block.id, block]))
    const placements = new Map<string, Placement>()
    // Answers stand where what they answer stands, which comes before them in no file for sure.
    const order = [...marks.keys()].sort((a, b) => Number(marks[a]!.mark.parent !== undefined) - Number(marks[b]!.mark.parent !== undefined))
    const found: MarkFound[] = []
    for (const index of order) {
      const {mark, reviewer} = marks[index]!
      const {id, mark: markHash} = identities[index]!
      const parent = mark.parent === undefined ? undefined : ids.get(mark.parent)
      const inherited = parent === undefined ? undefined : placements.get(parent)
      const placement = inherited ?? placer.place(mark)
      placements.set(id, placement)
      const label = mark.page === undefined ? undefined : plainText(draft?.pages.label(mark.page) ?? '')
      const page = label === undefined ? undefined : label || String(mark.page! + 1)
      const comment: Comment = {
        id, kind: mark.kind, medium: mark.medium, reviewer, ...placement,
        ...(inherited && mark.lines === undefined ? {quote: '', before: '', after: ''} : {}),
        ...this.whereOf(mark, blocks),
        ...(page === undefined ? {} : {page}),
        ...(manifest.round === round ? {} : {textRound: manifest.round}),
        comment: mark.comment === placement.quote ? '' : mark.comment,
        ...(mark.suggestion === undefined ? {} : {suggestion: mark.suggestion}),
        ...(parent === undefined ? {} : {parent}),
        ...this.revisionOf(round, id, reviewer, markHash),
        ...(markHash === undefined ? {} : {mark: markHash})
      }
      const block = blocks.get(placement.blocks[0] ?? placement.nearest ?? '')
      found[index] = {mark, collected: this.keep(comment, round, source, block)}
    }
    this.sayNowhere(found, blocks, source)
    return found
  }

  /** What the reviewer wrote where the name of a block stands, unless all of it is known. */
  private whereOf({blocks: named = [], where = named.join(', ')}: Mark, known: ReadonlyMap<string, ManifestBlock>): {where?: string} {
    return where === '' || (named.length > 0 && named.every(id => known.has(id))) ? {} : {where}
  }

  /** A name that no block has is mostly a slip of the pen. */
  private sayNowhere(found: readonly MarkFound[], known: ReadonlyMap<string, ManifestBlock>, source: number): void {
    for (const {mark, collected: {comment, round, isNew}} of found) {
      for (const id of isNew ? (mark.blocks ?? []) : []) {
        if (known.has(id)) continue
        const near = [...new Set([nearestName(id, known.keys()), comment.nearest])].flatMap(each => (each === undefined ? [] : [`\`${each}\``]))
        const codes = [...new Set([...known.keys()].map(each => each.split('-')[0]))]
        const hint = near.length > 0 ? `near are ${near.join(' and ')}` : `names begin with ${codes.join(', ')}`
        this.say('block-unknown', `Unexpected name \`${id}\`${this.which(source)}, expected that of a block`, `${hint}; the comment is kept with it, and when you know what is meant, write that into \`blocks\` of \`${roundFolder(round)}/comments/${comment.id}.yaml\``)
      }
    }
  }

  /** Drawings that are new get a picture. */
  private async addPictures(found: readonly MarkFound[], draft: Draft | undefined, source: number, copy: ReturnedCopy | undefined): Promise<CollectedComment[]> {
    const marks = found.filter(({collected}) => collected.isNew).map(({mark}) => mark)
    const pictures = await pictureMarks(marks, copy?.picture, page => draft?.pages.read(page)?.glyphs ?? [])
    const lost = copy ? marks.filter(mark => mark.isPicture && pictures.get(mark)?.type !== 'png') : []
    if (lost.length > 0) {
      const pages = [...new Set(lost.map(({page = 0}) => draft?.pages.label(page) ?? page + 1))].join(', ')
      this.say('comment-picture', `Unexpected ${lost.length === 1 ? 'drawing' : `${lost.length} drawings`} without a picture${this.which(source)}, on page ${pages}, expected one of the page`, 'it is kept with its strokes alone, if it has any; keep the file, which shows it')
    }
    return found.map(({mark, collected}) => {
      const picture = pictures.get(mark)
      return picture ? {...collected, comment: {...collected.comment, isDrawn: true}, picture} : collected
    })
  }

  private keep(comment: Comment, round: number, source: number, block: ManifestBlock | undefined): CollectedComment {
    const met = this.met.get(round) ?? new Map<string, Comment>()
    this.met.set(round, met)
    // A file that comes again when its round is closed is known from there.
    const known = [...this.world.rounds].find(([, {comments}]) => comments.has(comment.id))
    const before = known?.[1].comments.get(comment.id) ?? met.get(comment.id)
    met.set(comment.id, comment)
    // What is kept already stays as it is: an editor may have placed it by hand.
    return {comment: before ?? comment, round: known?.[0] ?? round, isNew: before === undefined, source, ...(block ? {block} : {})}
  }

  /** The latest comment that the same mark was before. */
  private revisionOf(round: number, id: string, reviewer: string, mark: string | undefined): {revises?: string} {
    if (mark === undefined) return {}
    const known = [...this.world.rounds.get(round)!.comments.values()].filter(each => each.mark === mark && each.reviewer === reviewer)
    if (known.some(each => each.id === id)) return {}
    const revised = new Set(known.map(({revises}) => revises))
    const latest = known.find(each => !revised.has(each.id))
    return latest ? {revises: latest.id} : {}
  }

  /** Codes of a file's reviewers: the one that is written there, else that of the copy, whatever name the program wrote, unless several people marked it. */
  private codesOf({marks}: Returned, copy: string | undefined, reviewers: readonly string[]): (author: string | undefined) => string {
    const codeIn = (name: string) => (reviewers.includes(name) ? name : knownCode(name))
    // Anybody may have written into the file whose copy it is.
    const own = copy === undefined ? undefined : (codeIn(copy) ?? codeOf(copy, this.world.secret))
    if (copy !== undefined && own !== undefined && own !== copy) this.know(own, copy)
    const counts = new Map<string, number>()
    for (const name of marks.map(({author}) => nameOf(author))) if (name !== '' && codeIn(name) === undefined) counts.set(name, (counts.get(name) ?? 0) + 1)
    const [main = ''] = [...counts].sort(([, a], [, b]) => b - a)[0] ?? []
    return author => {
      const name = nameOf(author)
      const code = codeIn(name) ?? (own !== undefined && (name === main || name === '') ? own : codeOf(name, this.world.secret))
      if (name !== '' && code !== name) this.know(code, name)
      return code
    }
  }

  private know(code: string, name: string): void {
    this.names = joinNames(this.names, new Map([[code, [name]]]))
  }

  private withoutNames(comment: Comment): Comment {
    const hide = (text: string) => hideNames(text, joinNames(this.world.names ?? new Map(), this.names), this.words)
    return {...comment, ...(comment.where === undefined ? {} : {where: hide(comment.where)}), comment: hide(comment.comment), ...(comment.suggestion === undefined ? {} : {suggestion: hide(comment.suggestion)})}
  }

  /** A code that nobody was given may be a slip of the pen. */
  private sayUnknown(codes: readonly string[], round: number, source: number): void {
    const {reviewers} = this.world.rounds.get(round)!
    for (const code of new Set(codes)) {
      if (reviewers.length === 0 || reviewers.includes(code) || !isShortCode(code)) continue
      this.say('reviewer-unknown', `Unexpected reviewer \`${code}\`${this.which(source)}, expected a code of \`${roundFolder(round)}/round.yaml\``, 'what it says is kept; correct the code there and collect the file again, or add the code to `reviewers`')
    }
  }

  private which(source: number): string {
    const name = this.files[source - 1]!.name
    if (name !== undefined) return ` in \`${plainText(name)}\``
    return this.files.length === 1 ? '' : ` in file ${source} of ${this.files.length}`
  }

  private say(rule: Parameters<typeof diagnose>[0], reason: string, note: string): void {
    this.messages.push(diagnose(rule, reason, {}, note))
  }
}

function nameOf(author = ''): string {
  return plainText(author).slice(0, longestName)
}

/** The mark with full names as codes: ids are made of what it says, and shall not let anybody try names. */
function signed(mark: Mark, names: NamesByCode): Mark {
  const hide = (text: string) => hideFullNames(text, names)
  return {...mark, comment: hide(mark.comment), ...(mark.suggestion === undefined ? {} : {suggestion: hide(mark.suggestion)})}
}

/** Tables may have codes in the place of names. */
function knownCode(name: string): string | undefined {
  return isShortCode(name) || /^P-[0-9A-Z]{5}$/.test(name) ? name : undefined
}

function isShortCode(name: string): boolean {
  return /^R\d{1,4}$/.test(name)
}

function openDraft(pdf: NonNullable<Returned['pdf']>, {reviewer: _, ...manifest}: RoundManifest, isOwn: boolean): Draft {
  const unplaced = openPages(pdf, manifest.blocks, false)
  const hasPlaces = isOwn && (manifest.pages === undefined || manifest.pages === unplaced.count)
  return {manifest, hasPlaces, pages: hasPlaces ? openPages(pdf, manifest.blocks, true) : unplaced}
}
