// Editions of one book, printed in one go.

import {expect, it} from 'vitest'
import {usualOptions} from '../../scripts/commands/usual-options.ts'
import type {Progress} from '../../scripts/edition/build.ts'
import {buildProducts} from '../../scripts/edition/build-products.ts'
import {openTestBook, testWorld} from '../support/book-test.ts'

it('without a cache, what two editions have alike is printed once', async () => {
  const book = openTestBook('empty', {
    'book.yaml': 'title: Spaces\nname: spaces\nlanguage: en\nsections: [shared, own]\neditions:\n  fixed: {variables: {site: room}}\n  mobile: {variables: {site: van}}\n',
    'sections/shared.md': '# Shared\n\nThe same for all.\n',
    'sections/own.md': '# The :var[site]\n\nText.\n'
  })
  const printed: string[] = []
  const builds = await buildProducts({...usualOptions, formats: ['pdf'], edition: 'all'}, await testWorld(book.folder, printed))
  expect(builds.map(({ok, outputs}) => [ok, outputs.map(({name}) => name)])).toEqual([
    [true, ['spaces.pdf']],
    [true, ['spaces-mobile.pdf']]
  ])
  const times = (id: string) => printed.filter(each => each === id).length
  expect(times('shared')).toBe(1)
  expect(times('own')).toBe(2)
})

it('each edition is printed in each profile, and progress is told of one product after the other', async () => {
  const book = openTestBook('empty', {
    'book.yaml': 'title: Spaces\nname: spaces\nlanguage: en\neditions: {fixed: {variables: {site: room}}, mobile: {variables: {site: van}}}\n',
    'sections/a.md': '# A :var[site]\n\nText.\n'
  })
  const told: number[] = []
  const world = {...(await testWorld(book.folder, [])), onProgress: ({product}: Progress) => void told.push(product!.number)}
  const builds = await buildProducts({...usualOptions, edition: 'all', profile: 'screen,print'}, world)
  expect(builds.flatMap(({outputs}) => outputs.map(({name}) => name))).toEqual([
    'spaces-screen.pdf',
    'spaces.html',
    'spaces.pdf',
    'spaces-mobile-screen.pdf',
    'spaces-mobile.html',
    'spaces-mobile.pdf'
  ])
  expect(told).toEqual([...told].sort((a, b) => a - b))
  expect(new Set(told)).toEqual(new Set([1, 2, 3, 4]))
})
