// Print: what a page gets when it asks for something: a unit's own assets, and nothing else.

import type {CDPSession} from 'puppeteer-core'
import type {Asset, AssetStore} from '../render/unit.ts'

/** The address of every unit; links to `https://book.invalid/#anchor` lead out of it, so they stay links. */
export const unitUrl = 'https://book.invalid/unit/'

/** What a tab may be given, set anew for each unit. */
export interface Shelf {
  assets: AssetStore
  /** URLs that were asked for and refused. */
  readonly refused: Set<string>
}

/** Nothing but what we answer with may be shown, even if interception should miss something. */
const policy = "default-src 'none'; style-src 'unsafe-inline'; img-src https://book.invalid data:; font-src https://book.invalid data:"
const frame = Buffer.from('<!doctype html><title>unit</title>').toString('base64')

/** Answers every request of a tab from the shelf; anything else fails as if it were blocked, and is noted on the shelf. */
export async function answerRequests(session: CDPSession, shelf: Shelf): Promise<void> {
  session.on('Fetch.requestPaused', ({requestId, request: {url}, resourceType}) => {
    const answer = answerTo(url, shelf)
    // A tab that is closed meanwhile needs no answer.
    const send: (...message: Parameters<CDPSession['send']>) => void = (...message) => void session.send(...message).catch(() => undefined)
    if (answer) send('Fetch.fulfillRequest', {requestId, responseCode: 200, ...answer})
    // Without content, a document that would lead elsewhere stays where it is.
    else if (resourceType === 'Document') send('Fetch.fulfillRequest', {requestId, responseCode: 204})
    else {
      shelf.refused.add(url)
      send('Fetch.failRequest', {requestId, errorReason: 'BlockedByClient'})
    }
  })
  await session.send('Fetch.enable', {})
}

interface Answer {
  readonly responseHeaders: {name: string; value: string}[]
  /** Base64. */
  readonly body: string
}

function answerTo(url: string, shelf: Shelf): Answer | undefined {
  if (url === unitUrl) return {responseHeaders: headers('text/html;charset=utf-8', {'content-security-policy': policy}), body: frame}
  const asset = shelf.assets.get(url)
  return asset && {responseHeaders: headers(asset.type, {'cache-control': 'max-age=86400, immutable'}), body: base64Of(asset)}
}

function headers(type: string, more: Record<string, string>): Answer['responseHeaders'] {
  return Object.entries({'content-type': type, ...more}).map(([name, value]) => ({name, value}))
}

/** Every tab asks for the same fonts. */
const encoded = new WeakMap<Asset, string>()

function base64Of(asset: Asset): string {
  const known = encoded.get(asset)
  if (known !== undefined) return known
  const text = Buffer.from(asset.bytes.buffer, asset.bytes.byteOffset, asset.bytes.byteLength).toString('base64')
  encoded.set(asset, text)
  return text
}
