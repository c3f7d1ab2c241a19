// Commands: what a round's folder holds.

import {existsSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {type BookFiles, openBookFiles} from '../io/files.ts'
import type {RoundFiles} from '../review/frozen-round.ts'
import {roundFolder} from '../review/round.ts'
import {reviewCommand} from './review-command.ts'
import {UsageError} from './usage-error.ts'

/** The files of round `number` of the book that the person named `folder`. Throws `UsageError` when one is not there. */
export function roundFiles(files: BookFiles, number: number, folder: string): RoundFiles {
  const place = join(files.folder, roundFolder(number))
  const text = (name: string) => {
    if (existsSync(join(place, name))) return readFileSync(join(place, name), 'utf8')
    throw new UsageError(`Unexpected round ${number}, expected one that was opened`, `there is no \`${roundFolder(number)}/${name}\`; open it with \`${reviewCommand(`open --round ${number}`, folder)}\``)
  }
  const round = text('round.yaml')
  const base = openBookFiles(join(place, 'base'))
  return {number, round, blocks: text('blocks.yaml'), base: {...base, folder: files.folder}}
}
