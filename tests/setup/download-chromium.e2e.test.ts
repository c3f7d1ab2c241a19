import {spawnSync} from 'node:child_process'
import {existsSync, readdirSync} from 'node:fs'
import {createServer, type RequestListener} from 'node:http'
import type {AddressInfo} from 'node:net'
import {join} from 'node:path'
import {expect, onTestFinished, test} from 'vitest'
import {listCandidates, pinnedVersion} from '../../scripts/io/find-chromium.ts'
import {runScript, type Run, type RunOptions} from '../support/run-program.ts'
import {temporaryFolder} from '../support/temporary-folder.ts'
import {zipOf} from '../support/write-zip.ts'

const script = join(import.meta.dirname, '../../scripts/setup/download-chromium.mjs')
const archive = zipOf('chrome-headless-shell-linux64/chrome-headless-shell', Buffer.from(`#!/bin/sh\necho "Google Chrome for Testing ${pinnedVersion}"\n`))

/** Downloads from a server of our own into a new folder. */
async function download(answer: RequestListener, options: RunOptions = {}): Promise<Run & {folder: string}> {
  const server = createServer(answer)
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const folder = join(temporaryFolder(), 'downloads')
  const run = await runScript(script, [pinnedVersion, folder], {...options, env: {PUPPETEER_CHROME_HEADLESS_SHELL_DOWNLOAD_BASE_URL: origin}})
  return {...run, folder}
}

const left = (folder: string) => (existsSync(folder) ? readdirSync(folder).filter(name => name !== 'chrome-headless-shell') : [])
const isHere = process.platform === 'linux' && process.arch === 'x64'

test.runIf(isHere)('puts the pinned Chromium where it is looked for', async () => {
  const asked: (string | undefined)[] = []
  const {status, folder} = await download(({url}, response) => {
    asked.push(url)
    response.setHeader('content-length', archive.length)
    response.end(archive)
  })
  expect(status).toBe(0)
  expect(asked).toEqual([`/${pinnedVersion}/linux64/chrome-headless-shell-linux64.zip`])
  const [found] = listCandidates({PUPPETEER_CACHE_DIR: folder, PATH: ''})
  expect(found?.origin).toBe('puppeteer')
  expect(spawnSync(found!.executablePath, ['--version'], {encoding: 'utf8'}).stdout).toContain(pinnedVersion)
  expect(left(folder)).toEqual([])
})

test.runIf(isHere)('says in one line why it could not, and leaves nothing', async () => {
  const {status, stderr, folder} = await download((_, response) => response.writeHead(404).end())
  expect(status).toBe(1)
  expect(stderr).toMatch(/^ {2}It could not be downloaded: .*404.*\n$/)
  expect(left(folder)).toEqual([])
  expect(listCandidates({PUPPETEER_CACHE_DIR: folder, PATH: ''})).toEqual([])
})

test.runIf(isHere)('gives up a network that does not answer', async () => {
  const start = performance.now()
  const {status, stderr} = await download(() => undefined)
  expect(status).toBe(1)
  expect(stderr).toContain('no answer')
  expect(performance.now() - start).toBeLessThan(25_000)
})

test.runIf(isHere)('leaves nothing when it is interrupted half-way', async () => {
  const {status, folder} = await download((_, response) => {
    response.setHeader('content-length', archive.length)
    response.write(archive.subarray(0, 100))
  }, {onStart: child => setTimeout(() => child.kill('SIGINT'), 1500)})
  expect(status).toBe(130)
  expect(left(folder)).toEqual([])
  expect(listCandidates({PUPPETEER_CACHE_DIR: folder, PATH: ''})).toEqual([])
})
