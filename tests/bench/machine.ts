// Bench: what the numbers were measured on, without names or paths.

import {cpus, totalmem} from 'node:os'

export interface Machine {
  readonly cores: number
  readonly processor: string
  readonly memoryGib: number
  readonly node: string
  readonly chromium: string
}

export function describeMachine(chromium: string): Machine {
  const processors = cpus()
  return {
    cores: processors.length,
    processor: processors[0]?.model.trim() ?? 'unknown',
    memoryGib: Math.round(totalmem() / 2 ** 30),
    node: process.version,
    chromium: `Chromium ${chromium}`
  }
}
