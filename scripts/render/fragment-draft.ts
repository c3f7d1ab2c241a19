// Render: what is gathered while one file goes through the pipeline; the plugins and handlers find it in the VFile's data.

import type {Position} from 'unist'
import type {VFile} from 'vfile'
import type {Abbreviation} from '../book/abbreviation.ts'
import type {RuleId, Level} from '../diagnostics/rules.ts'
import type {Fragment, FragmentAnchor, FragmentBlock, FragmentMessage, Lookup, Span} from './fragment.ts'
import type {PrintedWords} from './printed-words.ts'

/** What a fragment depends on besides its source. */
export interface FragmentSetting {
  readonly section: {readonly id: string; readonly title: string; readonly depth: number; readonly labels: readonly {readonly title: string; readonly labels: readonly string[]}[]}
  /** Edition that is built, if the book has editions. */
  readonly edition: string | undefined
  readonly editions: readonly string[]
  /** The book is a plain folder. */
  readonly plain: boolean
  readonly language: string
  readonly abbreviations: readonly Abbreviation[]
}

/** Everything here is filled in by reference while the file is parsed, changed and turned into HTML. */
export interface FragmentDraft {
  readonly setting: FragmentSetting
  /** The file as parsed, in which positions count. */
  readonly source: string
  readonly words: PrintedWords
  title: string
  /** By id, in the order of the file. */
  readonly anchors: Map<string, FragmentAnchor>
  readonly aliases: Record<string, string>
  readonly lookups: Lookup[]
  readonly blocks: FragmentBlock[]
  readonly messages: FragmentMessage[]
  readonly marks: Fragment['marks'][number][]
  readonly sees: Fragment['sees'][number][]
  /** Notes that the text has referred to, by identifier, in the order of their first use. */
  readonly notes: Map<string, NoteUse>
  /** The file has no title of its own in Markdown. */
  hasMadeTitle: boolean
  hasRawHtml: boolean
  isInLink: boolean
  isInHeading: boolean
  /** Targets whose page the paragraph at hand already names. */
  paragraphTargets: Set<string>
}

/** A note that the text has referred to. */
export interface NoteUse {
  readonly id: string
  readonly number: number
  /** Ids of the references, in order. */
  readonly references: string[]
}

declare module 'vfile' {
  interface DataMap {
    draft: FragmentDraft
  }
}

/** An empty draft. */
export function fragmentDraft(setting: FragmentSetting, source: string, words: PrintedWords): FragmentDraft {
  return {
    setting,
    source,
    words,
    title: setting.section.title,
    anchors: new Map(),
    aliases: Object.create(null) as Record<string, string>,
    lookups: [],
    blocks: [],
    messages: [],
    marks: [],
    sees: [],
    notes: new Map(),
    hasMadeTitle: false,
    hasRawHtml: false,
    isInLink: false,
    isInHeading: false,
    paragraphTargets: new Set()
  }
}

/** The draft of the file that is being worked on. */
export function draftOf(file: VFile): FragmentDraft {
  const {draft} = file.data
  if (!draft) throw new Error('Expected a file with a draft')
  return draft
}

/** Adds a lookup and gives its number, for its slots. */
export function addLookup(draft: FragmentDraft, lookup: Lookup): number {
  return draft.lookups.push(lookup) - 1
}

/** Adds a message about the file. */
export function addMessage(draft: FragmentDraft, rule: RuleId, reason: string, span?: Span, note?: string, level?: Level): void {
  draft.messages.push({
    rule,
    reason,
    ...(span === undefined ? {} : {span}),
    ...(note === undefined ? {} : {note}),
    ...(level === undefined ? {} : {level})
  })
}

const startOfFile: Span = [1, 1, 1, 1, 0]

/** Place of a node; the start of the file for what has none. */
export function spanOf(node: {readonly position?: Position | undefined}): Span {
  const {position} = node
  if (!position) return startOfFile
  return [position.start.line, position.start.column, position.end.line, position.end.column, position.start.offset ?? 0]
}
