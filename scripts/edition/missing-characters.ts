// Edition: characters that are in none of the templates' fonts, as the print shows them.

import type {PrintedFont} from '../assemble/printed-unit.ts'
import {faceOf} from '../assemble/unite-fonts.ts'
import {diagnose, type Diagnostic} from '../diagnostics/diagnose.ts'

/** What a unit set in fonts of the computer, each with the block that comes first; `faces` are those of the templates, by `faceOf`. */
export function strangeCharacters(fonts: readonly PrintedFont[], faces: ReadonlySet<string>): {text: string; block: string | undefined}[] {
  return fonts.flatMap(font => {
    // A glyph without a text is in no font at all, which is a fault of its own.
    if (faces.has(faceOf(font)) || font.texts.length === 0) return []
    return [{text: font.texts.map(([, text]) => text).join(''), block: font.firstBlock}]
  })
}

/** Says which characters are missing, and what to do about them. */
export function missingCharacters(text: string, at: Parameters<typeof diagnose>[2]): Diagnostic {
  const characters = [...new Set([...new Intl.Segmenter().segment(text)].map(({segment}) => segment))].filter(character => character.trim() !== '')
  const named = characters.map(character => `\`${character}\``).join(' ')
  return diagnose('glyph-missing', `Unexpected ${named || 'characters'}, expected characters that the book’s fonts have`, at, 'write it in other characters, or show it as a figure')
}
