// Commands: how far a build is, as one changing line on a terminal or as plain lines in a log.

import type {Progress} from '../edition/build.ts'
import type {Terminal} from './terminal.ts'

export interface ProgressDisplay {
  show(event: Progress): void
  /** Leaves the screen as if nothing had been shown. */
  clear(): void
}

const secondsBetweenLines = 10

/** Shows nothing when the command is to be quiet. */
export function showProgress(terminal: Terminal, isQuiet: boolean): ProgressDisplay {
  if (isQuiet) return {show: () => undefined, clear: () => undefined}
  return terminal.isWatched ? showLine(terminal) : showLog(terminal)
}

/** For several prints at a time: gives a listener for each, of which `display` shows all parts together. */
export function joinProgress(display: ProgressDisplay): () => (event: Progress) => void {
  const printed: {done: number; total: number}[] = []
  return () => {
    const own = {done: 0, total: 0}
    printed.push(own)
    return event => {
      if (event.stage === 'print') Object.assign(own, {done: event.done, total: event.total})
      const sum = (key: 'done' | 'total') => printed.reduce((all, each) => all + each[key], 0)
      if (event.stage === 'print' || sum('done') === sum('total')) display.show(event.stage === 'print' ? {...event, done: sum('done'), total: sum('total')} : event)
    }
  }
}

function showLine(terminal: Terminal): ProgressDisplay {
  const clear = () => {
    terminal.err('\r\u001b[K')
  }
  return {
    clear,
    show(event) {
      clear()
      terminal.err(describe(event).slice(0, terminal.columns - 1))
    }
  }
}

/** A line when a stage begins, and one now and then while it lasts. */
function showLog(terminal: Terminal): ProgressDisplay {
  let last: string | undefined
  let saidAt = 0
  return {
    clear: () => undefined,
    show(event) {
      const isDue = performance.now() - saidAt > secondsBetweenLines * 1000
      const stage = `${event.product?.number} ${event.stage}`
      if (stage === last && !isDue) return
      last = stage
      saidAt = performance.now()
      terminal.err(`${describe(event)}\n`)
    }
  }
}

const verbs: Readonly<Record<Progress['stage'], string>> = {
  read: 'Reading the manuscript',
  render: 'Setting the text',
  print: 'Printing',
  assemble: 'Putting the book together'
}

function describe({stage, done, total, product}: Progress): string {
  const words = total > 1 ? `${verbs[stage]}: ${done} of ${total}` : verbs[stage]
  return product ? `Book ${product.number} of ${product.of}: ${words}` : words
}
