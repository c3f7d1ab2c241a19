// Render: abbreviations of `abbreviations.yaml` are written out where a file first uses them, and say everywhere else what they stand for.

import type {Nodes, Parents, PhrasingContent, Root, Text} from 'mdast'
import {toString} from 'mdast-util-to-string'
import type {VFile} from 'vfile'
import type {Abbreviation} from '../../book/abbreviation.ts'
import {draftOf} from '../fragment-draft.ts'

/** Goes after `remark-punctuation`, which reads the text as it was typed. */
export function remarkAbbreviations() {
  return (tree: Root, file: VFile): void => {
    const {abbreviations} = draftOf(file).setting
    if (abbreviations.length > 0) new Expander(abbreviations).walk(tree, false)
  }
}

/** Other people's words, and what is code, a name, a link or in another language, stay as they are. */
const untouched = new Set(['blockquote', 'code', 'heading', 'html', 'inlineCode', 'link', 'linkReference'])
const transparentDirectives = new Set(['index', 'span'])

class Expander {
  private readonly byShort: ReadonlyMap<string, Abbreviation>
  private readonly pattern: RegExp
  private readonly expanded = new Set<string>()
  /** What the paragraph at hand has said so far. */
  private said = ''

  constructor(abbreviations: readonly Abbreviation[]) {
    this.byShort = new Map(abbreviations.map(each => [each.short, each]))
    const shorts = [...this.byShort.keys()].sort((a, b) => b.length - a.length).map(short => short.replace(/[.&/-]/g, '\\$&'))
    this.pattern = new RegExp(`(?<![\\p{L}\\p{N}])(${shorts.join('|')})(s?)(?![\\p{L}\\p{N}])`, 'gu')
  }

  /** `isProse` where words may be written out. */
  walk(parent: Parents, isProse: boolean): void {
    if (isForeign(parent)) return
    for (let index = 0; index < parent.children.length; index++) {
      const child = parent.children[index]!
      if (child.type === 'text') {
        const parts = this.expand(child, isProse)
        if (parts) parent.children.splice(index, 1, ...(parts as never[]))
        index += (parts?.length ?? 1) - 1
        continue
      }
      if (child.type === 'paragraph') this.said = ''
      if ('children' in child && isTouched(child)) {
        keepEntry(child)
        this.walk(child, child.type === 'paragraph' ? !child.data?.directiveLabel : isProse && child.type !== 'tableCell')
      } else this.said += toString(child)
    }
  }

  /** The parts that take the text's place; nothing when it has no abbreviation. */
  private expand({value}: Text, isProse: boolean): PhrasingContent[] | undefined {
    const parts: PhrasingContent[] = []
    let rest = 0
    const say = (until: number) => {
      const text = value.slice(rest, until)
      if (text !== '') parts.push({type: 'text', value: text})
    }
    for (const {index, 0: found, 1: short = '', 2: plural = ''} of value.matchAll(this.pattern)) {
      const abbreviation = this.byShort.get(short)!
      const words = plural === '' ? abbreviation.text : abbreviation.plural
      const before = this.said + value.slice(0, index)
      const after = value.slice(index + found.length)
      if (isWrittenOut(before, after, abbreviation)) this.expanded.add(short)
      else if (isProse && !this.expanded.has(short) && standsAlone(before, after)) {
        this.expanded.add(short)
        const article = /(?<!\p{L})an? $/iu.exec(value.slice(rest, index))
        say(article ? index - article[0].length : index)
        parts.push({type: 'text', value: `${article ? articleOf(article[0], words) : ''}${capitalised(words, before)} (${found})`})
        rest = index + found.length
      } else {
        say(index)
        parts.push({type: 'emphasis', data: {hName: 'abbr', hProperties: {title: words}}, children: [{type: 'text', value: found}]})
        rest = index + found.length
      }
    }
    this.said += value
    if (parts.length === 0) return undefined
    say(value.length)
    return parts
  }
}

function isTouched(node: Nodes): boolean {
  return !untouched.has(node.type) && (node.type !== 'textDirective' || transparentDirectives.has(node.name))
}

function isForeign(node: Parents): boolean {
  return 'attributes' in node && Boolean(node.attributes?.['lang'])
}

/** An entry of the index is called as its words were typed. */
function keepEntry(node: Nodes): void {
  if (node.type === 'textDirective' && node.name === 'index') node.attributes = {as: toString(node), ...node.attributes}
}

/** True where the author says both forms: “syringe services program (SSP)”, or the other way round. */
function isWrittenOut(before: string, after: string, {text, plural}: Abbreviation): boolean {
  return [text, plural].some(words => {
    const wanted = words.toLowerCase()
    return before.toLowerCase().endsWith(`${wanted} (`) || after.toLowerCase().startsWith(` (${wanted}`)
  })
}

/** Where the short form is part of a longer word, the long one would not fit. */
function standsAlone(before: string, after: string): boolean {
  return !/[-\u2010\u2011/(]$/.test(before) && !/^(?:['\u2019]\p{L}|[-\u2010\u2011/)])/u.test(after)
}

function capitalised(words: string, before: string): string {
  return /(?:^|[.!?\u2026]["'\u201d\u2019)]*\s)[\s"'\u201c\u2018(]*$/.test(before) ? words.charAt(0).toUpperCase() + words.slice(1) : words
}

function articleOf(written: string, words: string): string {
  const article = /^(?:[aio]|e(?!u)|u(?!ni|s[aei]))/i.test(words) ? 'an ' : 'a '
  return written.startsWith('A') ? article.charAt(0).toUpperCase() + article.slice(1) : article
}
