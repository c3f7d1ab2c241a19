import {expect, test} from 'vitest'
import {rulesPage} from '../../scripts/diagnostics/rules-page.ts'

test('docs/rules.md is what the table of rules says (`npm run docs` writes it)', async () => {
  await expect(rulesPage()).toMatchFileSnapshot('../../docs/rules.md')
})
