// Review: annotations of Hypothesis, as its API and its exports give them: JSON with selectors of the W3C annotation model.

import type {Mark, ReturnedFile} from './mark.ts'
import {plainText} from './plain-text.ts'

type Json = Readonly<Record<string, unknown>>

/** True for a list of annotations, or an object with one (`rows`, `annotations`). */
export function isHypothesis(value: unknown): boolean {
  const [first] = rowsOf(value) ?? []
  return isObject(first) && (Array.isArray(first['target']) || typeof first['uri'] === 'string')
}

/** Marks in the order of the file. */
export function readHypothesis(value: unknown): ReturnedFile {
  const losses: string[] = []
  const marks = (rowsOf(value) ?? []).flatMap((row, index): Mark[] => {
    if (isObject(row)) return [markOf(row, index)]
    losses.push(`annotation ${index + 1} is broken`)
    return []
  })
  return {marks, losses}
}

function rowsOf(value: unknown): unknown[] | undefined {
  if (Array.isArray(value)) return value
  if (!isObject(value)) return undefined
  return [value['rows'], value['annotations']].find(Array.isArray)
}

function markOf(row: Json, index: number): Mark {
  const references = Array.isArray(row['references']) ? row['references'].filter(each => typeof each === 'string') : []
  const parent = references.at(-1)
  const tags = Array.isArray(row['tags']) ? row['tags'].filter(each => typeof each === 'string') : []
  const id = textIn(row, 'id')
  const {exact, prefix, suffix} = quoteSelector(row)
  const author = textIn(row, 'user') ?? textIn(isObject(row['user_info']) ? row['user_info'] : {}, 'display_name')
  return {
    kind: parent !== undefined ? 'reply' : exact === undefined ? 'note' : 'highlight',
    medium: 'hypothesis',
    name: id ?? `annotation ${index + 1}`,
    ...(id === undefined ? {} : {uid: id}),
    ...(parent === undefined ? {} : {parent}),
    ...(exact === undefined ? {} : {quote: exact}),
    ...(prefix === undefined ? {} : {before: prefix}),
    ...(suffix === undefined ? {} : {after: suffix}),
    comment: plainText([textIn(row, 'text') ?? '', ...(tags.length > 0 ? [`[${tags.join(', ')}]`] : [])].join('\n')),
    ...(author === undefined ? {} : {author: author.replace(/^acct:/, '').replace(/@hypothes\.is$/, '')})
  }
}

/** The words of the first target that says any. */
function quoteSelector(row: Json): {exact?: string; prefix?: string; suffix?: string} {
  const targets = Array.isArray(row['target']) ? row['target'].filter(isObject) : []
  const selectors = targets.flatMap(target => (Array.isArray(target['selector']) ? target['selector'].filter(isObject) : []))
  const found = selectors.find(selector => selector['type'] === 'TextQuoteSelector')
  if (!found) return {}
  return Object.fromEntries(['exact', 'prefix', 'suffix'].flatMap(key => {
    const text = textIn(found, key)
    return text === undefined ? [] : [[key, text]]
  }))
}

function textIn(value: Json, key: string): string | undefined {
  const text = value[key]
  return typeof text === 'string' ? plainText(text) || undefined : undefined
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
