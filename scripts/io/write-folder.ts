// Io: a folder of files that appears whole or not at all, and never in the place of another.

import {existsSync, mkdirSync, renameSync, rmSync, writeFileSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {EnvironmentError} from './environment-error.ts'

/**
 * Writes files, by their paths in the folder, beside it and then gives it its name. Throws `EnvironmentError` when there is something of that
 * name, or it cannot be written; then nothing is there that was not there before.
 */
export function writeFolder(folder: string, files: ReadonlyMap<string, Uint8Array>): void {
  const beside = join(dirname(folder), `.${folder.split(/[/\\]/).at(-1)}.${process.pid}.new`)
  const undo = () => rmSync(beside, {recursive: true, force: true})
  process.once('exit', undo)
  try {
    for (const [path, bytes] of files) {
      mkdirSync(dirname(join(beside, path)), {recursive: true})
      writeFileSync(join(beside, path), bytes)
    }
    if (existsSync(folder)) throw new EnvironmentError(`Unexpected \`${folder}\`, expected nothing of that name`, 'move it away')
    renameSync(beside, folder)
  } catch (error) {
    if (error instanceof EnvironmentError) throw error
    throw new EnvironmentError(`\`${folder}\` cannot be written: ${(error as Error).message}`, 'look at the permissions of the folder and the room on the disk', {cause: error})
  } finally {
    undo()
    process.off('exit', undo)
  }
}
