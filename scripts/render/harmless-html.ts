// Render: the raw HTML that a book has a use for.

import type {Schema} from 'hast-util-sanitize'

const inline =
  'a abbr b bdi bdo br cite code del dfn em i img ins kbd mark q rp rt ruby s samp small span strong sub sup time u var wbr'.split(' ')
const headings = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6']
const blocks = 'blockquote center dd details div dl dt figcaption figure hr li ol p pre summary ul'.split(' ')
const tables = ['caption', 'col', 'colgroup', 'table', 'tbody', 'td', 'tfoot', 'th', 'thead', 'tr']
const inTables = ['tbody', 'td', 'tfoot', 'th', 'thead', 'tr', 'caption', 'colgroup']

/** Elements that may stand in a paragraph. */
export const inlineElements: ReadonlySet<string> = new Set(inline)

/**
 * Elements and attributes that stay. Links and images are not judged here: where they lead is looked up like that of Markdown's own. What
 * is listed under `strip` goes with everything in it, any other element leaves its words behind.
 */
export const harmlessHtml: Schema = {
  tagNames: [...inline, ...headings, ...blocks, ...tables],
  attributes: {
    '*': ['align', 'dir', 'id', 'lang', 'title'],
    a: ['href', 'name'],
    col: ['span'],
    colgroup: ['span'],
    img: ['src', 'alt', 'width'],
    li: ['value'],
    ol: ['start', 'reversed', 'type'],
    td: ['colSpan', 'rowSpan'],
    th: ['colSpan', 'rowSpan', 'scope'],
    time: ['dateTime']
  },
  ancestors: Object.fromEntries(inTables.map(name => [name, ['table']])),
  strip: 'audio canvas embed head iframe math noscript object script style svg template textarea title video'.split(' '),
  clobber: [],
  allowComments: true
}
