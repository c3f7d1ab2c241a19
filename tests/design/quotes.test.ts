// Design: the words of the people quoted in the announcement stay as they were given.

import {createHash} from 'node:crypto'
import {readFileSync} from 'node:fs'
import {expect, test} from 'vitest'

/** Hash of the words, white space made single, by quote. A new quote needs no line here; a changed one needs a reason. */
const given = {
  boundaries: 'd92f3c292d80f40e',
  grace: '912c9741a8158025',
  'grounded-in-love': 'e6956eb96b78dc6c',
  'trauma-informed': '873b677797abad52',
  'where-people-are': 'b42b46a6a285e34e'
}

test.each(Object.entries(given))('%s', (id, hash) => {
  const file = readFileSync(new URL(`../../manuscript/quotes/${id}.md`, import.meta.url), 'utf8')
  const words = file.replace(/^---\n[\s\S]*?\n---\n/, '').trim().replace(/\s+/g, ' ')
  expect(createHash('sha256').update(words).digest('hex').slice(0, 16)).toBe(hash)
})
