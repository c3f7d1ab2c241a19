import {mkdirSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {usualOptions} from '../../scripts/commands/usual-options.ts'
import {buildEdition} from '../../scripts/edition/build-edition.ts'
import {openBookFiles} from '../../scripts/io/files.ts'
import {findProgram} from '../../scripts/io/program.ts'
import {loadTemplates} from '../../scripts/io/templates.ts'
import type {Printer} from '../../scripts/print/open-printer.ts'
import {PrintFailure} from '../../scripts/print/print-failure.ts'
import {temporaryFolder} from '../support/temporary-folder.ts'

/** A printer on which everything jams. */
const jammed: Printer = {
  version: '1.2.3.4',
  isSandboxed: true,
  print: ({id}) => Promise.reject(new PrintFailure(id, 'Chromium crashed, twice')),
  findOverflow: ({id}) => Promise.reject(new PrintFailure(id, 'Chromium crashed, twice')),
  close: () => Promise.resolve()
}

test('a unit that cannot be printed is an error of the book, which names it, and leaves the book unwritten', async () => {
  const folder = join(temporaryFolder(), 'notes')
  mkdirSync(folder)
  writeFileSync(join(folder, 'a.md'), '# A\n\nWords.\n')
  const result = await buildEdition(usualOptions, {
    files: openBookFiles(folder),
    templates: loadTemplates(join(findProgram().folder, 'templates')),
    openPrinter: () => Promise.resolve(jammed),
    chromiumVersion: () => Promise.resolve(jammed.version),
    program: 'test', version: '0.1',
    date: new Date(0),
    signal: new AbortController().signal,
    onProgress: () => undefined
  })
  expect(result).toMatchObject({ok: false, outputs: []})
  const [diagnostic, ...others] = result.diagnostics
  expect(others).toEqual([])
  expect(diagnostic).toMatchObject({ruleId: 'unit-unprinted', fatal: true})
  expect(diagnostic?.reason).toMatch(/^Unexpected failure to print `[\w-]+`: Chromium crashed, twice$/)
})
