// Io: a folder of files that appears whole or not at all.

import {existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync} from 'node:fs'
import {basename, dirname, join} from 'node:path'
import {EnvironmentError} from './environment-error.ts'
import {isRunning} from './is-running.ts'

/**
 * Writes files, by their paths in the folder, beside it and then gives it its name. Throws `EnvironmentError` when there is something of that
 * name, or it cannot be written; then nothing is there that was not there before.
 */
export function writeFolder(folder: string, files: ReadonlyMap<string, Uint8Array>): void {
  writeBeside(folder, files, beside => {
    if (existsSync(folder)) throw new EnvironmentError(`Unexpected \`${folder}\`, expected nothing of that name`, 'move it away')
    renameSync(beside, folder)
  })
}

/** The same in the place of a folder that may be there, with all that is in it. */
export function replaceFolder(folder: string, files: ReadonlyMap<string, Uint8Array>): void {
  mkdirSync(dirname(folder), {recursive: true})
  restoreForsaken(folder)
  writeBeside(folder, files, beside => {
    const old = pathBeside(folder, 'old')
    const isFirst = !existsSync(folder)
    if (!isFirst) renameSync(folder, old)
    try {
      renameSync(beside, folder)
    } catch (error) {
      if (!isFirst) renameSync(old, folder)
      throw error
    }
    rmSync(old, {recursive: true, force: true})
  })
}

function writeBeside(folder: string, files: ReadonlyMap<string, Uint8Array>, place: (beside: string) => void): void {
  const beside = pathBeside(folder, 'new')
  const undo = () => rmSync(beside, {recursive: true, force: true})
  process.once('exit', undo)
  try {
    for (const [path, bytes] of files) {
      mkdirSync(dirname(join(beside, path)), {recursive: true})
      writeFileSync(join(beside, path), bytes)
    }
    place(beside)
  } catch (error) {
    if (error instanceof EnvironmentError) throw error
    throw new EnvironmentError(`\`${folder}\` cannot be written: ${(error as Error).message}`, 'look at the permissions of the folder and the room on the disk', {cause: error})
  } finally {
    undo()
    process.off('exit', undo)
  }
}

function pathBeside(folder: string, kind: 'new' | 'old'): string {
  return join(dirname(folder), `.${basename(folder)}.${process.pid}.${kind}`)
}

/** Tidies up after a build that was killed: what it was about to replace is put back where nothing stands, and what it has written goes. */
function restoreForsaken(folder: string): void {
  for (const name of readdirSync(dirname(folder))) {
    const [, owner, kind] = name.startsWith(`.${basename(folder)}.`) ? (/\.(\d+)\.(new|old)$/.exec(name) ?? []) : []
    if (owner === undefined || isRunning(Number(owner))) continue
    const forsaken = join(dirname(folder), name)
    if (kind === 'old' && !existsSync(folder)) renameSync(forsaken, folder)
    else rmSync(forsaken, {recursive: true, force: true})
  }
}
