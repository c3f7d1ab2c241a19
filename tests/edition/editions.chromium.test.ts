// Editions of one book, printed in one go.

import {expect, it} from 'vitest'
import {usualOptions} from '../../scripts/commands/usual-options.ts'
import {buildEditions} from '../../scripts/edition/build-editions.ts'
import {openTestBook, testWorld} from '../support/book-test.ts'

it('without a cache, what two editions have alike is printed once', async () => {
  const book = openTestBook('empty', {
    'book.yaml': 'title: Spaces\nname: spaces\nlanguage: en\nsections: [shared, own]\neditions:\n  fixed: {variables: {site: room}}\n  mobile: {variables: {site: van}}\n',
    'sections/shared.md': '# Shared\n\nThe same for all.\n',
    'sections/own.md': '# The :var[site]\n\nText.\n'
  })
  const printed: string[] = []
  const builds = await buildEditions({...usualOptions, formats: ['pdf'], edition: 'all'}, await testWorld(book.folder, printed))
  expect(builds.map(({ok, outputs}) => [ok, outputs.map(({name}) => name)])).toEqual([
    [true, ['spaces.pdf']],
    [true, ['spaces-mobile.pdf']]
  ])
  const times = (id: string) => printed.filter(each => each === id).length
  expect(times('shared')).toBe(1)
  expect(times('own')).toBe(2)
})
