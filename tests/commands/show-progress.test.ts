import {expect, test, vi} from 'vitest'
import {joinProgress, showProgress} from '../../scripts/commands/show-progress.ts'
import type {Terminal} from '../../scripts/commands/terminal.ts'

/** A terminal that remembers; `screen` is what stands on it in the end. */
function fakeTerminal(isWatched: boolean): Terminal & {readonly written: string[]; screen(): string} {
  const written: string[] = []
  return {
    written,
    out: () => undefined,
    err: text => written.push(text),
    isWatched,
    hasColor: false,
    columns: 30,
    environment: {},
    screen: () => written.join('').split('\n').map(line => line.split('\r\u001b[K').at(-1)).join('\n')
  }
}

test('a person sees one line that changes, and nothing when it is done', () => {
  const terminal = fakeTerminal(true)
  const progress = showProgress(terminal, false)
  progress.show({stage: 'print', done: 1, total: 12})
  progress.show({stage: 'print', done: 2, total: 12})
  expect(terminal.screen()).toBe('Printing: 2 of 12')
  progress.show({stage: 'assemble', done: 0, total: 1})
  expect(terminal.screen()).toBe('Putting the book together')
  progress.clear()
  expect(terminal.screen()).toBe('')
  expect(terminal.written.join('')).not.toContain('\n')
})

test('the line is never longer than the terminal is wide', () => {
  const terminal = fakeTerminal(true)
  showProgress(terminal, false).show({stage: 'print', done: 123_456_789, total: 1_234_567_890})
  expect(terminal.screen().length).toBeLessThan(terminal.columns)
})

test('a log gets a line for each stage, and one now and then', () => {
  vi.useFakeTimers({toFake: ['performance']})
  const terminal = fakeTerminal(false)
  const progress = showProgress(terminal, false)
  for (let done = 1; done <= 4; done++) {
    progress.show({stage: 'print', done, total: 4})
    vi.advanceTimersByTime(6000)
  }
  progress.show({stage: 'assemble', done: 0, total: 1})
  progress.clear()
  vi.useRealTimers()
  expect(terminal.written).toEqual(['Printing: 1 of 4\n', 'Printing: 3 of 4\n', 'Putting the book together\n'])
})

test('of several books, each is told apart', () => {
  const terminal = fakeTerminal(false)
  const progress = showProgress(terminal, false)
  for (const number of [1, 2]) progress.show({stage: 'print', done: 1, total: 4, product: {number, of: 2}})
  expect(terminal.written).toEqual(['Book 1 of 2: Printing: 1 of 4\n', 'Book 2 of 2: Printing: 1 of 4\n'])
})

test('of several prints at a time, the parts are counted together, and the end is that of the last', () => {
  const terminal = fakeTerminal(true)
  const join = joinProgress(showProgress(terminal, false))
  const [draft, changes] = [join(), join()]
  draft({stage: 'print', done: 1, total: 12})
  changes({stage: 'print', done: 2, total: 4})
  expect(terminal.screen()).toBe('Printing: 3 of 16')
  changes({stage: 'print', done: 4, total: 4})
  changes({stage: 'assemble', done: 0, total: 1})
  expect(terminal.screen()).toBe('Printing: 5 of 16')
  draft({stage: 'print', done: 12, total: 12})
  draft({stage: 'assemble', done: 0, total: 1})
  expect(terminal.screen()).toBe('Putting the book together')
})

test('--quiet shows nothing', () => {
  const terminal = fakeTerminal(true)
  const progress = showProgress(terminal, true)
  progress.show({stage: 'print', done: 1, total: 2})
  progress.clear()
  expect(terminal.written).toEqual([])
})
