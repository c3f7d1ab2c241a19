// A manifest goes through the hands of strangers and comes back: what is whole is read, what is not is named.

import {expect, test} from 'vitest'
import {readManifest, writeManifest, type RoundManifest} from '../../scripts/review/manifest.ts'

const manifest: RoundManifest = {
  format: 'space-hacks-round',
  version: 1,
  book: 'space-hacks',
  title: 'Space Hacks',
  round: 2,
  base: 1,
  due: '2026-12-15',
  date: '2026-12-01',
  hash: '00ff00ff00ff',
  reviewer: 'R3',
  product: 'draft',
  pages: 4,
  sections: [{id: 'code-of-care', code: 'CC', title: 'Code of care'}],
  blocks: [
    {id: 'CC-1', kind: 'heading', section: 'code-of-care', file: 'sections/code-of-care.md', line: 1, text: 'Code of care', places: [{page: 0, left: 72, bottom: 700.5, right: 300, top: 720}]},
    {id: 'CC-7', kind: 'paragraph', section: 'code-of-care', file: 'sections/code-of-care.md', line: 3, text: 'Words “as printed”.', isRemoved: true}
  ]
}

test('a written manifest is read as it was', () => {
  expect(readManifest(writeManifest(manifest))).toEqual({manifest})
})

test('a block is a line, so that people can read it', () => {
  expect(writeManifest(manifest).split('\n').filter(line => line.includes('"CC-7"'))).toHaveLength(1)
})

const first = manifest.blocks[0]!

test.each<[what: string, json: string, fault: string]>([
  ['cut off', writeManifest(manifest).slice(0, -40), 'manifest that is not JSON'],
  ['something else', '{"format": "other"}', 'file that is no manifest of a review round'],
  ['a list', '[]', 'file that is no manifest of a review round'],
  ['of a later version', JSON.stringify({...manifest, version: 2}), 'version `2` of the manifest, expected 1'],
  ['without a round', JSON.stringify({...manifest, round: undefined}), 'value of `round` in the manifest'],
  ['with a round that is none', JSON.stringify({...manifest, round: -1}), 'value of `round` in the manifest'],
  ['with a name for a hash', JSON.stringify({...manifest, hash: 'Somebody'}), 'value of `hash` in the manifest'],
  ['with a strange product', JSON.stringify({...manifest, product: 'book'}), 'value of `product` in the manifest'],
  ['with a strange id', JSON.stringify({...manifest, blocks: [first, {...first, id: '../x'}]}), 'value of `blocks[1].id` in the manifest'],
  ['with half a place', JSON.stringify({...manifest, blocks: [{...first, places: [{page: 0, left: 1}]}]}), 'value of `blocks[0].places[0].bottom` in the manifest'],
  ['with a block twice', JSON.stringify({...manifest, blocks: [first, first]}), 'second block `CC-1` in the manifest']
])('a manifest %s is refused with the reason', (_, json, fault) => {
  expect(readManifest(json)).toEqual({fault})
})
