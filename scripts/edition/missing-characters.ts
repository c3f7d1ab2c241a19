// Edition: characters that are in none of the templates' fonts, as the print shows them.

import type {PrintedFont} from '../assemble/printed-unit.ts'
import {faceOf} from '../assemble/unite-fonts.ts'
import {diagnose, type Diagnostic} from '../diagnostics/diagnose.ts'

/** Pictures beyond the signs that fonts have always had. The templates declare none, but a font of the computer may bear the name of one of theirs. */
const emoji = /(?=[\u{10000}-\u{10ffff}])\p{Emoji_Presentation}/u

/** What a unit set in fonts of the computer, each with the block that comes first; `faces` are those of the templates, by `faceOf`. */
export function strangeCharacters(fonts: readonly PrintedFont[], faces: ReadonlySet<string>): {text: string; block: string | undefined}[] {
  return fonts.flatMap(font => {
    const texts = font.texts.map(([, text]) => text)
    const strange = faces.has(faceOf(font)) ? texts.filter(text => emoji.test(text)) : texts
    // A glyph without a text is in no font at all, which is a fault of its own.
    return strange.length > 0 ? [{text: strange.join(''), block: font.firstBlock}] : []
  })
}

/** Says which characters are missing, and what to do about them. */
export function missingCharacters(text: string, at: Parameters<typeof diagnose>[2]): Diagnostic {
  const characters = [...new Set([...new Intl.Segmenter().segment(text)].map(({segment}) => segment))].filter(character => character.trim() !== '')
  const named = characters.map(character => `\`${character}\``).join(' ')
  const isEmoji = characters.length > 0 && characters.every(character => /\p{Emoji_Presentation}|\ufe0f/u.test(character))
  const note = isEmoji ? 'say it in words, or show it as a figure' : 'write it in other characters, or show it as a figure'
  return diagnose('glyph-missing', `Unexpected ${isEmoji ? 'emoji ' : ''}${named || 'characters'}, expected characters that the book’s fonts have`, at, note)
}
