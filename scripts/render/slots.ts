// Render: the marks in a fragment's HTML where something is filled in when a unit or the screen file is put together.
//
// A slot is a noncharacter of Unicode, a letter, a few words, and another noncharacter. Noncharacters never come from a manuscript
// (`parse-section.ts` replaces them), pass through rehype-stringify as they are, and mean nothing to HTML.

import type {StructureCode} from './structure-key.ts'

const open = '\ufdd0'
const close = '\ufdd1'

/** Every noncharacter of the block that slots are taken from. */
export const noncharacters = /[\ufdd0-\ufdef]/g

/** Filled by the answer to a lookup. */
export function answerSlot(lookup: number): string {
  return `${open}a${lookup.toString(36)}${close}`
}

/** Filled by what follows the words of a link whose start is an answer slot. */
export function endSlot(lookup: number): string {
  return `${open}e${lookup.toString(36)}${close}`
}

/** Filled by an id that occurs once in the document and is no anchor. */
export const idSlot = `${open}i${close}`

/** A link to an anchor of the same file, as the value of `href`. */
export function hrefSlot(anchor: string): string {
  return `${open}h${anchor}${close}`
}

/**
 * Value of a `lang` attribute: on paper the structure key, on screens the language where it differs from what surrounds it. `language`
 * is empty for the book's own.
 */
export function languageSlot(code: StructureCode, language: string, differs: boolean, block?: number): string {
  return `${open}s${code},${language},${differs ? 1 : ''},${block ?? ''}${close}`
}

/** What fills each kind of slot. A `stamp` gives a whole attribute with the space before it, or nothing. */
export interface SlotFiller {
  answer(lookup: number): string
  end(lookup: number): string
  id(): string
  href(anchor: string): string
  stamp(code: StructureCode, language: string, differs: boolean, block: number | undefined): string
}

const slotPattern = / lang="\ufdd0s([^,]*),([^,]*),(1?),(\d*)\ufdd1"|\ufdd0([aehi])([^\ufdd1]*)\ufdd1/g

/** HTML with every slot filled; what the filler returns is HTML. */
export function fillSlots(html: string, filler: SlotFiller): string {
  return html.replace(
    slotPattern,
    (_, code: StructureCode, language: string, differs: string, block: string, kind: string, rest: string) => {
      switch (kind) {
        case 'a':
          return filler.answer(parseInt(rest, 36))
        case 'e':
          return filler.end(parseInt(rest, 36))
        case 'h':
          return filler.href(rest)
        case 'i':
          return filler.id()
        default:
          return filler.stamp(code, language, differs === '1', block === '' ? undefined : Number(block))
      }
    }
  )
}

/** Plain text with every answer slot filled by plain text. */
export function fillText(text: string, answer: (lookup: number) => string): string {
  if (!text.includes(open)) return text
  return text.replace(/\ufdd0a([0-9a-z]+)\ufdd1/g, (_, lookup: string) => answer(parseInt(lookup, 36)))
}
