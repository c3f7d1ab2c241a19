import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {rules} from '../../scripts/diagnostics/rules.ts'

const root = join(import.meta.dirname, '../..')

function sources(folder: string): {path: string; text: string}[] {
  return readdirSync(join(root, folder), {recursive: true, encoding: 'utf8'})
    .filter(path => /\.(?:ts|txt|md)$/.test(path))
    .map(path => ({path: join(folder, path), text: readFileSync(join(root, folder, path), 'utf8')}))
}

test('ids are in alphabetical order, in kebab-case, with a help text of sentences', () => {
  const ids = Object.keys(rules)
  expect(ids).toEqual([...ids].sort())
  for (const [id, {help}] of Object.entries(rules)) {
    expect(id).toMatch(/^[a-z]+(-[a-z]+)*$/)
    expect(help).toMatch(/^[A-Z`:].*\.$/)
  }
})

describe('every rule', () => {
  const scripts = sources('scripts').filter(({path}) => !path.endsWith('rules.ts'))
  /** Those that only say what random books may do, or hand on what others found, break no rule. */
  const others = /(?:rules\.test|rules-page\.test|random-books\.chromium\.test|accessibility\/checklist\.test)\.ts$/
  const tests = sources('tests').filter(({path}) => !others.test(path))
  test.each(Object.keys(rules))('%s is used, and a test breaks it', id => {
    expect(scripts.some(({text}) => text.includes(`'${id}'`))).toBe(true)
    expect(tests.some(({text}) => text.includes(id))).toBe(true)
  })
})
