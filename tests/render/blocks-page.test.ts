// Tests of render: every example of docs/blocks.md is what a manuscript can hold.

import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {containerDirectives, leafDirectives, textDirectives} from '../../scripts/render/directives/directives.ts'
import {openBookFiles} from '../../scripts/io/files.ts'
import {renderFiles} from './render-files.ts'

const root = join(import.meta.dirname, '../..')
const page = readFileSync(join(root, 'docs/blocks.md'), 'utf8')
const manuscript = openBookFiles(join(root, 'manuscript'))
const library = Object.fromEntries(
  manuscript
    .list()
    .filter(path => !path.startsWith('sections/') && path !== 'book.yaml')
    .map(path => [path, manuscript.read(path)])
)
library['labels.yaml'] = new TextEncoder().encode(
  'sites: {title: Good for, terms: {drop-in: Drop-ins}}\nprinciples: {title: Principles, terms: {care: Care first}}\n'
)
const bookYaml = 'title: Examples\nlanguage: en\neditions:\n  space-hacks: {variables: {site: drop-in}}\n  space-hacks-in-motion: {variables: {site: van}}\n'

interface Example {
  readonly name: string
  readonly markdown: string
}

function examples(): Example[] {
  const found: Example[] = []
  let heading = ''
  for (const [, title, , markdown] of page.matchAll(/^## (.+)$|^(`{3,4})markdown\n([\s\S]*?)^\2$/gm)) {
    if (title !== undefined) heading = title
    else found.push({name: `${heading} ${found.length + 1}`, markdown: markdown!})
  }
  return found
}

describe('an example renders without a message', () => {
  test.each(examples().map(({name, markdown}) => [name, markdown]))('%s', (_, markdown) => {
    const title = markdown.startsWith('# ') ? '' : '# Doors\n\n'
    const {messages, main} = renderFiles({...library, 'book.yaml': bookYaml, 'sections/doors.md': title + markdown})
    expect(messages).toEqual([])
    expect(main('doors')).toContain('</h1>')
  })
})

test('every block has one', () => {
  const all = examples()
    .map(({markdown}) => markdown)
    .join('\n')
  for (const name of textDirectives.keys()) expect(all).toMatch(new RegExp(`(?<!:):${name}\\[`))
  for (const name of leafDirectives.keys()) expect(all).toMatch(new RegExp(`^::${name}([[{]|$)`, 'm'))
  for (const name of [...containerDirectives.keys(), 'only']) expect(all).toMatch(new RegExp(`^:::${name}[[{]`, 'm'))
})
