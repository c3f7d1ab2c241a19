import {fileURLToPath} from 'node:url'
import {expect, test} from 'vitest'
import {describe as describeFile} from '../../scripts/commands/describe.ts'
import type {Terminal} from '../../scripts/commands/terminal.ts'
import {UsageError} from '../../scripts/commands/usage-error.ts'

const printed = fileURLToPath(new URL('../fixtures/pdf/three-pages.pdf', import.meta.url))

async function run(path: string, args: {speak?: boolean} = {}): Promise<{code: number; out: string}> {
  let out = ''
  const terminal: Terminal = {out: (text) => void (out += text), err: () => undefined, isWatched: false, hasColor: false, columns: 80, environment: {}}
  return {code: await describeFile(path, args, terminal), out}
}

test('prints facts, pages, outline, tags and text', async () => {
  const {code, out} = await run(printed)
  expect(code).toBe(0)
  expect(out).toMatch(/^PDF 1\.4, 3 pages, tagged\ntitle: Three pages\nauthor: none\nlanguage: en\n/)
  for (const part of ['\nPages\n- index: 0\n', '\nOutline\n', '\nTags\nDocument lang="en"\n  H1\n', '\nText through the tags\nFirst page\n']) expect(out).toContain(part)
})

test('speaks', async () => {
  const {out} = await run(printed, {speak: true})
  expect(out).toContain('document: Three pages\n')
  expect(out).toContain('\nheading level 1, First page\n')
})

test('refuses what is no PDF, and what is not there', async () => {
  await expect(run(fileURLToPath(import.meta.url))).rejects.toThrow(UsageError)
  await expect(run('nowhere.pdf')).rejects.toThrow('Unexpected `nowhere.pdf`, expected a file that can be read')
})
