// Render: headings get their place in the book (level, id, title); levels that are missing are mended.

import type {Heading, Root} from 'mdast'
import GithubSlugger from 'github-slugger'
import {toString} from 'mdast-util-to-string'
import {visit} from 'unist-util-visit'
import type {VFile} from 'vfile'
import {addAnchor} from '../add-anchor.ts'
import {asciiSlug} from '../ascii-slug.ts'
import {addMessage, draftOf, spanOf, type FragmentDraft} from '../fragment-draft.ts'

/**
 * Puts the title at the top of the tree (the file's first `#`, or the section's title), gives every heading its level in the book and an
 * id, and notes GitHub's names for them. Goes before `remark-punctuation`, because GitHub makes its names from the text as typed.
 */
export function remarkHeadings() {
  return (tree: Root, file: VFile): void => {
    const draft = draftOf(file)
    const title = liftTitle(tree, draft) ?? addTitle(tree, draft)
    const headings: Heading[] = []
    visit(tree, 'heading', node => {
      headings.push(node)
    })
    mendLevels(headings, draft)
    nameHeadings(headings, title, draft)
  }
}

/** Moves the title before everything else; a `#` below another heading is none. */
function liftTitle(tree: Root, draft: FragmentDraft): Heading | undefined {
  const [first, ...others] = tree.children.filter(node => node.type === 'heading')
  if (!first || !(first.depth === 1 || isTitle(first, others, draft))) return undefined
  tree.children.splice(tree.children.indexOf(first), 1)
  if (first.children.length === 0) return undefined
  tree.children.unshift(first)
  return first
}

/** A file may begin with `##`, and have that for its title where nothing else stands as high. */
function isTitle(first: Heading, others: readonly Heading[], {setting}: FragmentDraft): boolean {
  return toString(first) === setting.section.title && others.every(other => other.depth > first.depth)
}

function addTitle(tree: Root, draft: FragmentDraft): Heading {
  draft.hasMadeTitle = true
  const title: Heading = {type: 'heading', depth: 1, children: [{type: 'text', value: draft.setting.section.title}]}
  tree.children.unshift(title)
  return title
}

interface Level {
  /** As in the file. */
  readonly written: number
  /** As in the book. */
  readonly set: number
}

/** The first heading is the title. */
function mendLevels([title, ...headings]: readonly Heading[], draft: FragmentDraft): void {
  const top: Level = {written: title?.depth ?? 1, set: Math.min(draft.setting.section.depth + 1, 6)}
  if (title) title.depth = top.set as Heading['depth']
  let above = [top]
  let last = top.written
  for (const heading of headings) {
    const written = heading.depth
    reportLevel(heading, last, draft)
    above = above.filter(level => level === top || level.written < written)
    const set = above.at(-1)!.set + 1
    if (set > 6) addMessage(draft, 'heading-depth', 'Unexpected seventh level of headings, expected six at most', spanOf(heading))
    above.push({written, set: Math.min(set, 6)})
    heading.depth = Math.min(set, 6) as Heading['depth']
    last = written
  }
}

function reportLevel(heading: Heading, last: number, draft: FragmentDraft): void {
  const {depth} = heading
  if (depth === 1 && !draft.setting.plain) {
    addMessage(draft, 'title-repeated', 'Unexpected second title, expected one `#` heading', spanOf(heading), 'write `##`')
  }
  if (depth <= last + 1) return
  const note = `write \`${'#'.repeat(last + 1)}\`, or add the heading between`
  addMessage(
    draft,
    'heading-skip',
    `Unexpected heading level ${depth} after level ${last}, expected ${last + 1} at most`,
    spanOf(heading),
    note
  )
}

function nameHeadings(headings: readonly Heading[], title: Heading, draft: FragmentDraft): void {
  const {section} = draft.setting
  const slugger = new GithubSlugger()
  for (const heading of headings) {
    const asked = takeId(heading)
    const isMade = heading === title && draft.hasMadeTitle
    const slug = isMade ? section.id : slugger.slug(toString(heading))
    const id = heading === title ? section.id : `${section.id}--${asciiSlug(asked ?? slug)}`
    const isGiven = asked !== undefined && heading !== title && !draft.setting.plain
    const anchor = addAnchor(draft, {
      id: isGiven ? asked : id,
      kind: 'heading',
      title: '',
      level: heading.depth,
      isGiven,
      span: spanOf(heading)
    })
    draft.aliases[slug] ??= anchor
    if (asked !== undefined) draft.aliases[asked] ??= anchor
    heading.data = {hProperties: {id: anchor, ...(heading === title ? {className: ['section-title']} : {})}}
  }
  // A title in HTML has its name on GitHub, too.
  draft.aliases[slugger.slug(section.title)] ??= section.id
}

/** Takes `{#id}` off the end of a heading, as mdBook and others know it. */
function takeId(heading: Heading): string | undefined {
  const last = heading.children.at(-1)
  if (last?.type !== 'text') return undefined
  const match = /\s*\{\s*#([A-Za-z0-9_-]+)\s*\}$/.exec(last.value)
  if (!match) return undefined
  last.value = last.value.slice(0, match.index)
  return match[1]
}
