// Test support: the processes of this computer, as Linux tells of them in /proc.

import {readdirSync, readFileSync} from 'node:fs'

export interface ProcessEntry {
  readonly pid: number
  readonly parent: number
  readonly group: number
  /** Program and arguments, parted by spaces. */
  readonly command: string
}

/** Every process but those that have ended and wait to be counted. */
export function listProcesses(): ProcessEntry[] {
  return readdirSync('/proc').filter(name => /^\d+$/.test(name)).flatMap(name => {
    try {
      const status = readFileSync(`/proc/${name}/stat`, 'latin1')
      const [state, parent, group] = status.slice(status.lastIndexOf(')') + 2).split(' ')
      const command = readFileSync(`/proc/${name}/cmdline`, 'latin1').replaceAll('\0', ' ')
      return state === 'Z' ? [] : [{pid: Number(name), parent: Number(parent), group: Number(group), command}]
    } catch {
      return []
    }
  })
}

/** The processes of every Chromium that this project's process `owner` started; its temporary folder carries the owner's id. */
export function chromiumsOf(owner: number): ProcessEntry[] {
  const processes = listProcesses()
  const groups = new Set(processes.filter(({command}) => command.includes(`space-hacks-chromium-${owner}-`)).map(({group}) => group))
  return processes.filter(({group}) => groups.has(group))
}
