// Tests of read: names of products.

import {expect, test} from 'vitest'
import {fileName} from '../../scripts/read/file-name.ts'

test.each([
  [['Space Hacks: Care'], 'space-hacks-care'],
  [['Café ßen_x'], 'cafe-ssen-x'],
  [['安全 Space 1'], 'space-1'],
  [['مساحة آمنة', 'handout-ar'], 'handout-ar'],
  [['مساحة', '安全'], 'book'],
  [['!?'], 'book'],
  [['A title that is much too long to be the name of a file'], 'a-title-that-is-much-too-long-to-be-the']
])('%j', (titles, name) => {
  expect(fileName(...titles)).toBe(name)
})
