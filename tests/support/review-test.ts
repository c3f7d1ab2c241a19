// Test support: the commands of a review round in this process, with what they print.

import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {reviewDraft, type DraftArguments} from '../../scripts/commands/review-draft.ts'
import {reviewOpen, type OpenArguments} from '../../scripts/commands/review-open.ts'
import type {Terminal} from '../../scripts/commands/terminal.ts'

export interface Answer {
  readonly exitCode: number
  readonly out: string
  readonly err: string
}

/** An output of `review draft --json`. */
export interface MadeFile {
  readonly kind: string
  readonly path: string
  readonly reviewer?: string
  readonly pages?: number
}

/** What a command prints, and its exit code. */
export async function answerOf(run: (terminal: Terminal) => Promise<number>): Promise<Answer> {
  let [out, err] = ['', '']
  const terminal: Terminal = {
    out: text => void (out += text),
    err: text => void (err += text),
    isWatched: false,
    hasColor: false,
    columns: 80,
    environment: {...process.env, SOURCE_DATE_EPOCH: '1764547200'}
  }
  const exitCode = await run(terminal)
  return {exitCode, out, err}
}

/** `review open` on the first of December 2025. */
export function openTestRound(folder: string, args: Partial<OpenArguments> = {}): Promise<Answer> {
  return answerOf(terminal => reviewOpen(folder, {round: 1, ...args}, terminal))
}

/** `review draft` into `<folder>/dist`, without a cache. */
export async function makeTestDraft(folder: string, args: Partial<DraftArguments> = {}): Promise<Answer & {files: MadeFile[]; bytes(index: number): Uint8Array}> {
  const answer = await answerOf(terminal => reviewDraft(folder, {paper: 'letter', out: join(folder, 'dist'), cache: false, json: true, ...args}, terminal, new AbortController().signal))
  const {outputs} = JSON.parse(answer.out) as {outputs: MadeFile[]}
  return {...answer, files: outputs, bytes: index => readFileSync(outputs[index]!.path)}
}
