import {expect, test} from 'vitest'
import {lostPictures} from '../../scripts/assemble/lost-pictures.ts'
import type {RawElement} from '../../scripts/assemble/read-structure.ts'

const element = (role: string, alt?: string, ...kids: RawElement[]): RawElement => ({role, printed: role, attributes: [], kids, ...(alt === undefined ? {} : {alt})})

test('each alternative of the HTML is an element of the print, as often as it is there', () => {
  const html = `<p lang="en-x-as-a"><img src="a" alt="A dog &#x26; a &quot;cat&quot;"></p>
    <ul lang="en-x-as-b"><li><span role="img" aria-label="tick  box"></span><span role="img" aria-label="tick box"></span><img alt="" src="b"></li></ul>
    <a aria-label="Note 1" href="#">1</a><table><tr lang="en-x-as-c"><td><img alt="A chair" src="c"></td></tr></table>`
  const print = (...kids: RawElement[]) => [element('Sect', undefined, ...kids)]
  expect(lostPictures(print(element('P', undefined, element('Figure', 'A dog & a "cat"')), element('Figure', 'tick box'), element('Figure', 'tick\nbox'), element('Figure', 'A chair')), html)).toEqual([])
  expect(lostPictures(print(element('Figure', 'A dog & a "cat"'), element('Figure', 'tick box')), html)).toEqual([
    {kind: 'picture-unprinted', detail: 'tick box', block: 'b'},
    {kind: 'picture-unprinted', detail: 'A chair', block: 'c'}
  ])
})
