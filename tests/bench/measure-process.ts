// Bench: runs a program and measures it from outside: wall time, and the memory of it and all its children together.

import {spawn} from 'node:child_process'
import {readFileSync, readdirSync} from 'node:fs'

/** What one run of a program took. */
export interface ProcessMeasurement {
  readonly status: number | null
  readonly wallMs: number
  /** Highest sum of proportional set sizes (PSS) over the program and its children, sampled; 0 where `/proc` has none. */
  readonly peakBytes: number
  readonly stdout: string
  readonly stderr: string
}

const sampleEveryMs = 400

function parentOf(pid: string): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]
  } catch {
    return undefined
  }
}

function familyOf(root: number): string[] {
  const parents = new Map(readdirSync('/proc').filter((name) => /^\d+$/.test(name)).map((pid) => [pid, parentOf(pid)]))
  const family = new Set([String(root)])
  for (let size = 0; size !== family.size;) {
    size = family.size
    for (const [pid, parent] of parents) if (parent !== undefined && family.has(parent)) family.add(pid)
  }
  return [...family]
}

function pssBytes(pid: string): number {
  try {
    return Number(/^Pss:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1] ?? 0) * 1024
  } catch {
    return 0
  }
}

/** Runs a program to its end; never rejects because of its exit code. */
export function measureProcess(command: string, args: readonly string[], cwd: string): Promise<ProcessMeasurement> {
  return new Promise((resolve, reject) => {
    const started = performance.now()
    const child = spawn(command, args, {cwd, stdio: ['ignore', 'pipe', 'pipe']})
    const stdout: Buffer[] = []
    const stderr: Buffer[] = []
    let peakBytes = 0
    const sampling = setInterval(() => {
      if (child.pid !== undefined) peakBytes = Math.max(peakBytes, familyOf(child.pid).reduce((sum, pid) => sum + pssBytes(pid), 0))
    }, sampleEveryMs)
    child.stdout.on('data', (chunk: Buffer) => stdout.push(chunk))
    child.stderr.on('data', (chunk: Buffer) => stderr.push(chunk))
    child.on('error', (error) => {
      clearInterval(sampling)
      reject(error)
    })
    child.on('close', (status) => {
      clearInterval(sampling)
      const wallMs = performance.now() - started
      resolve({status, wallMs, peakBytes, stdout: Buffer.concat(stdout).toString('utf8'), stderr: Buffer.concat(stderr).toString('utf8')})
    })
  })
}
