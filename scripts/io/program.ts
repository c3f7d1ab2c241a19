// Io: this program's own files and version, wherever it is installed.

import {existsSync, readFileSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {fileURLToPath} from 'node:url'

/** Set when the program is compiled. */
declare const SOURCE_HASH: string | undefined

export interface Program {
  /** The package's folder: the one with `templates/`. */
  readonly folder: string
  readonly version: string
  /** Tells one state of the sources from another, so that results of old code are not taken for those of new code. */
  readonly identity: string
}

/** Finds the package that this file belongs to, as a source or compiled. */
export function findProgram(): Program {
  const folder = packageFolder(dirname(fileURLToPath(import.meta.url)))
  const {version} = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {version: string}
  return {folder, version, identity: typeof SOURCE_HASH === 'string' ? SOURCE_HASH : 'uncompiled'}
}

function packageFolder(folder: string): string {
  if (existsSync(join(folder, 'package.json')) && existsSync(join(folder, 'templates'))) return folder
  const above = dirname(folder)
  if (above === folder) throw new Error('The program does not find its own package')
  return packageFolder(above)
}
