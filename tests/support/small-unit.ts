// Test support: a unit of a few words, with what printing looks at.

import type {Unit} from '../../scripts/render/unit.ts'

/** A unit that shows `body` in a document of its own. */
export function smallUnit(body: string, {id = 'small', style = '', assets = []}: {id?: string; style?: string; assets?: readonly string[]} = {}): Unit {
  const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${id}</title><style>@page{size:letter;margin:1in}${style}</style></head><body>${body}</body></html>`
  return {id, title: id, html, assets, start: 'next', numbering: 'arabic', headings: [], blocks: {}, anchors: [], references: []}
}
