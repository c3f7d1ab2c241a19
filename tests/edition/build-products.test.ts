// Editions of one book, checked and named together.

import {join} from 'node:path'
import {expect, test} from 'vitest'
import type {BuildWorld} from '../../scripts/edition/build.ts'
import {buildProducts, checkProducts} from '../../scripts/edition/build-products.ts'
import {profileNames} from '../../scripts/edition/profile-names.ts'
import {loadTemplates} from '../../scripts/io/templates.ts'
import {usualOptions} from '../../scripts/commands/usual-options.ts'
import {memoryFiles, told} from '../read/memory-files.ts'

const templates = loadTemplates(join(import.meta.dirname, '../../templates'))

test('every edition is checked, and what is said of both is said once', () => {
  const files = memoryFiles({
    'book.yaml': 'title: T\neditions: {fixed: , mobile: }\n',
    'sections/a.md': '# A\n\n:fact[no] :only[:fact[van]]{edition=mobile}\n'
  })
  const check = (edition?: string) => checkProducts({...usualOptions, ...(edition === undefined ? {} : {edition})}, {files, templates, version: '0'}).diagnostics.map(each => told(each).split('\n')[0])
  expect(check()).toHaveLength(1)
  expect(check('all')).toEqual([
    'sections/a.md:3:1-3:10 error fact-unknown: Unexpected fact `no`, expected an id from `facts.yaml`',
    'sections/a.md:3:17-3:27 error fact-unknown: Unexpected fact `van`, expected an id from `facts.yaml`'
  ])
})

test('profiles are asked for by name, several, or all but that of drafts, the usual one first', () => {
  const {profiles} = templates
  expect(profileNames('screen', profiles)).toEqual(['screen'])
  expect(profileNames('large-print, screen,screen', profiles)).toEqual(['large-print', 'screen'])
  expect(profileNames('all', profiles)).toEqual(['print', 'grayscale', 'large-print', 'screen'])
})

test('the HTML of an edition is made once, whatever its profiles', async () => {
  const files = memoryFiles({'book.yaml': 'title: T\neditions: {fixed: , mobile: }\n', 'sections/a.md': '# A\n\nText.\n'})
  const world = {files, templates, version: '0', program: 'test', date: new Date(0), signal: new AbortController().signal, chromiumVersion: async () => 'none'} as unknown as BuildWorld
  const builds = await buildProducts({...usualOptions, formats: ['html'], edition: 'all', profile: 'all'}, {...world, onProgress: () => undefined})
  expect(builds.map(({edition, profile}) => [edition, profile])).toEqual([
    ['fixed', 'print'],
    ['mobile', 'print']
  ])
})

test('every family of the templates has a licence', () => {
  expect(templates.fontLicences.length).toBeGreaterThan(3)
  for (const {family, licence} of templates.fontLicences) expect(licence).toBe(family.startsWith('DejaVu') ? 'Bitstream-Vera' : 'OFL-1.1')
  expect(templates.fontLicences.map(({licence}) => licence)).not.toContain('unknown licence')
})

test('two editions of one name are an error, edition-name, and neither is written', async () => {
  const files = memoryFiles({'book.yaml': 'title: T\nname: t\neditions: {fixed: , mobile: {name: t}}\n', 'sections/a.md': '# A\n\nText.\n'})
  const world = {files, templates, version: '0', program: 'test', date: new Date(0), signal: new AbortController().signal, chromiumVersion: async () => 'none'} as unknown as BuildWorld
  const builds = await buildProducts({...usualOptions, formats: ['html'], edition: 'all'}, {...world, onProgress: () => undefined})
  expect(builds.map(({edition, ok, outputs}) => [edition, ok, outputs.map(({name}) => name)])).toEqual([
    ['fixed', true, ['t.html']],
    ['mobile', false, []]
  ])
  expect(builds[1]!.diagnostics.map(({ruleId}) => ruleId)).toEqual(['edition-name'])
})
