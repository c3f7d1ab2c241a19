// Review: the blocks of the manuscript as it is now are recognised as those of the registry, and what is new gets an id.

import {diffArrays} from 'diff'
import {longestRise} from './longest-rise.ts'
import {proposeCode} from './propose-code.ts'
import type {RegisteredBlock, RegisteredFile, Registry} from './registry.ts'
import {Wording} from './similarity.ts'
import type {TextBlock, TextSection} from './text-block.ts'

/** What became of blocks, as far as a person should hear of it. */
export interface Finding {
  readonly kind: 'moved' | 'split' | 'merged' | 'doubtful' | 'restored' | 'code-proposed'
  /** The blocks that it is about; of a split or a merger, the one that kept its id first. */
  readonly ids: readonly string[]
  readonly file: string
  readonly line: number
  /** How it was, or the code. */
  readonly before: string
}

export interface Matching {
  /** The registry as it is to be written. */
  readonly registry: Registry
  /** Ids of each section's blocks, in their order, by file. */
  readonly ids: ReadonlyMap<string, readonly string[]>
  readonly findings: readonly Finding[]
  /** How many blocks have an id for the first time, and how many left the text. */
  readonly added: number
  readonly removed: number
}

/** Likeness from which a block that stands where it stood is the same, and below which somebody should look at it. */
const likely = 0.35
const sure = 0.55
/** Likeness from which a block is known elsewhere. */
const likelyElsewhere = 0.75
/** Share of its words from which a block was part of another. */
const partOf = 0.8
/** Letters from which the same words elsewhere are no chance. */
const telling = 12
/** Letters from which words that stand in longer ones are no chance. */
const fewestKept = 4

interface Old extends RegisteredBlock {
  readonly file: string
  readonly index: number
  readonly wording: Wording
  match?: New
}

interface New extends TextBlock {
  readonly section: TextSection
  readonly index: number
  readonly wording: Wording
  match?: Old
  id?: string
}

/**
 * Matches in this order: the same words in the same order of a file, the same words elsewhere, words changed in their place, words changed
 * elsewhere. An id is never taken from one block and given to another, and never used again.
 */
export function matchBlocks(registry: Registry, sections: readonly TextSection[]): Matching {
  return new Matcher(registry, sections).match()
}

class Matcher {
  private readonly findings: Finding[] = []
  private readonly olds: ReadonlyMap<string, readonly Old[]>
  private readonly news: ReadonlyMap<string, readonly New[]>
  /** By file as it is now, the file in the registry that it was. */
  private readonly origins = new Map<string, RegisteredFile>()
  private readonly restored = new Map<string, string>()

  constructor(
    private readonly registry: Registry,
    private readonly sections: readonly TextSection[]
  ) {
    this.olds = new Map(registry.map(({file, blocks}) => [file, blocks.map((block, index) => ({...block, file, index, wording: new Wording(block.text)}))]))
    this.news = new Map(sections.map(section => [section.file, section.blocks.map((block, index) => ({...block, section, index, wording: new Wording(block.text)}))]))
  }

  match(): Matching {
    this.findOrigins()
    for (const {file} of this.sections) this.matchInOrder(this.oldsOf(file), this.news.get(file)!)
    this.matchSameElsewhere()
    for (const {file} of this.sections) this.matchEdited(this.oldsOf(file), this.news.get(file)!)
    this.matchEditedElsewhere()
    this.reportMoves()
    this.reportParts()
    return this.finish()
  }

  private oldsOf(file: string): readonly Old[] {
    const origin = this.origins.get(file)
    return origin ? this.olds.get(origin.file)! : []
  }

  /** A file that is gone is the new one that has most of its words. */
  private findOrigins(): void {
    const byFile = new Map(this.registry.map(each => [each.file, each]))
    for (const {file} of this.sections) if (byFile.has(file)) this.origins.set(file, byFile.get(file)!)
    const left = this.registry.filter(({file, blocks}) => !this.news.has(file) && blocks.length > 0)
    for (const {file, blocks} of this.sections) {
      if (this.origins.has(file)) continue
      const texts = new Set(blocks.map(({text}) => text).filter(text => text.length >= telling))
      const shared = left.map(each => ({each, count: each.blocks.filter(({text}) => texts.has(text)).length})).sort((a, b) => b.count - a.count)
      const [best] = shared
      if (!best || best.count === 0 || best.count < blocks.length / 4) continue
      this.origins.set(file, best.each)
      left.splice(left.indexOf(best.each), 1)
    }
  }

  private matchInOrder(olds: readonly Old[], news: readonly New[]): void {
    let [o, n] = [0, 0]
    for (const {added, removed, count = 0} of diffArrays(olds.map(({text}) => text), news.map(({text}) => text))) {
      if (!added && !removed) for (let i = 0; i < count; i++) pair(olds[o + i]!, news[n + i]!)
      if (!added) o += count
      if (!removed) n += count
    }
  }

  private matchSameElsewhere(): void {
    const free = groupBy([...this.olds.values()].flat().filter(old => !old.match && old.text.length >= telling), ({text}) => text)
    const gone = new Map(this.registry.flatMap(({gone}) => gone.map(block => [block.text, block])))
    for (const fresh of this.unmatchedNews()) {
      const same = free.get(fresh.text)?.filter(old => !old.match) ?? []
      const old = same.find(({file}) => file === this.origins.get(fresh.section.file)?.file) ?? same[0]
      if (old) pair(old, fresh)
      else if (fresh.text.length >= telling && gone.has(fresh.text)) this.restore(gone.get(fresh.text)!, fresh)
    }
  }

  private restore({id}: RegisteredBlock, fresh: New): void {
    if (this.restored.has(id)) return
    this.restored.set(id, fresh.section.file)
    fresh.id = id
    this.find('restored', [id], fresh, '')
  }

  /** Between two blocks that were recognised, those in the same order that are most alike. */
  private matchEdited(olds: readonly Old[], news: readonly New[]): void {
    for (const [gapOlds, gapNews] of gapsOf(olds, news)) {
      for (const [old, fresh] of alignAlike(gapOlds, gapNews)) {
        pair(old, fresh)
        if (old.wording.likeness(fresh.wording) < sure && !isKept(old.text, fresh.text)) this.find('doubtful', [old.id], fresh, old.text)
      }
    }
  }

  private matchEditedElsewhere(): void {
    const olds = [...this.olds.values()].flat().filter(old => !old.match && old.text.length >= telling)
    for (const fresh of this.unmatchedNews()) {
      let [best, score]: [Old | undefined, number] = [undefined, likelyElsewhere]
      for (const old of olds) {
        const ratio = old.text.length / fresh.text.length
        if (old.match || ratio > 2 || ratio < 0.5) continue
        const likeness = old.wording.likeness(fresh.wording)
        if (likeness >= score) [best, score] = [old, likeness]
      }
      if (best) pair(best, fresh)
    }
  }

  private *unmatchedNews(): Iterable<New> {
    for (const news of this.news.values()) for (const fresh of news) if (!fresh.match && fresh.id === undefined) yield fresh
  }

  /** A block that others of its file have passed, or that changed its file; neighbours that moved together are told together. */
  private reportMoves(): void {
    for (const {file} of this.sections) {
      const origin = this.origins.get(file)?.file
      const matched = this.news.get(file)!.filter((fresh): fresh is New & {match: Old} => fresh.match !== undefined)
      const stayed = longestRise(matched.filter(({match}) => match.file === origin).map(({match}) => match.index))
      let run: (New & {match: Old})[] = []
      const tell = () => {
        if (run.length > 0) this.find('moved', run.map(({match}) => match.id), run[0]!, this.placeBefore(run[0]!.match))
        run = []
      }
      for (const fresh of matched) {
        const hasMoved = fresh.match.file !== origin || !stayed.has(fresh.match.index)
        const last = run.at(-1)?.match
        if (!hasMoved || (last && (last.file !== fresh.match.file || last.index + 1 !== fresh.match.index))) tell()
        if (hasMoved) run.push(fresh)
      }
      tell()
    }
  }

  private placeBefore({file, index}: Old): string {
    const previous = this.olds.get(file)![index - 1]
    return previous ? `after ${previous.id}` : `the start of \`${file}\``
  }

  private reportParts(): void {
    for (const [file, news] of this.news) {
      for (const fresh of news) {
        if (fresh.match || fresh.id !== undefined) continue
        const whole = [news[fresh.index - 1], news[fresh.index + 1]].find(near => near?.match && isPart(fresh.wording, near.match.wording))
        if (whole?.match) this.findings.push({kind: 'split', ids: [whole.match.id], file, line: fresh.line, before: whole.match.text})
      }
    }
    for (const olds of this.olds.values()) {
      for (const old of olds) {
        if (old.match) continue
        const whole = [olds[old.index - 1], olds[old.index + 1]].find(near => near?.match && isPart(old.wording, near.match.wording))
        if (whole?.match) this.find('merged', [whole.id, old.id], whole.match, old.text)
      }
    }
  }

  private finish(): Matching {
    const kept = new Set(this.restored.keys())
    const files: RegisteredFile[] = []
    const ids = new Map<string, readonly string[]>()
    const codes = this.chooseCodes()
    const lasts = lastNumbers(this.registry)
    let added = 0
    for (const {file} of this.sections) {
      const code = codes.get(file)!
      const blocks = this.news.get(file)!.map(fresh => {
        let id = fresh.match?.id ?? fresh.id
        if (id === undefined) {
          const number = (lasts.get(code) ?? 0) + 1
          lasts.set(code, number)
          id = `${code}-${number}`
          added++
        }
        kept.add(id)
        return {id, kind: fresh.kind, text: fresh.text}
      })
      ids.set(file, blocks.map(({id}) => id))
      files.push({file, code, blocks, gone: []})
    }
    const removed = [...this.olds.values()].flat().filter(({id}) => !kept.has(id)).length
    return {registry: withGone(files, this.registry, kept), ids, findings: this.findings, added, removed}
  }

  /** What a section declares, else what it had, else what its title suggests. */
  private chooseCodes(): Map<string, string> {
    const codes = new Map<string, string>()
    for (const {file, code} of this.sections) {
      const known = code ?? this.origins.get(file)?.code
      if (known !== undefined) codes.set(file, known)
    }
    const taken = new Set([...codes.values(), ...this.registry.flatMap(({code, blocks, gone}) => [code, ...[...blocks, ...gone].map(({id}) => id.split('-')[0]!)])])
    for (const {file, title} of this.sections) {
      if (codes.has(file)) continue
      const code = proposeCode(title, taken)
      taken.add(code)
      codes.set(file, code)
      this.findings.push({kind: 'code-proposed', ids: [], file, line: 1, before: code})
    }
    return codes
  }

  private find(kind: Finding['kind'], ids: readonly string[], {section: {file}, line}: New, before: string): void {
    this.findings.push({kind, ids, file, line, before})
  }
}

function pair(old: Old, fresh: New): void {
  old.match = fresh
  fresh.match = old
}

/** Words were only added: whoever reads both sees the same thing. */
function isKept(old: string, now: string): boolean {
  const at = now.indexOf(old)
  return old.length >= fewestKept && at >= 0 && !/[\p{L}\p{N}]$/u.test(now.slice(0, at)) && !/^[\p{L}\p{N}]/u.test(now.slice(at + old.length))
}

function isPart(part: Wording, whole: Wording): boolean {
  return part.text.length >= telling && part.text.length < whole.text.length && part.containedIn(whole) >= partOf
}

/** Runs of unmatched blocks that stand between the same matched ones. */
function* gapsOf(olds: readonly Old[], news: readonly New[]): Iterable<[Old[], New[]]> {
  const [first] = olds
  const stayed = longestRise(news.flatMap(({match}) => (match && first && match.file === first.file ? [match.index] : [])))
  let o = 0
  let gap: New[] = []
  for (const fresh of [...news, undefined]) {
    const isAnchor = fresh?.match !== undefined && fresh.match.file === first?.file && stayed.has(fresh.match.index)
    if (fresh && !isAnchor) {
      if (!fresh.match && fresh.id === undefined) gap.push(fresh)
      continue
    }
    const end = fresh?.match?.index ?? olds.length
    const free = olds.slice(o, end).filter(old => !old.match)
    if (free.length > 0 && gap.length > 0) yield [free, gap]
    o = end + 1
    gap = []
  }
}

/** Pairs in the same order whose likenesses add up to most. A gap of one block against one is the same block, changed beyond likeness. */
function alignAlike(olds: readonly Old[], news: readonly New[]): [Old, New][] {
  const width = news.length + 1
  const best = new Float64Array((olds.length + 1) * width)
  const score = (o: number, n: number) => {
    const [old, fresh] = [olds[o]!, news[n]!]
    const likeness = old.wording.likeness(fresh.wording) * (old.kind === fresh.kind ? 1 : 0.9)
    return likeness >= likely ? likeness : 0
  }
  const scores = olds.map((_, o) => news.map((__, n) => score(o, n)))
  for (let o = olds.length - 1; o >= 0; o--) {
    for (let n = news.length - 1; n >= 0; n--) {
      const paired = scores[o]![n]! > 0 ? scores[o]![n]! + best[(o + 1) * width + n + 1]! : 0
      best[o * width + n] = Math.max(paired, best[(o + 1) * width + n]!, best[o * width + n + 1]!)
    }
  }
  const pairs: [Old, New][] = []
  for (let o = 0, n = 0; o < olds.length && n < news.length; ) {
    const here = best[o * width + n]!
    if (scores[o]![n]! > 0 && here === scores[o]![n]! + best[(o + 1) * width + n + 1]!) pairs.push([olds[o++]!, news[n++]!])
    else if (here === best[(o + 1) * width + n]!) o++
    else n++
  }
  const isReplaced = pairs.length === 0 && olds.length === 1 && news.length === 1 && olds[0]!.kind === news[0]!.kind
  return isReplaced ? [[olds[0]!, news[0]!]] : pairs
}

function lastNumbers(registry: Registry): Map<string, number> {
  const lasts = new Map<string, number>()
  for (const {blocks, gone} of registry) {
    for (const {id} of [...blocks, ...gone]) {
      const [code = '', number = '0'] = id.split('-')
      lasts.set(code, Math.max(lasts.get(code) ?? 0, Number(number)))
    }
  }
  return lasts
}

/** Files with the blocks that left them. A file that is gone altogether stays for the sake of its ids. */
function withGone(files: readonly RegisteredFile[], registry: Registry, kept: ReadonlySet<string>): RegisteredFile[] {
  const gone = new Map(registry.map(({file, blocks, gone}) => [file, [...gone, ...blocks].filter(({id}) => !kept.has(id)).sort(byNumber)]))
  const now = new Set(files.map(({file}) => file))
  const left = registry.filter(({file}) => !now.has(file) && gone.get(file)!.length > 0)
  return [
    ...files.map(each => ({...each, gone: gone.get(each.file) ?? []})),
    ...left.map(({file, code}) => ({file, code, blocks: [], gone: gone.get(file)!}))
  ]
}

function byNumber(a: RegisteredBlock, b: RegisteredBlock): number {
  const [codeA = '', numberA] = a.id.split('-')
  const [codeB = '', numberB] = b.id.split('-')
  return codeA < codeB ? -1 : codeA > codeB ? 1 : Number(numberA) - Number(numberB)
}

function groupBy<T>(list: readonly T[], keyOf: (each: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const each of list) {
    const key = keyOf(each)
    const group = groups.get(key)
    if (group) group.push(each)
    else groups.set(key, [each])
  }
  return groups
}
