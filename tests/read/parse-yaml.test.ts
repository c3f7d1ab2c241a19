import {parse} from 'yaml'
import {describe, expect, test} from 'vitest'
import {parseSimpleYaml} from '../../scripts/read/parse-simple-yaml.ts'
import {parseYaml} from '../../scripts/read/parse-yaml.ts'
import type {YamlNode} from '../../scripts/read/yaml-node.ts'

/** The node as plain data, as the package gives it. */
function valueOf(node: YamlNode): unknown {
  if (node.kind === 'nothing') return ''
  if (node.kind === 'text') return node.text
  if (node.kind === 'list') return node.entries.map(valueOf)
  return Object.fromEntries(node.entries.map(({key, value}) => [key, valueOf(value)]))
}

/** Text of the file under each key and value. */
function spans(node: YamlNode, lines: readonly string[], firstLine: number): string[] {
  const textAt = ({start, end}: YamlNode['position']) =>
    lines[start.line - firstLine]!.slice(start.column - 1, end.line === start.line ? end.column - 1 : undefined)
  if (node.kind === 'map') return node.entries.flatMap(({keyPosition, value}) => [textAt(keyPosition), ...spans(value, lines, firstLine)])
  if (node.kind === 'list') return node.entries.flatMap(entry => spans(entry, lines, firstLine))
  return [textAt(node.position)]
}

const simple = [
  'title: Plain words',
  'id: a\ntitle: One, two & three (four) [five] {six}\n\nsummary:   spaced   ',
  'time: 10:30\nanchor: C#\nurl: https://example.org/#x',
  'a: "Quoted: with a colon"\nb: \'single "double"\'\nc: ""',
  'a: /path/\nb: ./x\nc: <b>\nd: “Said”\nf: $5 (or more)\ng: (x)\nh: +1\ni: =y\nj: ^z\nk: _l_\nm: ...\nn: <<',
  'list: [a, b-c, d e,f]\nother: [ one ]',
  'title: Über alles\nn: 1.10\nd: 2026-11-30\nt: true'
]

const others = [
  'title:',
  'title: # comment',
  'title: words # comment',
  'title: "esc\\n"',
  "title: 'it''s'",
  'title: >-\n  folded\n  words',
  'title: first\n  second',
  'list:\n  - a\n  - b: c',
  'list: [a, [b]]',
  'list: [a,, b]',
  'a: &x words\nb: *x',
  '"quoted key": x',
  'a: - x',
  'a: ? x',
  'a:\tx',
  '- a',
  'words',
  '',
  'map: {a: b, c: [d]}',
  'a: !!str 5',
  'a: ~\nb: null',
  'key with space: x',
  'a: x:\n'
]

describe('nodes', () => {
  test.each(simple)('simple: %j', text => {
    const node = parseSimpleYaml(text, 2)
    expect(node && valueOf(node)).toEqual(parse(text, {schema: 'failsafe'}))
    expect(valueOf(parseYaml(text).root)).toEqual(parse(text, {schema: 'failsafe'}))
  })

  test.each(others)('other: %j', text => {
    expect(parseSimpleYaml(text, 1)).toBeUndefined()
    const {root, fault} = parseYaml(text)
    if (!fault) expect(valueOf(root)).toEqual(parse(text, {schema: 'failsafe'}) ?? '')
  })

  test('both ways to read give the same places', () => {
    for (const text of simple) {
      const commented = parseYaml(`${text}\n# so that the package reads it`, 2).root
      expect(spans(parseSimpleYaml(text, 2)!, text.split('\n'), 2)).toEqual(spans(commented, text.split('\n'), 2))
    }
  })

  test('prototypes stay as they are', () => {
    const {root} = parseYaml('__proto__: x\nconstructor:\n  a: b')
    expect(root.kind === 'map' && root.entries.map(({key}) => key)).toEqual(['__proto__', 'constructor'])
  })
})

describe('what is not YAML, at the place to mend and in words', () => {
  test.each([
    [
      'title: Space Hacks: in focus',
      '1:19',
      'Unexpected `: ` in a value, expected quotation marks around the value',
      'write the value as `"Space Hacks: in focus"`'
    ],
    ['a: say "x": y', '1:11', 'Unexpected `: ` in a value, expected quotation marks around the value', 'write the value as `"…"`'],
    [
      'a: x\nb: "never closed\nc: d',
      '2:4',
      'Unexpected end, expected a closing quotation mark',
      'the value that begins here has no quotation mark at its end'
    ],
    [
      "a: 'it's'",
      '1:8',
      'Unexpected text after a quotation mark, expected the end of the line',
      "put the whole value into one pair of quotation marks; inside them write `\\\"` for `\"`, or `''` for `'`"
    ],
    ['a: 1\na: 2', '2:1', 'Unexpected second `a`, expected each key once', 'delete one of the two'],
    ['a:\n\tb: 1', '2:1', 'Unexpected tab at the start of a line, expected spaces', 'replace the tab by two spaces'],
    ['a: @x', '1:4', 'Unexpected `@` at the start of a value, expected quotation marks around the value', 'write the value as `"…"`'],
    ['a: [1, 2\nb: 3', '2:1', 'Unexpected line, expected `]`', 'close the list with `]`'],
    ['a: {b: 1\nc: 3', '2:1', 'Unexpected line, expected `}`', 'close the list with `}`'],
    [
      'a: 1\n b: 2',
      '1:4',
      'Unexpected indentation, expected the line to begin under the one above',
      'keys of one list begin in the same column; a value that goes on in the next line needs quotation marks'
    ],
    ['a: b\nwords\nc: d', '2:1', 'Unexpected line, expected `key: value`', 'each key ends with a colon and a space'],
    ['key:value\nb: c', '1:1', 'Unexpected line, expected `key: value`', 'each key ends with a colon and a space'],
    ['- a\nb: c', '2:1', 'Unexpected line, expected `key: value`', 'each key ends with a colon and a space'],
    ['a: "x\\q"', '1:6', 'Unexpected `\\` in a value, expected none', 'write `\\\\` for a backslash, or use single quotation marks'],
    ['a: 1\n---\nb: 2', '2:1', 'Unexpected `---` between keys, expected one list of keys', 'delete the line `---`'],
    ['a: *x', '1:4', 'Unexpected alias `*x`, expected text', 'text that begins with `*` goes in quotation marks'],
    ['a: &x [*x]', '1:8', 'Unexpected alias `*x`, expected text', 'text that begins with `*` goes in quotation marks'],
    ['{a: b}: c', '1:1', 'Unexpected map as a key, expected a word', 'write each key as `key: value`'],
    [
      'a: &x &y z',
      '1:7',
      'Unexpected YAML, expected `key: value` lines (A node can have at most one anchor)',
      'each key ends with a colon and a space'
    ]
  ])('%j', (text, place, reason, note) => {
    const {fault} = parseYaml(text)
    expect(fault && {place: `${fault.position.start.line}:${fault.position.start.column}`, reason: fault.reason, note: fault.note}).toEqual(
      {place, reason, note}
    )
  })
})
