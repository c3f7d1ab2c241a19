// Setup: the packages that package-lock.json names.

import {spawnSync} from 'node:child_process'
import {existsSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'

const root = fileURLToPath(new URL('../../', import.meta.url))

/** Installs the packages unless those in `node_modules` are the ones of the lock file. */
export function ensurePackages() {
  if (areInstalled(root)) return
  console.error('Installing packages (npm ci) …')
  // Started by npm, we use the same one. Nothing that a package would download for itself is needed.
  const [command, ...first] = process.env.npm_execpath ? [process.execPath, process.env.npm_execpath] : ['npm']
  const {status, error} = spawnSync(command, [...first, 'ci', '--include=dev', '--loglevel=error'], {cwd: root, stdio: ['ignore', 2, 2]})
  if (status === 0) return
  console.error(`The packages could not be installed${error ? ` (${error.message})` : ''}. Is there a connection to the npm registry? Then try again.`)
  process.exit(3)
}

/** Compares what npm notes in `node_modules` with the lock file; packages for other systems may be absent. */
export function areInstalled(folder) {
  const installed = packagesOf(join(folder, 'node_modules/.package-lock.json'))
  if (!installed) return false
  const wanted = Object.entries(packagesOf(join(folder, 'package-lock.json'))).filter(([path]) => path !== '')
  return wanted.every(([path, {version, optional}]) => (installed[path] ? installed[path].version === version : optional === true))
}

function packagesOf(path) {
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')).packages : undefined
}
