import {describe, expect, test} from 'vitest'
import type {Section} from '../../scripts/book/section.ts'
import {readBook} from '../../scripts/read/read-book.ts'
import {memoryFiles, told, type MemoryFile} from './memory-files.ts'

const page = (title: string) => `# ${title}\n\nText.\n`

function read(contents: Record<string, MemoryFile>, folder?: string) {
  const {book, messages} = readBook(memoryFiles(contents, folder))
  return {book, told: messages.map(told)}
}

function outline(sections: readonly Section[], indent = ''): string[] {
  return sections.flatMap(each => [
    `${indent}${each.id}: ${each.title}${each.file ? ` (${each.file})` : ''}`,
    ...outline(each.children, `${indent}  `)
  ])
}

describe('natural order', () => {
  test('README and index first, numbers by value, folders with children, other files left alone', () => {
    const {book, told} = read({
      'README.md': page('My notes'),
      'chapter-10.md': page('Ten'),
      'chapter-9.md': page('Nine'),
      'guide/README.md': page('The guide'),
      'guide/b.md': page('B'),
      'guide/a/deep/x.md': page('X'),
      'images/a.png': '',
      'zebra.markdown': page('Zebra'),
      'apple.MD': page('Apple')
    })
    expect(told).toEqual([])
    expect(outline(book.body)).toEqual([
      'readme: My notes (README.md)',
      'apple: Apple (apple.MD)',
      'chapter-9: Nine (chapter-9.md)',
      'chapter-10: Ten (chapter-10.md)',
      'guide: The guide (guide/README.md)',
      '  a: A',
      '    deep: Deep',
      '      x: X (guide/a/deep/x.md)',
      '  b: B (guide/b.md)',
      'zebra: Zebra (zebra.markdown)'
    ])
    expect(book.plain).toBe(true)
    expect(book.metadata).toEqual({title: 'My notes', language: 'en', publishers: [], keywords: []})
    expect(book.name).toBe('my-notes')
    expect(book.frontMatter).toEqual([])
    expect(book.backMatter).toEqual([])
  })

  test('an index.md and a README.md beside it are both read', () => {
    const {book} = read({'README.md': page('Readme'), 'index.md': page('Index'), 'a.md': page('A')})
    expect(outline(book.body)).toEqual(['index: Index (index.md)', 'readme: Readme (README.md)', 'a: A (a.md)'])
  })

  test('what else opens a folder: Hugo’s _index.md, or the file beside it that has its name', () => {
    const {book, told} = read({
      'a/_index.md': page('Hugo'),
      'a/x.md': page('X'),
      'b.md': page('Beside'),
      'b/y.md': page('Y'),
      'c.md': page('Another C'),
      'c/README.md': page('C'),
      'd.md': page('D'),
      'd.markdown': page('Second D'),
      'd/z.md': page('Z')
    })
    expect(told).toEqual([])
    expect(outline(book.body)).toEqual([
      'a: Hugo (a/_index.md)',
      '  x: X (a/x.md)',
      'b: Beside (b.md)',
      '  y: Y (b/y.md)',
      'c: C (c/README.md)',
      'c-2: Another C (c.md)',
      'd: Second D (d.markdown)',
      '  z: Z (d/z.md)',
      'd-2: D (d.md)'
    ])
  })

  test('the title: front matter or heading of the first file, else the folder', () => {
    expect(read({'a.md': '---\ntitle: From front matter\n---\n# Heading'}).book.metadata.title).toBe('From front matter')
    expect(read({'a.md': 'Setext\ntitle\n======\n'}).book.metadata.title).toBe('Setext title')
    expect(read({'a.md': '## Second level\n'}).book.metadata.title).toBe('Second level')
    expect(read({'a.md': 'No heading.'}, '/home/someone/field_notes-2024').book.metadata.title).toBe('Field notes 2024')
    expect(read({'a.md': 'No heading.'}, '/').book).toMatchObject({name: 'book', metadata: {title: 'Book'}})
    expect(read({'a/b.md': page('Inside')}).book.metadata.title).toBe('Inside')
  })

  test('front matter of other programs says nothing but titles, and nobody complains', () => {
    const {book, told} = read({
      'jekyll.md': '---\nlayout: post\ntitle: "A: post"\nid: 7\npart: one\neditions: x\ntags:\n  - a\nid: again\n---\n\nText.',
      'hugo.md': '+++\ntitle = "Hugo’s page"\nweight = 10\n+++\n\nText.',
      'liquid.md': '---\ntitle: {{ page.title }}\n---\n# Fallback\n\nText.',
      'list.md': '---\ntitle: [a]\n---\n# List\n\nText.',
      'rule.md': '---\n\n# After a rule\n\nText.'
    })
    expect(told).toEqual([
      'jekyll.md:9:1-9:3 warning yaml-invalid: Unexpected second `id`, expected each key once\n  hint: delete one of the two',
      'liquid.md:2:9-2:23 warning yaml-invalid: Unexpected map as a key, expected a word\n  hint: write each key as `key: value`'
    ])
    expect(outline(book.body)).toEqual([
      'hugo: Hugo’s page (hugo.md)',
      'jekyll: A: post (jekyll.md)',
      'liquid: Fallback (liquid.md)',
      'list: List (list.md)',
      'rule: After a rule (rule.md)'
    ])
    expect(book.body[0]?.matter).toEqual({title: 'Hugo’s page'})
  })

  test('a folder without Markdown', () => {
    const reason = 'Unexpected folder without Markdown, expected at least one `.md` file'
    const hint = 'name a folder that holds `.md` files, or one with `book.yaml` and `sections/`'
    expect(read({}).told).toEqual([` error book-empty: ${reason}\n  hint: ${hint}`])
    expect(read({'a.txt': 'x'}).told).toEqual([` error book-empty: ${reason}\n  hint: ${hint}`])
  })

  test('an empty file stays, with a warning; a file that cannot be read is left out', () => {
    const {book, told} = read({'a.md': '# A\n', 'b.md': {refused: 'outside'}})
    expect(outline(book.body)).toEqual(['a: A (a.md)'])
    expect(told).toEqual([
      'b.md error file-outside: Unexpected link out of the book’s folder, expected a file inside it\n  hint: copy what it leads to into the folder',
      'a.md:1:1-1:4 warning section-empty: Unexpected end of file, expected text below the title\n  hint: write the section, or take the file out of the book'
    ])
  })
})

describe('SUMMARY.md', () => {
  test('everything that mdBook’s format has', () => {
    const {book, told} = read({
      'SUMMARY.md': [
        '# The *Book* of `Things`',
        '',
        '[Foreword](foreword.md)',
        '[Introduction](./intro.md)',
        '',
        '- [Before any part](before.md)',
        '',
        '# Part <b>one</b>',
        '',
        '1. [One](one.md)',
        '    1. [One `a`](sub%20folder/a.md)',
        '        - [Deep](sub%20folder/deep.md "title")',
        '    2. [One b](<sub folder/b.md>)',
        '2. [Two, which is',
        '   long](two.md)',
        '',
        '---',
        '',
        '## Part two',
        '<!-- - [Hidden](hidden.md) -->',
        '* [Planned]()',
        '* [Planned with children]()',
        '\t* [Three](three/)',
        '+ [Elsewhere](https://example.org/)',
        '',
        '# Part without chapters',
        '',
        '***',
        '',
        '[Contributors](contributors.md)'
      ].join('\n'),
      'foreword.md': page('F'),
      'intro.md': page('I'),
      'before.md': page('B'),
      'one.md': page('O'),
      'sub folder/a.md': page('A'),
      'sub folder/deep.md': page('D'),
      'sub folder/b.md': page('Bb'),
      'two.md': page('T'),
      'three/README.md': page('Th'),
      'contributors.md': page('C'),
      'hidden.md': page('H')
    })
    expect(outline(book.frontMatter)).toEqual(['foreword: Foreword (foreword.md)', 'intro: Introduction (intro.md)'])
    expect(outline(book.body)).toEqual([
      'before: Before any part (before.md)',
      'part-part-one: Part one',
      '  one: One (one.md)',
      '    a: One a (sub folder/a.md)',
      '      deep: Deep (sub folder/deep.md)',
      '    b: One b (sub folder/b.md)',
      '  two: Two, which is long (two.md)',
      'part-part-two: Part two',
      '  chapter-planned-with-children: Planned with children',
      '    three: Three (three/README.md)'
    ])
    expect(outline(book.backMatter)).toEqual(['contributors: Contributors (contributors.md)'])
    expect(book.metadata.title).toBe('The Book of Things')
    expect(told).toEqual([
      'SUMMARY.md:21:3-21:14 info summary-entry: Unexpected chapter `Planned` without a file, expected a link to one\n  hint: it is left out until it has a file',
      'SUMMARY.md:22:3-22:28 info summary-entry: Unexpected chapter `Planned with children` without a file, expected a link to one\n  hint: it is left out until it has a file',
      'SUMMARY.md:24:3-24:36 info summary-entry: Unexpected chapter `Elsewhere` without a file, expected a link to one\n  hint: it is left out until it has a file',
      'SUMMARY.md info section-unlisted: Unexpected file `hidden.md`, expected only files that the summary lists\n  hint: it is left out'
    ])
  })

  test('links that lead nowhere, out of the folder, or to a file again', () => {
    const {book, told} = read({
      'SUMMARY.md': '# Summary\n\n- [A](a.md)\n- [Gone](gnoe.md)\n- [Out](../out.md)\n- [Again](./a.md)\n- [A’s end](a.md#end)\n',
      'a.md': page('A'),
      'gone.md': page('Gone'),
      'b.md': page('B'),
      'c.md': page('C'),
      'd.md': page('D')
    })
    expect(told).toEqual([
      'SUMMARY.md:4:3-4:18 error file-missing: Unexpected `gnoe.md`, expected a Markdown file of the folder\n  hint: the nearest file is `gone.md`',
      'SUMMARY.md:5:3-5:19 error file-missing: Unexpected `../out.md`, expected a Markdown file of the folder\n  hint: put the file there, or take the line out',
      'SUMMARY.md:6:3-6:18 warning section-listed-twice: Unexpected `a.md`, expected each file once\n  hint: line 3 lists it already',
      'SUMMARY.md info section-unlisted: Unexpected files `b.md`, `c.md`, `d.md` and 1 more, expected only files that the summary lists\n  hint: they are left out'
    ])
    expect(outline(book.body)).toEqual(['a: A (a.md)'])
    expect(book.metadata.title).toBe('A')
  })

  test('mdBook’s own folder: book.toml and src', () => {
    const files = {
      'README.md': page('The repository'),
      'text/SUMMARY.md': '# Summary\n\n- [One](one.md)\n',
      'text/one.md': page('One')
    }
    const {book, told} = read({
      ...files,
      'book.toml': '[book]\ntitle = "The Book" # yes\nlanguage = "de"\nsrc = "./text/"\n\n[output]\ntitle = "no"\n'
    })
    expect(told).toEqual([])
    expect(outline(book.body)).toEqual(['one: One (text/one.md)'])
    expect(book.metadata).toMatchObject({title: 'The Book', language: 'de'})
    expect(outline(read({'src/SUMMARY.md': '- [One](one.md)', 'src/one.md': page('One')}).book.body)).toEqual(['one: One (src/one.md)'])
    expect(outline(read(files).book.body)[0]).toBe('readme: The repository (README.md)')
  })

  test('a file that only happens to be called so is a section', () => {
    const {book, told} = read({'SUMMARY.md': '# Summary\n\nWhat we found.\n\n- a point\n', 'a.md': page('A')})
    expect(told).toEqual([])
    expect(outline(book.body)).toEqual(['a: A (a.md)', 'summary: Summary (SUMMARY.md)'])
  })
})
