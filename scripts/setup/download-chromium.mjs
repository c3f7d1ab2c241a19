// Setup, as a process of its own: node download-chromium.mjs VERSION FOLDER fetches chrome-headless-shell into Puppeteer's folder of downloads.

import {mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync} from 'node:fs'
import {join} from 'node:path'
import {install} from '@puppeteer/browsers'

const [, , buildId, folder] = process.argv
/** A network that swallows requests is given up after this time without a byte. */
const silenceMs = 15_000

// Puppeteer takes what an interrupted download left for the whole, so it works elsewhere and the finished folder is moved.
mkdirSync(folder, {recursive: true})
const workplace = mkdtempSync(join(folder, 'space-hacks-'))
process.on('exit', () => rmSync(workplace, {recursive: true, force: true}))
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => process.exit(130))

const giveUp = () => fail(new Error(`no answer for ${silenceMs / 1000} s`))
let timer = setTimeout(giveUp, silenceMs)
let announced = 0

try {
  await install({
    browser: 'chrome-headless-shell',
    buildId,
    cacheDir: workplace,
    baseUrl: process.env.PUPPETEER_CHROME_HEADLESS_SHELL_DOWNLOAD_BASE_URL || undefined,
    downloadProgressCallback
  })
  const shells = join(folder, 'chrome-headless-shell')
  mkdirSync(shells, {recursive: true})
  for (const name of readdirSync(join(workplace, 'chrome-headless-shell'))) {
    if (!name.endsWith(`-${buildId}`)) continue
    rmSync(join(shells, name), {recursive: true, force: true})
    renameSync(join(workplace, 'chrome-headless-shell', name), join(shells, name))
  }
  process.exit(0)
} catch (error) {
  fail(error)
}

function downloadProgressCallback(done, total) {
  clearTimeout(timer)
  // Unpacking gives no sign of life, so the watch ends with the last byte.
  if (done < total) timer = setTimeout(giveUp, silenceMs)
  const quarter = Math.floor((4 * done) / total)
  if (quarter > announced) console.error(`  ${25 * (announced = quarter)} %`)
}

function fail(error) {
  console.error(`  It could not be downloaded: ${error.message.trim().split('\n').at(-1).replace(/^\W+/, '')}`)
  process.exit(1)
}
