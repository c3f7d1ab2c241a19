// Tests of render: the one HTML file for screens.

import {createHash} from 'node:crypto'
import {describe, expect, test} from 'vitest'
import {renderFiles} from './render-files.ts'

const {renderer} = renderFiles({
  'book.yaml': 'title: T\nsubtitle: S\nlanguage: en\npublishers: [P]\n',
  'quotes/q.md': '---\nattribution: A\nsource: s\nconsent: c\nlanguage: es\n---\n\nHola.\n',
  'figures/x.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="2" height="1"/>',
  'sections/a.md':
    '# A\n\n:ref[b] [out](https://example.org) :span[hola]{lang=es} x[^1]\n\n![x](figures/x.svg)\n\n::quote[q]\n\n[^1]: Note.\n',
  'sections/b/index.md': '# B\n\nText.\n',
  'sections/b/c.md': '# C\n\nText.\n'
})
const html = renderer.renderScreen()

describe('the screen file', () => {
  test('asks for nothing: fonts and figures are in it', () => {
    expect(html.match(/<(?:link|iframe)|\ssrc="http/g)).toBeNull()
    expect([...html.matchAll(/(?:src="|url\(")([^"]{0,24})/g)].map(([, url]) => url)).toEqual([
      'data:font/woff2;base64,A',
      'data:image/svg+xml;base6'
    ])
    expect(html).not.toContain('book.invalid')
  })

  test('lets one script run, which is ours, and has nothing fetched', () => {
    const scripts = [...html.matchAll(/<script>([\s\S]*?)<\/script>/g)].map(([, text = '']) => text)
    expect(scripts).toHaveLength(1)
    expect(html.match(/<script/g)).toHaveLength(1)
    const hash = createHash('sha256').update(scripts[0]!).digest('base64')
    expect(html).toContain(`content="default-src 'none'; script-src 'sha256-${hash}'; style-src 'unsafe-inline'; img-src data:; font-src data:"`)
  })

  test('has landmarks, a link that skips to the text, and contents', () => {
    expect(html).toContain('<html lang="en">')
    expect(html).toContain('<a class="skip-link" href="#_text">Skip to the text</a>')
    expect(html.match(/<(?:header|nav|main|footer)\b/g)).toEqual(['<header', '<nav', '<main', '<footer'])
    expect([...html.matchAll(/contents-entry[^"]*"><a href="#([^"]*)"/g)].map(([, anchor]) => anchor)).toEqual(['a', 'b', 'c'])
  })

  test('names languages only where they change, and carries no keys', () => {
    expect(html.match(/ lang="[^"]*"/g)).toEqual([' lang="en"', ' lang="es"', ' lang="es"'])
  })

  test('has no page numbers, and every link inside it leads somewhere', () => {
    expect(html).not.toContain('page-number')
    for (const [, anchor] of html.matchAll(/href="#([^"]+)"/g)) expect(html).toContain(` id="${anchor}"`)
  })
})
