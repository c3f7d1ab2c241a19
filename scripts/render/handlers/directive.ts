// Render: finds the block or mark that a directive names; what nobody knows stays visible.

import type {ElementContent} from 'hast'
import {h} from 'hastscript'
import type {Parents} from 'mdast'
import type {VFile} from 'vfile'
import {nearestName} from '../../diagnostics/nearest-name.ts'
import type {ContainerDirective, Directive, LeafDirective, State, TextDirective} from '../directive.ts'
import {containerDirectives, leafDirectives, textDirectives} from '../directives/directives.ts'
import {reportAttributes} from '../report-attributes.ts'
import {addMessage, draftOf, spanOf, type FragmentDraft} from '../fragment-draft.ts'
import type {Span} from '../fragment.ts'

type AnyDirective = TextDirective | LeafDirective | ContainerDirective

export function textDirective(state: State, node: TextDirective, parent: Parents | undefined): ElementContent[] {
  const draft = draftOf(state.options.file as VFile)
  if (isBare(node, draft)) return [{type: 'text', value: `:${node.name}`}]
  const directive = textDirectives.get(node.name)
  if (directive) return place(directive, node, state, draft, parent)
  if (node.name === 'only') return withoutEdition(node, state, draft)
  addMessage(
    draft,
    'directive-unknown',
    `Unexpected \`:${node.name}\`, expected ${expectedForms(node)}`,
    spanOf(node),
    hint(node),
    'warning'
  )
  return asWritten(node, state, draft)
}

export function leafDirective(state: State, node: LeafDirective): ElementContent[] {
  const draft = draftOf(state.options.file as VFile)
  const directive = leafDirectives.get(node.name)
  if (directive) return place(directive, node, state, draft)
  addMessage(draft, 'directive-unknown', `Unexpected \`::${node.name}\`, expected ${expectedForms(node)}`, spanOf(node), hint(node))
  return [gap(`::${node.name}`, draft)]
}

export function containerDirective(state: State, node: ContainerDirective): ElementContent[] {
  const draft = draftOf(state.options.file as VFile)
  reportUnclosed(node, draft)
  const directive = containerDirectives.get(node.name)
  if (directive) return place(directive, node, state, draft)
  if (node.name === 'only') return withoutEdition(node, state, draft)
  addMessage(
    draft,
    'directive-unknown',
    `Unexpected \`:::${node.name}\`, expected ${expectedForms(node)}`,
    openingLine(node, draft),
    hint(node)
  )
  return [gap(`:::${node.name}`, draft), ...state.all(node)]
}

function place<Node extends AnyDirective>(directive: Directive<Node>, node: Node, state: State, draft: FragmentDraft, parent?: Parents): ElementContent[] {
  reportAttributes(node, directive.attributes, draft)
  const content = directive.toHast(node, state, draft, parent)
  for (const element of content) if (element.type === 'element' && !element.position) state.patch(node, element)
  return content
}

function withoutEdition(node: TextDirective | ContainerDirective, state: State, draft: FragmentDraft): ElementContent[] {
  addMessage(draft, 'directive-attribute', 'Unexpected `only` without an edition, expected `{edition=…}`', spanOf(node))
  return state.all(node)
}

/** A name whose bracket never closes is prose. */
function isBare({name, position}: TextDirective, {source}: FragmentDraft): boolean {
  return position !== undefined && source.slice(position.start.offset, position.end.offset) === `:${name}`
}

/** The directive as text, its label with the markup inside. */
function asWritten(node: TextDirective, state: State, draft: FragmentDraft): ElementContent[] {
  const start = node.position?.start.offset ?? 0
  const end = node.position?.end.offset ?? 0
  const labelStart = node.children[0]?.position?.start.offset
  const labelEnd = node.children.at(-1)?.position?.end.offset
  if (labelStart === undefined || labelEnd === undefined) return [{type: 'text', value: sourceText(draft, start, end)}]
  return [
    {type: 'text', value: sourceText(draft, start, labelStart)},
    ...state.all(node),
    {type: 'text', value: sourceText(draft, labelEnd, end)}
  ]
}

/** A line that goes on inside a quotation or list begins with marks that are not part of it. */
function sourceText(draft: FragmentDraft, start: number, end: number): string {
  return draft.source.slice(start, end).replace(/\r?\n[ \t>]*/g, '\n')
}

function gap(name: string, draft: FragmentDraft): ElementContent {
  return h('p.gap', `${draft.words.missing}: ${name}`)
}

const forms = [
  {colons: ':', directives: textDirectives},
  {colons: '::', directives: leafDirectives},
  {colons: ':::', directives: containerDirectives}
] as const

const formOf = {textDirective: forms[0], leafDirective: forms[1], containerDirective: forms[2]} as const

function expectedForms(node: AnyDirective): string {
  const other = forms.find(form => form.directives.has(node.name))
  if (other) return `\`${other.colons}${node.name}\``
  const {colons, directives} = formOf[node.type]
  return [...directives.keys(), ...(node.type === 'leafDirective' ? [] : ['only'])].sort().map(name => `\`${colons}${name}\``).join(', ')
}

/** Names that other tools give to what is a kind of callout here. */
const calloutNames = new Set(['note', 'tip', 'info', 'warning', 'danger', 'caution', 'important', 'attention', 'pitfall', 'hint'])

function hint(node: AnyDirective): string | undefined {
  if (calloutNames.has(node.name)) return 'write `:::callout[Title]{kind=note}`; kinds are note, tip, caution, try-saying and pitfall'
  const nearest = nearestName(node.name, [...new Set(forms.flatMap(form => [...form.directives.keys(), 'only']))])
  if (nearest !== undefined && nearest !== node.name) return `did you mean \`${nearest}\`?`
  return node.type === 'textDirective' ? 'it is printed as it stands; write `\\:` for a plain colon' : undefined
}

/** The line on which a block begins, which is where a person looks for its fault. */
function openingLine(node: ContainerDirective, draft: FragmentDraft): Span {
  const [line, column] = spanOf(node)
  const start = node.position?.start.offset ?? 0
  const length = /^[^\r\n]*/.exec(draft.source.slice(start, start + 200))![0].length
  return [line, column, line, column + length, start]
}

/** A block whose closing colons are forgotten would swallow the rest of its file. */
function reportUnclosed(node: ContainerDirective, draft: FragmentDraft): void {
  const start = node.position?.start.offset
  const end = node.position?.end.offset
  // An alert of GitHub's begins with `>` and needs no end.
  if (start === undefined || end === undefined || draft.source[start] !== ':') return
  const last = node.children.at(-1)
  const isClosed =
    /(?:^|\n)[ \t>]*:{3,}[ \t]*$/.test(draft.source.slice(start, end)) &&
    !(last?.type === 'containerDirective' && last.position?.end.offset === end)
  if (isClosed) return
  addMessage(
    draft,
    'directive-unclosed',
    `Unexpected end of \`:::${node.name}\`, expected a line of colons`,
    openingLine(node, draft),
    'end the block with `:::`; a block around another block needs more colons than the one inside'
  )
}
