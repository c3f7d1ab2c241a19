// Io: the style sheets of `templates/`, and the font files that they name out of packages.

import {existsSync, readdirSync, readFileSync} from 'node:fs'
import {createRequire} from 'node:module'
import {join, resolve} from 'node:path'

/** What the folder `templates/` holds, and what its style sheets ask for. */
export interface Templates {
  /** Style sheets by name without `.css`; those of profiles and editions are called `profiles/<name>` and `editions/<id>`. */
  readonly styles: ReadonlyMap<string, string>
  /** Names of the profiles, sorted. */
  readonly profiles: readonly string[]
  /** Bytes of every file that a sheet asks for as `url("npm:<package>/<path>")`, by that URL. */
  readonly files: ReadonlyMap<string, Uint8Array>
  /** Licence of each family that a sheet declares, by the package it comes from. */
  readonly fontLicences: readonly {readonly family: string; readonly licence: string}[]
}

/** A `url()` in a style sheet that names a file of a package. */
const packageUrl = /url\("(npm:[^"]+)"\)/g

/** Reads the folder; throws when it, or a file that a sheet asks for, is not there: then the installation is broken. */
export function loadTemplates(folder: string): Templates {
  const profiles = sheetNames(join(folder, 'profiles'))
  const editions = sheetNames(join(folder, 'editions'))
  const names = [...sheetNames(folder), ...editions.map(id => `editions/${id}`), ...profiles.map(name => `profiles/${name}`)]
  const styles = new Map(names.map(name => [name, readFileSync(join(folder, `${name}.css`), 'utf8')]))
  const sheets = [...styles.values()]
  const require = createRequire(join(resolve(folder), 'templates.cjs'))
  return {styles, profiles, files: readPackageFiles(require, sheets), fontLicences: readLicences(require, sheets)}
}

function sheetNames(folder: string): string[] {
  return readdirSync(folder)
    .filter(name => name.endsWith('.css'))
    .map(name => name.slice(0, -'.css'.length))
    .sort()
}

function readPackageFiles(require: NodeJS.Require, sheets: readonly string[]): Map<string, Uint8Array> {
  const files = new Map<string, Uint8Array>()
  for (const sheet of sheets) {
    for (const [, url = ''] of sheet.matchAll(packageUrl)) {
      if (!files.has(url)) files.set(url, readFileSync(require.resolve(url.slice('npm:'.length))))
    }
  }
  return files
}

const fontFace = /@font-face\s*\{[^}]*?font-family:\s*"([^"]+)"[^}]*?url\("npm:((?:@[^/"]+\/)?[^/"]+)\/[^}]*\}/g

/** A package is one family, by the first of the names that the sheets have for it. */
function readLicences(require: NodeJS.Require, sheets: readonly string[]): Templates['fontLicences'] {
  const families = new Map<string, string>()
  for (const sheet of sheets) for (const [, family = '', name = ''] of sheet.matchAll(fontFace)) if (!families.has(name)) families.set(name, family)
  return [...families].map(([name, family]) => ({family, licence: licenceOf(require, name)}))
}

/**
 * SPDX id of a package's licence. Not every package lets its own description be resolved, so it is looked for beside the folder of a file that
 * can be. The description of DejaVu names another licence than the text that comes with it, which counts.
 */
function licenceOf(require: NodeJS.Require, name: string): string {
  const folder = (require.resolve.paths(name) ?? []).map(path => join(path, name)).find(path => existsSync(join(path, 'package.json')))
  if (folder === undefined) return 'unknown licence'
  const text = join(folder, 'LICENSE')
  if (existsSync(text) && readFileSync(text, 'utf8').includes('Bitstream Vera Fonts Copyright')) return 'Bitstream-Vera'
  const {license} = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {license?: string}
  return license ?? 'unknown licence'
}
