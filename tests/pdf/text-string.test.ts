import {expect, it} from 'vitest'
import {decodeText} from '../../scripts/pdf/text-string.ts'

it('reads UTF-16 behind its mark, pairs of surrogates included', () => {
  expect(decodeText('\xfe\xff\x00A\xd8\x3d\xde\x00')).toBe('A😀')
})

it('reads other bytes as Latin-1', () => {
  expect(decodeText('Caf\xe9')).toBe('Café')
})

it('leaves out half a character at the end', () => {
  expect(decodeText('\xfe\xff\x00A\x00')).toBe('A')
  expect(decodeText('\xfe\xff')).toBe('')
})
