// Setup: a Chromium to print with.

import {spawnSync} from 'node:child_process'
import {existsSync, readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {root} from './compile.mjs'
import {installDebianPackages} from './install-debian-packages.mjs'

/** Names the version that could not be downloaded, so that it is not tried on every build; goes with `node_modules`. */
const noteOfFailure = join(root, 'node_modules/.chromium-not-downloaded')

/**
 * Sees to it that there is a Chromium: the one that Puppeteer pins where it can be downloaded and runs, else one of the system, else, on Debian
 * as root, the package. Wants the compiled program. Never fails: without a Chromium the program itself says what to do.
 */
export async function ensureChromium() {
  const {downloadFolder, findChromium, pinnedVersion} = await import('../../dist/cli/find-chromium.js')
  const find = () => findChromium(process.env).catch(() => undefined)
  const found = await find()
  if (found && found.origin !== 'system') return
  if (!hasFailed(pinnedVersion)) {
    download(pinnedVersion, downloadFolder(process.env))
    const now = await find()
    if (now?.origin === 'puppeteer') return
    writeFileSync(noteOfFailure, pinnedVersion)
    if (now) console.error(`Printing with ${now.executablePath} instead.`)
  }
  if (found) return
  if (installDebianPackages(['chromium-headless-shell']) && (await find())) return
  console.error('There is no Chromium on this computer, and none could be installed.')
}

function hasFailed(version) {
  return existsSync(noteOfFailure) && readFileSync(noteOfFailure, 'utf8') === version
}

function download(version, folder) {
  // There is no build for this processor.
  if (process.platform === 'linux' && process.arch !== 'x64') return
  console.error(`Downloading chrome-headless-shell ${version} (about 100 MB) …`)
  const script = fileURLToPath(new URL('download-chromium.mjs', import.meta.url))
  spawnSync(process.execPath, [script, version, folder], {stdio: ['ignore', 2, 2]})
}
