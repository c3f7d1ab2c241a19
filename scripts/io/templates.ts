// Io: the style sheets of `templates/`, and the font files that they name out of packages.

import {readdirSync, readFileSync} from 'node:fs'
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
}

/** A `url()` in a style sheet that names a file of a package. */
const packageUrl = /url\("(npm:[^"]+)"\)/g

/** Reads the folder; throws when it, or a file that a sheet asks for, is not there: then the installation is broken. */
export function loadTemplates(folder: string): Templates {
  const profiles = sheetNames(join(folder, 'profiles'))
  const editions = sheetNames(join(folder, 'editions'))
  const names = [...sheetNames(folder), ...editions.map(id => `editions/${id}`), ...profiles.map(name => `profiles/${name}`)]
  const styles = new Map(names.map(name => [name, readFileSync(join(folder, `${name}.css`), 'utf8')]))
  return {styles, profiles, files: readPackageFiles(folder, [...styles.values()])}
}

function sheetNames(folder: string): string[] {
  return readdirSync(folder)
    .filter(name => name.endsWith('.css'))
    .map(name => name.slice(0, -'.css'.length))
    .sort()
}

function readPackageFiles(folder: string, sheets: readonly string[]): Map<string, Uint8Array> {
  const require = createRequire(join(resolve(folder), 'templates.cjs'))
  const files = new Map<string, Uint8Array>()
  for (const sheet of sheets) {
    for (const [, url = ''] of sheet.matchAll(packageUrl)) {
      if (!files.has(url)) files.set(url, readFileSync(require.resolve(url.slice('npm:'.length))))
    }
  }
  return files
}
