// Tests of render: a folder of somebody's Markdown, with the links and images that such files have.

import {describe, expect, test} from 'vitest'
import {told} from '../read/memory-files.ts'
import {renderFiles} from './render-files.ts'

const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0, 0, 0, 20, 0, 0, 0, 10])

const folder = {
  'README.md':
    '<p align="center"><img src="img/logo.png" width="40" alt="Logo"></p>\n\n<h1 align="center">My tool</h1>\n\nWelcome.\n\n## Install\n\nSee above.\n',
  LICENSE: 'MIT',
  'docs/guide.md': '## Guide\n\n### Über *alles*\n\nText ![a hill](../img/logo.png "Hill").\n',
  'docs/api/README.md': '# API\n\nText.\n',
  'img/logo.png': png
}

function linksFrom(markdown: string): {hrefs: string[]; messages: string[]} {
  const {main, renderer} = renderFiles({...folder, 'docs/links.md': `# Links\n\n${markdown}\n`}, {plain: true})
  const hrefs = [...main('links').matchAll(/<a [^>]*href="([^"]*)"/g)].map(([, href]) => href!.replace('https://book.invalid/', ''))
  return {hrefs, messages: renderer.messages.map(told)}
}

describe('a link', () => {
  test.each([
    ['to a file', '[a](guide.md)', '#guide'],
    ['to a file above', '[a](../README.md)', '#readme'],
    ['from the top', '[a](/docs/guide.md)', '#guide'],
    ['to a heading by its name on GitHub', '[a](guide.md#über-alles)', '#guide--uber-alles'],
    ['to a heading, encoded', '[a](guide.md#%C3%BCber-alles)', '#guide--uber-alles'],
    ['to a heading of its own file', '## Part one\n\n[a](#part-one)', '#links--part-one'],
    ['to the second heading of that name', '## Part\n\n## Part\n\n[a](#part-1)', '#links--part-1'],
    ['to the title', '[a](../README.md#my-tool)', '#readme'],
    ['to a folder', '[a](api)', '#api'],
    ['to a folder with a slash', '[a](api/)', '#api'],
    ['to a folder without a README', '[a](../docs)', '#docs'],
    ['to the page of a site', '[a](guide.html#über-alles)', '#guide--uber-alles'],
    ['to an old anchor', '<a name="here"></a>\n\n[a](#here)', '#links--here'],
    ['by reference', '[a][b]\n\n[b]: guide.md', '#guide'],
    ['in raw HTML', '<a href="guide.md">a</a>', '#guide'],
    ['to the web', '[a](https://example.org/?a=1&b=2)', 'https://example.org/?a=1&amp;b=2'],
    ['to a mail address', 'me@example.org', 'mailto:me@example.org']
  ])('%s', (_, markdown, href) => {
    expect(linksFrom(markdown)).toEqual({hrefs: [href], messages: []})
  })

  test('to a file that is no section is words', () => {
    expect(linksFrom('[a](../LICENSE) and [b](../img/)')).toEqual({
      hrefs: [],
      messages: [
        'docs/links.md:3:1-3:16 warning link-outside: Unexpected link to `../LICENSE`, expected a section of the book\n  hint: its words are printed without the link',
        'docs/links.md:3:21-3:33 warning link-outside: Unexpected link to `../img/`, expected a section of the book\n  hint: its words are printed without the link'
      ]
    })
  })

  test('to nowhere is words and a warning, for the folder was not written as a book', () => {
    expect(linksFrom('[a](gone.md)').messages).toEqual([
      'docs/links.md:3:1-3:13 warning link-unknown: Unexpected link to `gone.md`, expected a file of the book\n  hint: the path counts from the folder of this file'
    ])
  })
})

test('every file of the first two levels is a unit, with the pages of a book around them', () => {
  const {renderer} = renderFiles(folder, {plain: true})
  expect(renderer.plans.map(({id, title, numbering, start}) => [id, title, numbering, start])).toEqual([
    ['cover', 'My tool', 'none', 'next'],
    ['title-page', 'Title page', 'none', 'recto'],
    ['contents', 'Contents', 'roman', 'recto'],
    ['readme', 'My tool', 'arabic', 'recto'],
    ['docs', 'Docs', 'arabic', 'recto'],
    ['api', 'API', 'arabic', 'recto'],
    ['guide', 'Guide', 'arabic', 'recto']
  ])
})

test('a title in HTML is printed once, with what stood before it below', () => {
  const {main} = renderFiles(folder, {plain: true})
  expect(main('readme')).toBe(
    [
      '<section class="section section-depth-0 hue-1">',
      '<h1 id="readme" class="section-title">My tool</h1>',
      '<p class="align-center"><img src="https://book.invalid/asset/1585651b0129c28653c2f6f6.png" width="40" height="20" alt="Logo"></p>',
      '',
      '<p>Welcome.</p>',
      '<h2 id="readme--install">Install</h2>',
      '<p>See above.</p>',
      '</section>'
    ].join('\n')
  )
})

test('remote and missing images are gaps, and only warnings', () => {
  const {main, messages} = renderFiles(
    {'README.md': '# A\n\n[![build](https://ci.example.org/b.svg)](https://ci.example.org) text ![map](images/map.png)\n'},
    {plain: true}
  )
  expect(messages.map(message => message.split(' ').slice(1, 3).join(' '))).toEqual(['warning image-remote', 'warning image-missing'])
  expect(main('readme')).toContain('<a href="https://ci.example.org"><span class="gap">Missing: build</span></a> text')
})

test('a block among other words may be how a page of another program is written, and only warns', () => {
  const {main, messages} = renderFiles({'README.md': '# A\n\nAs one said:\n::video[doors] and more\n'}, {plain: true})
  expect(messages).toEqual([])
  const {messages: told} = renderFiles({'README.md': '# A\n\nAs one said:\n::quote[doors] and more\n'}, {plain: true})
  expect(told.map(message => message.split(' ').slice(1, 3))).toEqual([['warning', 'directive-misplaced']])
  expect(main('readme')).toContain('::video[doors] and more')
})
