import {chmodSync, mkdirSync, utimesSync, writeFileSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {openCache} from '../../scripts/io/cache.ts'
import {findChromium, listCandidates, pinnedVersion, readVersion} from '../../scripts/io/find-chromium.ts'
import {temporaryFolder} from '../support/temporary-folder.ts'

/** A program that says it is a Chromium of that version; without one it fails. */
function fakeChromium(path: string, version?: string): string {
  mkdirSync(dirname(path), {recursive: true})
  writeFileSync(path, `#!/bin/sh\n${version === undefined ? 'exit 127' : `echo "Chromium ${version} of somebody"`}\n`)
  chmodSync(path, 0o755)
  return path
}

/** An environment with nothing in it but a home and an empty folder of programs. */
function emptyWorld() {
  const folder = temporaryFolder()
  const downloads = join(folder, 'downloads')
  const programs = join(folder, 'bin')
  const pinned = join(downloads, `chrome-headless-shell/linux-${pinnedVersion}/chrome-headless-shell-linux64/chrome-headless-shell`)
  return {folder, programs, pinned, environment: {PUPPETEER_CACHE_DIR: downloads, PATH: programs}}
}

describe('the Chromium that prints', () => {
  test('is the one that a variable names', async () => {
    const {folder, programs, pinned, environment} = emptyWorld()
    fakeChromium(pinned, pinnedVersion)
    fakeChromium(join(programs, 'chromium'), '1.2.3.4')
    const executablePath = fakeChromium(join(folder, 'mine'), '9.8.7.6')
    expect(await findChromium({...environment, SPACE_HACKS_CHROMIUM: executablePath})).toEqual({executablePath, origin: 'environment', version: '9.8.7.6'})
    expect((await findChromium({...environment, PUPPETEER_EXECUTABLE_PATH: executablePath})).executablePath).toBe(executablePath)
  })

  test('is no other when the one that a variable names does not run', async () => {
    const {folder, programs, environment} = emptyWorld()
    fakeChromium(join(programs, 'chromium'), '1.2.3.4')
    for (const path of [join(folder, 'nowhere'), fakeChromium(join(folder, 'broken'))]) {
      await expect(findChromium({...environment, SPACE_HACKS_CHROMIUM: path})).rejects.toThrow(`Unexpected \`${path}\` in SPACE_HACKS_CHROMIUM`)
    }
  })

  test('is else the pinned one, if it runs', async () => {
    const {programs, pinned, environment} = emptyWorld()
    const system = fakeChromium(join(programs, 'chromium-headless-shell'), '1.2.3.4')
    fakeChromium(pinned, pinnedVersion)
    expect(await findChromium(environment)).toEqual({executablePath: pinned, origin: 'puppeteer', version: pinnedVersion})
    // As on a system without the libraries that it needs.
    fakeChromium(pinned)
    expect(await findChromium(environment)).toEqual({executablePath: system, origin: 'system', version: '1.2.3.4'})
  })

  test('is of those of the system the leanest', () => {
    const {folder, environment} = emptyWorld()
    const one = ['google-chrome', 'chromium'].map(name => fakeChromium(join(folder, 'one', name), '1.2.3.4'))
    const two = ['chromium-headless-shell', 'chromium'].map(name => fakeChromium(join(folder, 'two', name), '1.2.3.4'))
    const found = listCandidates({...environment, PATH: `${join(folder, 'one')}:${join(folder, 'two')}`}).map(({executablePath}) => executablePath)
    expect(found).toEqual([two[0], one[1], two[1], one[0]])
  })

  test('is none where there is none, and the error says what to do', async () => {
    await expect(findChromium(emptyWorld().environment)).rejects.toMatchObject({name: 'EnvironmentError', hint: expect.stringContaining('npm run book') as string})
  })
})

test('the version is asked for once, and again when the program has changed', async () => {
  const {folder} = emptyWorld()
  const cache = openCache(join(folder, 'cache'))
  const path = fakeChromium(join(folder, 'chromium'), '1.2.3.4')
  const ask = async () => [await readVersion(path, cache), await readVersion(path)]
  const longAgo = new Date(0)
  utimesSync(path, longAgo, longAgo)
  expect(await ask()).toEqual(['1.2.3.4', '1.2.3.4'])
  fakeChromium(path, '5.6.7.8')
  utimesSync(path, longAgo, longAgo)
  expect(await ask()).toEqual(['1.2.3.4', '5.6.7.8'])
  utimesSync(path, new Date(), new Date())
  expect(await ask()).toEqual(['5.6.7.8', '5.6.7.8'])
})
