// Test support: runs the compiled program as a process of its own.

import {spawn, type ChildProcess, type SpawnOptions} from 'node:child_process'
import {fileURLToPath} from 'node:url'

export interface Run {
  readonly status: number | null
  readonly signal: NodeJS.Signals | null
  readonly stdout: string
  readonly stderr: string
}

export interface RunOptions extends Pick<SpawnOptions, 'cwd' | 'uid' | 'gid'> {
  /** Added to this process's variables; undefined takes one away. */
  readonly env?: Record<string, string | undefined>
  /** Gets the process when it has started. */
  readonly onStart?: (child: ChildProcess) => void
}

const program = fileURLToPath(new URL('../../dist/cli/cli.js', import.meta.url))

/** Runs `space-hacks` with the arguments, until it ends. */
export function runProgram(args: readonly string[], {env = {}, onStart, ...options}: RunOptions = {}): Promise<Run> {
  return runScript(program, args, {env, ...(onStart ? {onStart} : {}), ...options})
}

/** Runs a script with Node, until it ends. */
export function runScript(script: string, args: readonly string[], {env = {}, onStart, ...options}: RunOptions = {}): Promise<Run> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [script, ...args], {...options, env: {...process.env, ...env}, stdio: ['ignore', 'pipe', 'pipe']})
    const written = {stdout: '', stderr: ''}
    child.stdout.setEncoding('utf8').on('data', (text: string) => (written.stdout += text))
    child.stderr.setEncoding('utf8').on('data', (text: string) => (written.stderr += text))
    child.on('error', reject)
    child.on('close', (status, signal) => {
      resolve({status, signal, ...written})
    })
    onStart?.(child)
  })
}
