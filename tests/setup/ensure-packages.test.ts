import {spawnSync} from 'node:child_process'
import {mkdirSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {pathToFileURL} from 'node:url'
import {expect, test} from 'vitest'
import {temporaryFolder} from '../support/temporary-folder.ts'

interface Package {
  readonly version: string
  readonly optional?: boolean
}

const script = join(import.meta.dirname, '../../scripts/setup/ensure-packages.mjs')

/** Asks in a process of its own, since a check of scripts does not know of their types. */
function areInstalled(wanted: Readonly<Record<string, Package>>, installed?: Readonly<Record<string, Package>>): boolean {
  const folder = temporaryFolder()
  mkdirSync(join(folder, 'node_modules'))
  writeFileSync(join(folder, 'package-lock.json'), JSON.stringify({packages: {'': {version: '1.0.0'}, ...wanted}}))
  if (installed) writeFileSync(join(folder, 'node_modules/.package-lock.json'), JSON.stringify({packages: installed}))
  const code = `import {areInstalled} from ${JSON.stringify(pathToFileURL(script).href)}; console.log(areInstalled(${JSON.stringify(folder)}))`
  return spawnSync(process.execPath, ['--input-type=module', '-e', code], {encoding: 'utf8'}).stdout === 'true\n'
}

const one = {'node_modules/one': {version: '1.2.3'}}

test.each<[string, boolean, Parameters<typeof areInstalled>]>([
  ['packages of the wanted versions', true, [one, one]],
  ['no packages', false, [one]],
  ['another version', false, [one, {'node_modules/one': {version: '1.2.4'}}]],
  ['a package too few', false, [{...one, 'node_modules/two': {version: '1.0.0'}}, one]],
  ['a package for another system too few', true, [{...one, 'node_modules/two': {version: '1.0.0', optional: true}}, one]],
  ['another version of a package for this system', false, [{...one, 'node_modules/two': {version: '1.0.0', optional: true}}, {...one, 'node_modules/two': {version: '0.9.0'}}]]
])('%s: %s', (_, expected, [wanted, installed]) => {
  expect(areInstalled(wanted, installed)).toBe(expected)
})
