// Tests of render: a book out of a few texts, as far as its HTML and its messages.

import type {Templates} from '../../scripts/io/templates.ts'
import {levelOf} from '../../scripts/diagnostics/diagnose.ts'
import {readBook} from '../../scripts/read/read-book.ts'
import {createRenderer, type RenderOptions, type Renderer} from '../../scripts/render/create-renderer.ts'
import type {Unit} from '../../scripts/render/unit.ts'
import {memoryFiles, type MemoryFile} from '../read/memory-files.ts'

export const templates: Templates = {
  styles: new Map([
    ['text', 'p { margin: 0 }'],
    ['fonts', '@font-face { font-family: "Test"; font-weight: 400; src: url("npm:test/font.woff2") }'],
    ['profiles/print', ''],
    ['screen', 'body { color: black }']
  ]),
  profiles: ['print'],
  fontLicences: [{family: 'Test', licence: 'OFL-1.1'}],
  files: new Map([['npm:test/font.woff2', new Uint8Array([1, 2, 3])]])
}

export interface RenderedFiles {
  readonly renderer: Renderer
  /** `file:line:column level rule reason`, what reading said first. */
  readonly messages: readonly string[]
  /** What stands in `<main>` of a unit on paper, without structure keys. */
  main(unit: string): string
  unit(id: string): Unit
  screen(): string
}

const bookYaml = 'title: Test book\nlanguage: en\n'

/** Renders `sections/…` and other files as a book; without `book.yaml` when `plain`. */
export function renderFiles(contents: Record<string, MemoryFile>, options: Partial<RenderOptions> & {plain?: boolean} = {}): RenderedFiles {
  const {plain = false, ...renderOptions} = options
  const files = memoryFiles(plain ? contents : {'book.yaml': bookYaml, ...contents})
  const {book, messages} = readBook(files)
  const renderer = createRenderer(book, {profile: 'print', paper: 'letter', templates, figures: files, versions: {program: '0.1'}, ...renderOptions})
  const unit = (id: string): Unit => {
    const plan = renderer.plans.find(each => each.id === id)
    if (!plan) throw new Error(`no unit ${id}, only ${renderer.plans.map(each => each.id).join(', ')}`)
    return renderer.renderUnit(plan, () => undefined)
  }
  return {
    renderer,
    messages: [...messages, ...renderer.messages].map(
      message =>
        `${message.file ?? ''}:${message.line ?? ''}:${message.column ?? ''} ${levelOf(message)} ${message.ruleId} ${message.reason}`
    ),
    unit,
    main: id => withoutKeys(mainOf(unit(id).html)),
    screen: () => mainOf(renderer.renderScreen())
  }
}

/** HTML of one section called `sections/text.md` with the title `Text`, without its title. */
export function renderText(
  markdown: string,
  more: Record<string, MemoryFile> = {},
  options: Partial<RenderOptions> = {}
): RenderedFiles & {readonly html: string} {
  const rendered = renderFiles({'sections/text.md': `# Text\n\n${markdown}\n`, ...more}, options)
  const main = rendered.main('text')
  return {...rendered, html: main.replace(/^<section[^>]*>\n<h1[^>]*>Text<\/h1>\n/, '').replace(/\n<\/section>$/, '')}
}

function mainOf(html: string): string {
  return /<main[^>]*>\n?([\s\S]*?)\n?<\/main>/.exec(html)![1]!
}

/** HTML without what says only which block and role an element is. */
export function withoutKeys(html: string): string {
  return html.replace(/ lang="en-x-[a-z0-9-]+"/g, '').replace(/ lang="([a-z]+)-x-[a-z0-9-]+"/g, ' lang="$1"')
}
