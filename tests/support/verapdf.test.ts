// Shows that the validator speaks, rule by rule, about a file as Chromium prints it without our repairs.

import {readFileSync} from 'node:fs'
import {expect, test} from 'vitest'
import {findingLines, findVerapdf} from './verapdf.ts'

const verapdf = await findVerapdf()
const printed = readFileSync(new URL('../fixtures/pdf/three-pages.pdf', import.meta.url))

test.skipIf(!verapdf)('names what Chromium leaves undone, file by file', {timeout: 120_000}, async () => {
  const findings = await verapdf!.validate(new Map([['one', printed], ['two', printed]]))
  expect([...findings.keys()]).toEqual(['one', 'two'])
  const rules = findings.get('one')!.map(({rule}) => rule)
  expect(rules).toEqual(expect.arrayContaining(['7.1-3', '7.1-8', '7.18.1-2', '7.18.5-2']))
  expect(findingLines(findings.get('two')!).join('\n')).toContain('7.1-3 × ')
})

test.skipIf(!verapdf)('rejects what is no PDF', async () => {
  await expect(verapdf!.validate(new Map([['text', Buffer.from('no PDF')]]))).rejects.toThrow('veraPDF could not read text')
})
