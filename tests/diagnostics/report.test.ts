import {describe, expect, test} from 'vitest'
import {diagnose, levelOf} from '../../scripts/diagnostics/diagnose.ts'
import {countLine, diagnosticRecord, formatReport} from '../../scripts/diagnostics/report.ts'

const span = (line: number, from: number, to: number) => ({start: {line, column: from}, end: {line, column: to}})

function report(diagnostics: Parameters<typeof formatReport>[0], files: Record<string, string> = {}, color = false): string {
  return formatReport(diagnostics, {color, readLine: (file, line) => files[file]?.split('\n')[line - 1]})
}

describe('diagnoses', () => {
  test('the level is that of the rule, or as asked', () => {
    expect(diagnose('key-unknown', 'x')).toMatchObject({
      fatal: true,
      ruleId: 'key-unknown',
      source: 'space-hacks',
      reason: 'x',
      file: '',
      note: undefined
    })
    expect(diagnose('section-empty', 'x')).toMatchObject({fatal: false})
    expect(diagnose('summary-entry', 'x').fatal).toBeUndefined()
    expect(levelOf(diagnose('section-empty', 'x', {}, undefined, 'error'))).toBe('error')
    expect(levelOf(diagnose('section-empty', 'x', {}, undefined, 'info'))).toBe('info')
  })

  test('records for --json', () => {
    expect(diagnosticRecord(diagnose('key-unknown', 'Unexpected x', {file: 'a.md', place: span(2, 3, 5)}, 'do this'))).toEqual({
      file: 'a.md',
      line: 2,
      column: 3,
      level: 'error',
      ruleId: 'key-unknown',
      message: 'Unexpected x',
      hint: 'do this'
    })
    expect(diagnosticRecord(diagnose('book-empty', 'Unexpected x'))).toEqual({
      level: 'error',
      ruleId: 'book-empty',
      message: 'Unexpected x'
    })
    expect(diagnosticRecord(diagnose('section-empty', 'x', {file: 'a.md', place: {line: 4, column: 1}}))).toMatchObject({
      line: 4,
      column: 1,
      level: 'warning'
    })
  })
})

describe('the report', () => {
  test('files in the order of their first message, places in order, frames, hints, counts', () => {
    const files = {'sections/a.md': '# A\n\n::quote[q-017] and more\n\n### Deep\n', 'book.yaml': 'titel: T\n'}
    const diagnostics = [
      diagnose('section-empty', 'Unexpected level 3, expected 2', {file: 'sections/a.md', place: {line: 5, column: 1}}),
      diagnose(
        'key-unknown',
        'Unexpected key `titel`, expected a key of `book.yaml`',
        {file: 'book.yaml', place: span(1, 1, 6)},
        'the nearest key is `title`'
      ),
      diagnose(
        'id-duplicate',
        'Unexpected quote `q-017`, expected an id from `quotes/`',
        {file: 'sections/a.md', place: span(3, 9, 14)},
        'the nearest id is `q-17`'
      ),
      diagnose('book-empty', 'Unexpected folder without Markdown'),
      diagnose('section-unlisted', 'Unexpected file', {file: 'sections/b.md'}, 'list it')
    ]
    expect(`\n${report(diagnostics, files)}`).toBe(`
sections/a.md
  3:9-3:14  error    Unexpected quote \`q-017\`, expected an id from \`quotes/\`  id-duplicate
            3 | ::quote[q-017] and more
              |         ^^^^^
            hint: the nearest id is \`q-17\`
  5:1       warning  Unexpected level 3, expected 2                           section-empty
            5 | ### Deep
              | ^

book.yaml
  1:1-1:6  error    Unexpected key \`titel\`, expected a key of \`book.yaml\`  key-unknown
           1 | titel: T
             | ^^^^^
           hint: the nearest key is \`title\`

the book
    error    Unexpected folder without Markdown  book-empty

sections/b.md
    warning  Unexpected file  section-unlisted
    hint: list it

3 errors, 2 warnings
`)
  })

  test('nothing to say, one of each, none', () => {
    expect(report([])).toBe('')
    expect(countLine([])).toBe('no problems')
    expect(countLine([diagnose('key-unknown', 'x'), diagnose('section-empty', 'x'), diagnose('summary-entry', 'x')])).toBe(
      '1 error, 1 warning, 1 note'
    )
  })

  test('colours stand beside words, never in their place', () => {
    const text = report([diagnose('key-unknown', 'Unexpected x', {file: 'a.md', place: {line: 1, column: 1}}, 'y')], {'a.md': 'text'}, true)
    expect(text).toContain('\u001b[31merror  \u001b[0m')
    expect(text.replace(/\u001b\[\d+m/g, '').replace(/ +$/gm, '')).toBe(
      report([diagnose('key-unknown', 'Unexpected x', {file: 'a.md', place: {line: 1, column: 1}}, 'y')], {'a.md': 'text'})
    )
  })

  test('long lines are cut around the place', () => {
    const frame = (line: string, from: number, to: number) =>
      report([diagnose('key-value', 'x', {file: 'a.md', place: span(1, from, to)})], {'a.md': line})
        .split('\n')
        .slice(2, 4)
    const long = `${'before '.repeat(30)}HERE${' after'.repeat(30)}`
    const [text = '', carets = ''] = frame(long, 211, 215)
    expect(text.length).toBeLessThan(110)
    expect(text.slice(carets.indexOf('^'), carets.lastIndexOf('^') + 1)).toBe('HERE')
    expect(text).toMatch(/\| ….*….?$/)
    const [start = '', startCarets = ''] = frame(long, 1, 7)
    expect(start.slice(startCarets.indexOf('^'), startCarets.lastIndexOf('^') + 1)).toBe('before')
    const [, all = ''] = frame('x'.repeat(500), 1, 501)
    expect(all.trim().length).toBeLessThan(100)
  })

  test('wide letters, marks and tabs keep the carets under the place', () => {
    const frame = (line: string, from: number, to: number) =>
      report([diagnose('key-value', 'x', {file: 'a.md', place: span(1, from, to)})], {'a.md': line})
        .split('\n')
        .slice(2, 4)
    expect(frame('日本 x', 4, 5)).toEqual(['           1 | 日本 x', '             |      ^'])
    expect(frame('\te\u0301\u0301 x', 6, 7)[1]).toBe('             |    ^')
    expect(frame('😀x', 3, 4)[1]).toBe('             |   ^')
  })

  test('a byte order mark counts for nothing', () => {
    expect(report([diagnose('key-value', 'x', {file: 'a.md', place: span(1, 1, 2)})], {'a.md': '\ufeffab'})).toContain('1 | ab\n             | ^\n')
  })

  test('places over several lines, past the end, or in lines that are not there', () => {
    const place = {start: {line: 1, column: 3}, end: {line: 3, column: 2}}
    expect(
      report([diagnose('key-value', 'x', {file: 'a.md', place})], {'a.md': 'abcd\ne\nf'})
        .split('\n')
        .slice(1, 4)
    ).toEqual(['  1:3-3:2  error    x  key-value', '           1 | abcd', '             |   ^^'])
    expect(report([diagnose('key-value', 'x', {file: 'a.md', place: {line: 1, column: 9}})], {'a.md': 'ab'})).toContain(
      '       1 | ab\n         |   ^\n'
    )
    expect(report([diagnose('key-value', 'x', {file: 'a.md', place: {line: 7, column: 1}})], {'a.md': 'ab'})).toBe(
      'a.md\n  7:1  error    x  key-value\n\n1 error\n'
    )
  })

  test('a manuscript cannot steer the terminal', () => {
    const text = report([diagnose('key-value', 'x \u001b[2J \u202e \u0007', {file: 'a\u001b.md', place: {line: 1, column: 1}}, '\u009b')], {
      'a\u001b.md': '\u001b]0;title\u0007'
    })
    expect(text).not.toMatch(/[\u001b\u0007\u009b\u202e]/)
    expect(text).toContain('␛[2J')
  })

  test('names stand behind a prefix, so that a terminal can open them', () => {
    expect(
      formatReport([diagnose('section-empty', 'x', {file: 'a.md'})], {color: false, prefix: 'manuscript/', readLine: () => undefined})
    ).toMatch(/^manuscript\/a\.md\n/)
  })
})
