// Render: the number in the text that leads to a note, and the notes at the end of the section.

import type {Element, ElementContent} from 'hast'
import {h} from 'hastscript'
import type {FootnoteReference} from 'mdast'
import type {VFile} from 'vfile'
import {addAnchor} from '../add-anchor.ts'
import type {State} from '../directive.ts'
import {draftOf, spanOf, type FragmentDraft, type NoteUse} from '../fragment-draft.ts'
import {hrefSlot} from '../slots.ts'

export function noteReference(state: State, node: FootnoteReference): ElementContent {
  const draft = draftOf(state.options.file as VFile)
  const use = noteUse(node, draft)
  const count = use.references.length + 1
  const id = addAnchor(draft, {id: `${use.id}-ref-${count}`, kind: 'note', title: '', isGiven: false, span: spanOf(node)})
  use.references.push(id)
  const number = h('sup', String(use.number))
  if (draft.isInLink) return number
  const element = h('span', {id}, h('a.note-reference', {href: hrefSlot(use.id), ariaLabel: draft.words.noteLink(use.number)}, number))
  element.data = {structure: {code: 'ref'}}
  return element
}

function noteUse(node: FootnoteReference, draft: FragmentDraft): NoteUse {
  const key = node.identifier.toUpperCase()
  const known = draft.notes.get(key)
  if (known) return known
  const number = draft.notes.size + 1
  const id = addAnchor(draft, {
    id: `${draft.setting.section.id}--note-${number}`,
    kind: 'note',
    title: '',
    isGiven: false,
    span: spanOf(node)
  })
  const use: NoteUse = {id, number, references: []}
  draft.notes.set(key, use)
  return use
}

/** The notes that the text refers to, in the order of their numbers; nothing when there are none. */
export function notesSection(state: State): Element | undefined {
  const draft = draftOf(state.options.file as VFile)
  if (draft.notes.size === 0) return undefined
  const entries: Element[] = []
  // A note may refer to a further one, which is then added to the map that is being read.
  for (const [key, use] of draft.notes) entries.push(noteEntry(key, use, state, draft))
  return h('section.notes', h('p.notes-title', draft.words.notes), h('ol.note-list', entries))
}

function noteEntry(key: string, use: NoteUse, state: State, draft: FragmentDraft): Element {
  const definition = state.footnoteById.get(key)
  const content = definition ? state.all(definition) : []
  const last = content.at(-1)
  const target = last?.type === 'element' && last.tagName === 'p' ? last.children : content
  for (const [index, reference] of use.references.entries()) {
    const label = use.references.length === 1 ? draft.words.back : `${draft.words.back} ${index + 1}`
    target.push({type: 'text', value: ' '}, h('a.note-back', {href: hrefSlot(reference), ariaLabel: draft.words.backLink(label, use.number)}, label))
  }
  const element = h('li.note', {id: use.id}, content)
  element.data = {structure: {block: 'list-item', code: 'note'}}
  if (definition) state.patch(definition, element)
  return element
}
