import {describe, expect, test} from 'vitest'
import type {Section} from '../../scripts/book/section.ts'
import {readBook} from '../../scripts/read/read-book.ts'
import {memoryFiles, told, type MemoryFile} from './memory-files.ts'

const quote = '---\nattribution: A voice\nsource: A letter\nconsent: In print and on screen\n---\n\nWords as given.\n'
const section = '# A title\n\nText.\n'

function read(contents: Record<string, MemoryFile>) {
  const {book, messages} = readBook(memoryFiles(contents, '/books/manuscript'))
  return {book, told: messages.map(told)}
}

function outline(sections: readonly Section[], indent = ''): string[] {
  return sections.flatMap(each => [`${indent}${each.id}: ${each.title}`, ...outline(each.children, `${indent}  `)])
}

describe('a book in order', () => {
  test('everything that a manuscript says', () => {
    const {book, told} = read({
      'book.yaml': [
        'title: "Space Hacks: in focus"',
        'subtitle: Hacks',
        'language: en-US',
        'publishers: [NACCHO, Balanced Imperfection]',
        'funder: The funder',
        'edition: 1.10',
        'date: 2026-11-30',
        'licence: CC BY 4.0',
        'notice: >-',
        '  A working',
        '  manuscript.',
        'subject: Spaces',
        'keywords:',
        '  - harm reduction',
        'name: hacks',
        'editions:',
        '  fixed: {variables: {site: drop-in}}',
        '  mobile: {title: In Motion, name: vans, variables: {site: van}}',
        'front-matter: [about]',
        'sections:',
        '  - prevent',
        '  - respond.md',
        'back-matter: [notes]'
      ].join('\n'),
      'facts.yaml': 'surveys: 180\nversion: 1.10\nleaders:\n  text: twelve leaders\n  source: Announcement\n',
      'quotes/README.md': 'Notes for editors.',
      'quotes/calm.md':
        '---\nid: q-1\nattribution: A voice\nsource: A letter\nconsent: Given\nlanguage: es\n---\n\n\nPrimera línea \nsegunda.\n\n\n\nOtra “cita”…\n\n',
      'sections/README.md': 'Notes for editors.',
      'sections/about.md': '---\npart: front\nsummary: What it is.\n---\n\n# About\n\nText.\n',
      'sections/prevent/index.md': '---\ntitle: Preventing escalation\norder: [quiet, door.md]\n---\n\n# Prevent\n',
      'sections/prevent/door.md': '---\neditions: [mobile]\n---\n# The *door* of `:fact[surveys]` :fact[surveys]\n\nText.\n',
      'sections/prevent/quiet.md':
        '---\nlabels:\n  sites: [drop-in, all]\nindex:\n  - waiting\n  - limits > saying no\nlayout: form\n---\n\nNo heading at all.\n',
      'labels.yaml': [
        'sites: {title: Good for, terms: {drop-in: Drop-ins, van: {text: Vans, editions: [mobile]}}}',
        'principles:',
        '  title: Principles',
        '  source: A framework',
        '  printed: false',
        '  required: true',
        '  terms:',
        '    care: Care first'
      ].join('\n'),
      'abbreviations.yaml': 'SSP: syringe services program\nRC: {text: recovery community, plural: recovery communities}\n',
      'sections/respond.md': '---\nid: in-the-moment\n---\nIn the moment\n=============\n\nText.\n',
      'sections/notes.md': section
    })
    expect(told).toEqual([])
    expect(book.folder).toBe('/books/manuscript')
    expect(book.name).toBe('hacks')
    expect(book.plain).toBe(false)
    expect(book.metadata).toEqual({
      title: 'Space Hacks: in focus',
      subtitle: 'Hacks',
      language: 'en-US',
      publishers: ['NACCHO', 'Balanced Imperfection'],
      funder: 'The funder',
      edition: '1.10',
      date: '2026-11-30',
      licence: 'CC BY 4.0',
      notice: 'A working manuscript.',
      subject: 'Spaces',
      keywords: ['harm reduction']
    })
    expect(book.editions).toEqual([
      {id: 'fixed', variables: new Map([['site', 'drop-in']])},
      {id: 'mobile', title: 'In Motion', name: 'vans', variables: new Map([['site', 'van']])}
    ])
    expect(outline(book.frontMatter)).toEqual(['about: About'])
    expect(outline(book.body)).toEqual([
      'prevent: Preventing escalation',
      '  quiet: Quiet',
      '  door: The door of :fact[surveys] 180',
      'in-the-moment: In the moment'
    ])
    expect(outline(book.backMatter)).toEqual(['notes: A title'])
    expect(book.frontMatter[0]).toEqual({
      id: 'about',
      title: 'About',
      depth: 0,
      file: 'sections/about.md',
      source: '---\npart: front\nsummary: What it is.\n---\n\n# About\n\nText.\n',
      matter: {part: 'front', summary: 'What it is.'},
      children: []
    })
    expect(book.body[0]?.children[1]).toMatchObject({depth: 1, matter: {editions: ['mobile']}})
    expect(book.body[0]?.children[0]?.matter).toEqual({
      labels: {sites: ['drop-in', 'all']},
      index: ['waiting', 'limits > saying no'],
      layout: 'form'
    })
    expect([...book.labels.values()].map(({terms, ...list}) => ({...list, terms: [...terms.values()]}))).toEqual([
      {
        id: 'sites',
        title: 'Good for',
        isPrinted: true,
        isRequired: false,
        file: 'labels.yaml',
        line: 1,
        terms: [
          {id: 'drop-in', text: 'Drop-ins', line: 1},
          {id: 'van', text: 'Vans', editions: ['mobile'], line: 1}
        ]
      },
      {
        id: 'principles',
        title: 'Principles',
        source: 'A framework',
        isPrinted: false,
        isRequired: true,
        file: 'labels.yaml',
        line: 2,
        terms: [{id: 'care', text: 'Care first', line: 8}]
      }
    ])
    expect([...book.abbreviations.values()]).toEqual([
      {short: 'SSP', text: 'syringe services program', plural: 'syringe services programs'},
      {short: 'RC', text: 'recovery community', plural: 'recovery communities'}
    ])
    expect([...book.quotes.values()]).toEqual([
      {
        id: 'q-1',
        words: 'Primera línea\nsegunda.\n\nOtra “cita”…',
        attribution: 'A voice',
        source: 'A letter',
        consent: 'Given',
        language: 'es',
        file: 'quotes/calm.md'
      }
    ])
    expect([...book.facts.values()]).toEqual([
      {id: 'surveys', text: '180', file: 'facts.yaml', line: 1},
      {id: 'version', text: '1.10', file: 'facts.yaml', line: 2},
      {id: 'leaders', text: 'twelve leaders', source: 'Announcement', file: 'facts.yaml', line: 3}
    ])
  })

  test('without lists: natural order, with `part` for what goes before and after', () => {
    const {book, told} = read({
      'book.yaml': 'title: T',
      'sections/10-last.md': section,
      'sections/9-middle/b.md': section,
      'sections/9-middle/a.md': section,
      'sections/1-first.md': section,
      'sections/README.md': 'Notes for editors.',
      'sections/thanks/index.md': '---\npart: back\n---\n# Thanks\n\nText.',
      'sections/about.md': '---\npart: front\n---\n# About\n\nText.'
    })
    expect(told).toEqual([])
    expect(outline(book.frontMatter)).toEqual(['about: About'])
    expect(outline(book.body)).toEqual(['1-first: A title', '9-middle: Middle', '  a: A title', '  b: A title', '10-last: A title'])
    expect(outline(book.backMatter)).toEqual(['thanks: Thanks'])
  })

  test('ids: front matter before names, parents where names are taken, ASCII, one hyphen', () => {
    const {book, told} = read({
      'book.yaml': 'title: T',
      'sections/a/index.md': '---\nid: intro\n---\n# A\n\nText.',
      'sections/a/intro.md': section,
      'sections/b/intro.md': section,
      'sections/c/b-intro.md': section,
      'sections/c/Größe -- été.md': section,
      'sections/c/日.md': section,
      'sections/intro.md': section
    })
    expect(told).toEqual([])
    expect(outline(book.body)).toEqual([
      'intro: A',
      '  intro-intro: A title',
      'b: B',
      '  b-intro: A title',
      'c: C',
      '  c-b-intro: A title',
      '  grosse-ete: A title',
      '  u65e5: A title',
      'intro-2: A title'
    ])
  })

  test('BOM, CRLF and lone CR: lines and columns as in the file, `\\n` in the book', () => {
    const {book, told} = read({
      'book.yaml': '\ufefftitle: T\r\nsections: [a]\r\nlicense: x\r\n',
      'sections/a.md': '\ufeff---\r\ntitle: One\r\npartt: front\r\n---\r\n\r\nText\rmore.\r\n'
    })
    expect(told).toEqual([
      'book.yaml:3:1-3:8 error key-unknown: Unexpected key `license`, expected a key of `book.yaml`\n  hint: the nearest key is `licence`',
      'sections/a.md:3:1-3:6 error key-unknown: Unexpected key `partt`, expected a key of the front matter of a section\n  hint: the nearest key is `part`'
    ])
    expect(book.body[0]).toMatchObject({title: 'One', source: '---\ntitle: One\npartt: front\n---\n\nText\nmore.\n'})
  })

  test('names are the same however their accents are encoded', () => {
    const {told} = read({'book.yaml': 'title: T\nsections: [caf\u00e9]', 'sections/cafe\u0301.md': section})
    expect(told).toEqual([])
  })

  test('names may have the folder in front, an ending or a slash, and lead into folders', () => {
    const {book, told} = read({
      'book.yaml': 'title: T\nsections:\n  - ./sections/a.md\n  - b/\n  - c/d\n  - index',
      'sections/index.md': section,
      'sections/a.md': section,
      'sections/b/x.md': section,
      'sections/b.markdown': section,
      'sections/b/index.md': section,
      'sections/c/d.md': section
    })
    expect(told).toEqual([
      'sections/b.markdown warning section-unlisted: Unexpected file that `book.yaml` does not list, expected every file of the folder\n  hint: list it, or move it to another folder'
    ])
    expect(outline(book.body)).toEqual(['a: A title', 'b: A title', '  x: A title', 'd: A title', 'index: A title'])
  })

  test('the products are called by the title where the book gives no name', () => {
    const name = (yaml: string) => read({'book.yaml': yaml, 'sections/a.md': section}).book.name
    expect(name('title: Space Hacks')).toBe('space-hacks')
    expect(name('title: Hacks for creating functional harm reduction spaces')).toBe('hacks-for-creating-functional-harm')
    expect(name('title: "…"')).toBe('manuscript')
    expect(name('title: T\nname: ../out')).toBe('t')
  })
})

describe('what is wrong', () => {
  const cases: Record<string, {files: Record<string, MemoryFile>; told: string[]}> = {
    'broken YAML in book.yaml': {
      files: {'book.yaml': 'title: Space Hacks: in focus\n', 'sections/a.md': section},
      told: [
        'book.yaml:1:19-1:20 error yaml-invalid: Unexpected `: ` in a value, expected quotation marks around the value\n  hint: write the value as `"Space Hacks: in focus"`'
      ]
    },
    'broken YAML in front matter': {
      files: {'book.yaml': 'title: T', 'sections/a.md': '---\ntitle: "One\n---\n\nText.'},
      told: [
        'sections/a.md:2:8-2:9 error yaml-invalid: Unexpected end, expected a closing quotation mark\n  hint: the value that begins here has no quotation mark at its end'
      ]
    },
    'front matter that nothing closes': {
      files: {'book.yaml': 'title: T', 'sections/a.md': '---\ntitle: One\n\nText.'},
      told: [
        'sections/a.md:1:1-1:4 error yaml-invalid: Unexpected end of file, expected `---` below the front matter\n  hint: put a line `---` after the last key'
      ]
    },
    'front matter below an empty line': {
      files: {'book.yaml': 'title: T', 'sections/a.md': '\n---\ntitle: One\n---\n\n# One\n\nText.'},
      told: [
        'sections/a.md:1:1-1:1 error yaml-invalid: Unexpected text at the top, expected `---` above the front matter\n  hint: make `---` the very first line of the file'
      ]
    },
    'front matter that nothing opens': {
      files: {'book.yaml': 'title: T', 'sections/a.md': 'title: One\nindex:\n  - a\n---\n\n# One\n\nText.'},
      told: [
        'sections/a.md:1:1-1:1 error yaml-invalid: Unexpected text at the top, expected `---` above the front matter\n  hint: make `---` the very first line of the file'
      ]
    },
    'a rule and words with a colon are no front matter': {
      files: {'book.yaml': 'title: T', 'sections/a.md': '# One\n\nText.\n\n---\nNote: a word.\n\ntitle: another\n\n---\n\nindex: more\n'},
      told: []
    },
    'front matter in TOML': {
      files: {'book.yaml': 'title: T', 'sections/a.md': '+++\ntitle = "One"\n+++\n\nText.'},
      told: [
        'sections/a.md:1:1-1:4 error yaml-invalid: Unexpected `+++`, expected `---`\n  hint: write the front matter as `key: value` lines between `---`'
      ]
    },
    'an unknown key': {
      files: {'book.yaml': 'titel: T\n', 'sections/a.md': section},
      told: [
        'book.yaml:1:1-1:6 error key-unknown: Unexpected key `titel`, expected a key of `book.yaml`\n  hint: the nearest key is `title`'
      ]
    },
    'a key that must be there': {
      files: {'book.yaml': '# nothing yet\n', 'facts.yaml': '', 'sections/a.md': section},
      told: [
        'book.yaml:1:1-1:1 error key-missing: Unexpected end of `book.yaml`, expected the key `title`\n  hint: add a line such as `title: Space Hacks`'
      ]
    },
    'a key that is like no other': {
      files: {'book.yaml': 'title: T', 'sections/a.md': '---\nweight: 10\n---\n# A\n\nText.'},
      told: [
        'sections/a.md:2:1-2:7 error key-unknown: Unexpected key `weight`, expected a key of the front matter of a section\n  hint: the keys are `id`, `title`, `summary`, `code`, `part`, `editions`, `order`, `labels`, `index`, `layout`'
      ]
    },
    'labels that nobody declares': {
      files: {
        'book.yaml': 'title: T\neditions: {fixed: , mobile: }',
        'labels.yaml': 'sites:\n  title: Good for\n  terms:\n    drop-in: Drop-ins\n    van: {text: Vans, editions: [mobil]}\n',
        'sections/a.md': '---\nlabels:\n  sites: [drop-inn, all]\n  site: [van]\n  moods: [calm]\n---\n# A\n\nText.'
      },
      told: [
        'labels.yaml:5:34-5:39 error edition-unknown: Unexpected edition `mobil`, expected one that `book.yaml` declares\n  hint: the nearest edition is `mobile`',
        'sections/a.md:3:11-3:19 error label-unknown: Unexpected label `drop-inn`, expected a term of `sites` in `labels.yaml`\n  hint: the nearest is `drop-in`',
        'sections/a.md:4:3-4:7 error label-unknown: Unexpected list of labels `site`, expected one that `labels.yaml` declares\n  hint: the nearest is `sites`',
        'sections/a.md:5:3-5:8 error label-unknown: Unexpected list of labels `moods`, expected one that `labels.yaml` declares\n  hint: declare it in `labels.yaml`'
      ]
    },
    'values of the wrong kind': {
      files: {
        'book.yaml': [
          'title: [a, b]',
          'language: english language',
          'publishers: NACCHO',
          'edition:',
          'date: 2026-02-30',
          'keywords: [a, [b]]',
          'name: my book.pdf',
          'editions:',
          '  on the move:',
          '  fixed: {titel: x}',
          '  other: text'
        ].join('\n'),
        'sections/a.md': '---\nid: a--b\npart: frnt\n---\n# A\n\nText.'
      },
      told: [
        'book.yaml:1:8-1:14 error key-value: Unexpected list for `title`, expected text',
        'book.yaml:2:11-2:27 error key-value: Unexpected `english language` for `language`, expected a language tag such as `en`, `en-US` or `es`',
        'book.yaml:3:13-3:19 error key-value: Unexpected text for `publishers`, expected a list of names\n  hint: write each entry on a line of its own, such as `- NACCHO`',
        'book.yaml:4:1-4:8 error key-value: Unexpected nothing for `edition`, expected text',
        'book.yaml:5:7-5:17 error key-value: Unexpected `2026-02-30` for `date`, expected a date such as `2026-11-30`',
        'book.yaml:6:15-6:18 error key-value: Unexpected list for `keywords`, expected text',
        'book.yaml:7:7-7:18 error key-value: Unexpected `my book.pdf` for `name`, expected letters, digits and hyphens without an ending',
        'book.yaml:9:3-9:14 error key-value: Unexpected id `on the move`, expected ASCII letters, digits, `_`, and single hyphens between them',
        'book.yaml:10:11-10:16 error key-unknown: Unexpected key `titel`, expected a key of `fixed`\n  hint: the nearest key is `title`',
        'book.yaml:11:10-11:14 error key-value: Unexpected text for `other`, expected an edition',
        'sections/a.md:2:5-2:9 error key-value: Unexpected `a--b` for `id`, expected ASCII letters, digits, `_`, and single hyphens between them',
        'sections/a.md:3:7-3:11 error key-value: Unexpected `frnt` for `part`, expected `front`, `body` or `back`\n  hint: the nearest is `front`'
      ]
    },
    'a file that is no map': {
      files: {'book.yaml': 'title: T', 'facts.yaml': '- surveys\n', 'sections/a.md': '---\njust words\n---\n# A\n\nText.'},
      told: [
        'facts.yaml:1:1-1:10 error key-value: Unexpected list, expected `key: value` lines for `facts.yaml`',
        'sections/a.md:2:1-2:11 error key-value: Unexpected text, expected `key: value` lines for the front matter of a section'
      ]
    },
    'not UTF-8': {
      files: {
        'book.yaml': 'title: T',
        'sections/a.md': new Uint8Array([...new TextEncoder().encode('# A\n\nä caf'), 0xe9, 0x2e, 0x0a]),
        'sections/b.md': new Uint8Array([0xff, 0xfe, 0x41, 0x00, 0x0a, 0x00]),
        'sections/c.md': '# C\n\nText\0.',
        'sections/d.md': new Uint8Array([...new TextEncoder().encode('# D\n\nText '), 0xe2, 0x80])
      },
      told: [
        'sections/a.md:3:6 error file-encoding: Unexpected byte E9, expected text in UTF-8\n  hint: save the file with the encoding UTF-8',
        'sections/b.md:1:1 error file-encoding: Unexpected byte FF, expected text in UTF-8\n  hint: the file is UTF-16: save it with the encoding UTF-8',
        'sections/c.md:3:5 error file-encoding: Unexpected byte 00, expected text in UTF-8\n  hint: save the file with the encoding UTF-8',
        'sections/d.md:3:6 error file-encoding: Unexpected byte E2, expected text in UTF-8\n  hint: save the file with the encoding UTF-8'
      ]
    },
    'files that book.yaml names but are not there': {
      files: {
        'book.yaml': 'title: T\nfront-matter:\n  - abuot\nsections:\n  - About.md\n  - a/nothing-like-it\n  - ../secret\n  - about',
        'sections/about.md': section
      },
      told: [
        'book.yaml:3:5-3:10 error file-missing: Unexpected `abuot`, expected a Markdown file or folder of `sections/`\n  hint: the nearest name is `about`',
        'book.yaml:5:5-5:13 error file-missing: Unexpected `About.md`, expected a Markdown file or folder of `sections/`\n  hint: the nearest name is `about`',
        'book.yaml:6:5-6:22 error file-missing: Unexpected `a/nothing-like-it`, expected a Markdown file or folder of `sections/`\n  hint: put the file there, or take the name out of the list',
        'book.yaml:7:5-7:14 error file-missing: Unexpected `../secret`, expected a Markdown file or folder of `sections/`\n  hint: put the file there, or take the name out of the list'
      ]
    },
    'files that are listed twice': {
      files: {
        'book.yaml': 'title: T\nsections:\n  - a\n  - b\n  - a.md\n  - b/x',
        'sections/a.md': section,
        'sections/b/x.md': section,
        'sections/b/y.md': section,
        'sections/b/index.md': '---\norder: [x, y, x.md]\n---\n# B'
      },
      told: [
        'sections/b/index.md:2:15-2:19 error section-listed-twice: Unexpected `x.md`, expected each file once\n  hint: `x.md` is in the book by line 2 of this file already',
        'book.yaml:5:5-5:9 error section-listed-twice: Unexpected `a.md`, expected each file once\n  hint: `sections/a.md` is in the book by line 3 of this file already',
        'book.yaml:6:5-6:8 error section-listed-twice: Unexpected `b/x`, expected each file once\n  hint: `sections/b/x.md` is in the book by line 4 of this file already'
      ]
    },
    'files that no list names': {
      files: {
        'book.yaml': 'title: T\nsections: [a]',
        'sections/a/index.md': '---\norder: [x, z]\n---\n# A',
        'sections/a/x.md': section,
        'sections/a/y.md': section,
        'sections/b.md': section,
        'sections/notes.txt': 'x'
      },
      told: [
        'sections/a/index.md:2:12-2:13 error file-missing: Unexpected `z`, expected a Markdown file or folder of `sections/a/`\n  hint: the nearest name is `x`',
        'sections/a/y.md warning section-unlisted: Unexpected file that `order` in `sections/a/index.md` does not list, expected every file of the folder\n  hint: list it, or move it to another folder',
        'sections/b.md warning section-unlisted: Unexpected file that `book.yaml` does not list, expected every file of the folder\n  hint: list it, or move it to another folder'
      ]
    },
    'empty sections': {
      files: {
        'book.yaml': 'title: T',
        'sections/a.md': '',
        'sections/b.md': '---\ntitle: B\n---\n\n# B\n\n<!-- to be\n\nwritten -->\n',
        'sections/c/index.md': '# C\n',
        'sections/c/d.md': section
      },
      told: [
        'sections/a.md:1:1-1:1 warning section-empty: Unexpected end of file, expected text below the title\n  hint: write the section, or take the file out of the book',
        'sections/b.md:5:1-5:4 warning section-empty: Unexpected end of file, expected text below the title\n  hint: write the section, or take the file out of the book'
      ]
    },
    'ids given twice': {
      files: {
        'book.yaml': 'title: T',
        'sections/a.md': '---\nid: same\n---\n# A\n\nText.',
        'sections/b.md': '---\nid: same\n---\n# B\n\nText.',
        'quotes/a.md': quote,
        'quotes/b.md': quote.replace('---\n', '---\nid: a\n').replace('Words', 'Other words')
      },
      told: [
        'quotes/b.md:2:5-2:6 error id-duplicate: Unexpected id `a`, expected one that no other quote has\n  hint: it belongs to `quotes/a.md`',
        'sections/b.md:2:5-2:9 error id-duplicate: Unexpected id `same`, expected one that no other section has\n  hint: it is given in `sections/a.md:2` already'
      ]
    },
    'quotes without words or keys, and the same words twice': {
      files: {
        'book.yaml': 'title: T',
        'sections/a.md': section,
        'quotes/a.md': '---\nattribution: A voice\n---\n',
        'quotes/b.md': 'Words only.',
        'quotes/c.md': quote.replace('Words as given.', 'It’s – “words”\nonly.'),
        'quotes/d.md': quote.replace('Words as given.', 'It\'s - "words" only.'),
        'quotes/e.md': '---\nattribution: A: B\n---\nWords.'
      },
      told: [
        'quotes/a.md:2:1-2:1 error key-missing: Unexpected end of the front matter of a quote, expected the key `source`\n  hint: add a line such as `source: Space Hacks announcement`',
        'quotes/a.md:2:1-2:1 error key-missing: Unexpected end of the front matter of a quote, expected the key `consent`\n  hint: add a line such as `consent: Published in the project’s announcement`',
        'quotes/a.md:4:1 error quote-empty: Unexpected end of file, expected the person’s words\n  hint: put the words below the line `---` that ends the front matter',
        'quotes/b.md:1:1-1:1 error key-missing: Unexpected end of the front matter of a quote, expected the key `attribution`\n  hint: add a line such as `attribution: A voice from the Space Hacks announcement`',
        'quotes/b.md:1:1-1:1 error key-missing: Unexpected end of the front matter of a quote, expected the key `source`\n  hint: add a line such as `source: Space Hacks announcement`',
        'quotes/b.md:1:1-1:1 error key-missing: Unexpected end of the front matter of a quote, expected the key `consent`\n  hint: add a line such as `consent: Published in the project’s announcement`',
        'quotes/d.md warning quote-same-words: Unexpected words of `quotes/c.md`, expected words that no other quote has\n  hint: delete one of the two files and use `::quote[c]`',
        'quotes/e.md:2:15-2:16 error yaml-invalid: Unexpected `: ` in a value, expected quotation marks around the value\n  hint: write the value as `"A: B"`'
      ]
    },
    facts: {
      files: {
        'book.yaml': 'title: T',
        'sections/a.md': section,
        'facts.yaml': 'good: 1\nempty:\nmy fact: 2\nrich: {txt: 3, text: 3}\nlisted: [1]\ngood: 4\n'
      },
      told: ['facts.yaml:6:1-6:5 error yaml-invalid: Unexpected second `good`, expected each key once\n  hint: delete one of the two']
    },
    'values of facts': {
      files: {
        'book.yaml': 'title: T',
        'sections/a.md': section,
        'facts.yaml': 'empty:\nmy fact: 2\nrich: {txt: 3, text: 3}\nlisted: [1]\n'
      },
      told: [
        'facts.yaml:1:1-1:6 error key-value: Unexpected nothing for `empty`, expected text',
        'facts.yaml:2:1-2:8 error key-value: Unexpected id `my fact`, expected ASCII letters, digits, `_`, and single hyphens between them',
        'facts.yaml:3:8-3:11 error key-unknown: Unexpected key `txt`, expected a key of `rich`\n  hint: the nearest key is `text`',
        'facts.yaml:4:9-4:12 error key-value: Unexpected list for `listed`, expected text'
      ]
    },
    'editions that book.yaml does not declare': {
      files: {
        'book.yaml': 'title: T\neditions:\n  mobile:\n  fixed:\n',
        'sections/a.md': '---\neditions: [mobil, clinic, fixed]\n---\n# A\n\nText.'
      },
      told: [
        'sections/a.md:2:12-2:17 error edition-unknown: Unexpected edition `mobil`, expected one that `book.yaml` declares\n  hint: the nearest edition is `mobile`',
        'sections/a.md:2:19-2:25 error edition-unknown: Unexpected edition `clinic`, expected one that `book.yaml` declares\n  hint: declare it under `editions` in `book.yaml`'
      ]
    },
    'a part that the order contradicts': {
      files: {
        'book.yaml': 'title: T\nfront-matter: [a]\nsections: [b]',
        'sections/a.md': '---\npart: front\n---\n# A\n\nText.',
        'sections/b/index.md': '# B',
        'sections/b/c.md': '---\npart: back\n---\n# C\n\nText.'
      },
      told: [
        'sections/b/c.md:2:7-2:11 warning part-unused: Unexpected part `back`, expected `body`, where the order puts the section\n  hint: delete the key, or move the entry to another list of `book.yaml`'
      ]
    },
    'names that differ too little': {
      files: {
        'book.yaml': 'title: T',
        'sections/a.md': section,
        'sections/A.md': section,
        'Sections/b.md': section,
        'figures/\u00e9.svg': '',
        'figures/e\u0301.svg': ''
      },
      told: [
        'figures/\u00e9.svg warning file-name-case: Unexpected name that differs from `figures/e\u0301.svg` only in how its accents are encoded, expected a name of its own\n  hint: rename one of the two',
        'sections warning file-name-case: Unexpected name that differs from `Sections` only in capitals, expected a name of its own\n  hint: rename one of the two',
        'sections/a.md warning file-name-case: Unexpected name that differs from `sections/A.md` only in capitals, expected a name of its own\n  hint: rename one of the two'
      ]
    },
    'files that are refused': {
      files: {
        'book.yaml': 'title: T',
        'sections/a.md': section,
        'sections/b.md': {refused: 'outside'},
        'sections/c.md': {refused: 'unreadable'},
        'sections/d.md': {refused: 'not-a-file'},
        'sections/e.md': {refused: 'missing'},
        'sections/f.md': {refused: 'too-large'},
        'sections/g.md': 'x'.repeat(4 * 1024 * 1024 + 1),
        'shared/': {refused: 'outside'}
      },
      told: [
        'shared/ warning file-outside: Unexpected link out of the book’s folder, expected a file inside it\n  hint: copy what it leads to into the folder',
        'sections/b.md error file-outside: Unexpected link out of the book’s folder, expected a file inside it\n  hint: copy what it leads to into the folder',
        'sections/c.md error file-unreadable: Unexpected refusal by the system, expected a file to read\n  hint: look at the file’s permissions',
        'sections/d.md error file-unreadable: Unexpected folder, pipe or device, expected a file\n  hint: rename it, or move it out of the book’s folder',
        'sections/e.md error file-missing: Unexpected link to nothing, expected a file\n  hint: delete the link, or put the file where it leads',
        'sections/f.md error file-too-large: Unexpected size, expected at most 64 MiB\n  hint: split the file',
        'sections/g.md error file-too-large: Unexpected 4.0 MiB of text, expected at most 4 MiB\n  hint: split the file'
      ]
    },
    'no sections at all': {
      files: {'book.yaml': 'title: T', 'notes.md': section},
      told: [
        'book.yaml error book-empty: Unexpected book without sections, expected at least one `.md` file in `sections/`\n  hint: put the first section into `sections/`'
      ]
    },
    'book.yaml under another name': {
      files: {'Book.yml': 'title: T', 'sections/a.md': section},
      told: ['Book.yml error book-file-name: Unexpected name `Book.yml`, expected `book.yaml`\n  hint: rename the file']
    }
  }

  test.each(Object.entries(cases))('%s', (_, {files, told}) => {
    expect(read(files).told).toEqual(told)
  })

  test('what can be read is still read', () => {
    const {book} = read({
      'book.yaml': 'title: [x]\nlanguage: "??"\nsections: [a, b, c]',
      'sections/a.md': '---\nid: not an id\n---\n# A\n\nText.',
      'sections/b.md': {refused: 'unreadable'},
      'sections/c/d.md': {refused: 'unreadable'}
    })
    expect(book.metadata).toEqual({title: 'Manuscript', language: 'en', publishers: [], keywords: []})
    expect(outline(book.body)).toEqual(['a: A'])
  })

  test('aliases that multiply each other are refused', () => {
    const bomb = [
      'a: &a [x, x, x, x, x, x, x, x, x, x]',
      ...['b', 'c', 'd', 'e', 'f', 'g', 'h'].map((key, index) => `${key}: &${key} [${`*${'abcdefg'[index]!},`.repeat(10)}]`)
    ].join('\n')
    const {told} = read({'book.yaml': 'title: T', 'facts.yaml': bomb, 'sections/a.md': section})
    expect(told).toHaveLength(1)
    expect(told[0]).toMatch(/^facts\.yaml:\S+ error yaml-invalid: Unexpected aliases of aliases, expected values written out/)
  })
})
