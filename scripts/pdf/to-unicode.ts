// Model 2: ToUnicode maps, which say what text a glyph stands for (ISO 32000-1, 9.10.3).

import {Keyword, Lexer} from './lexer.ts'
import {PdfString} from './objects.ts'

/** A ToUnicode stream's bytes as text by character code. Throws on ranges with a list of texts, which Skia does not write. */
export function readToUnicode(bytes: Uint8Array): Map<number, string> {
  const lexer = new Lexer(bytes)
  const texts = new Map<number, string>()
  let strings: string[] = []
  for (let token = lexer.next(); token !== undefined; token = lexer.next()) {
    if (token instanceof PdfString) strings.push(token.bytes)
    else if (!(token instanceof Keyword)) continue
    else if (token.value === '[') throw new Error('Unexpected list of texts in a ToUnicode map, expected a range')
    else if (token.value === 'beginbfchar' || token.value === 'beginbfrange') strings = []
    else if (token.value === 'endbfchar') {
      for (let i = 0; i + 1 < strings.length; i += 2) texts.set(code(strings[i]!), utf16(strings[i + 1]!))
    } else if (token.value === 'endbfrange') {
      for (let i = 0; i + 2 < strings.length; i += 3) {
        const start = code(strings[i]!)
        const text = utf16(strings[i + 2]!)
        const last = text.charCodeAt(text.length - 1)
        for (let c = start; c <= code(strings[i + 1]!); c++) texts.set(c, text.slice(0, -1) + String.fromCharCode(last + c - start))
      }
    }
  }
  return texts
}

/** Text by two-byte character code as a ToUnicode stream's text. */
export function formatToUnicode(texts: ReadonlyMap<number, string>): string {
  const codes = [...texts.keys()].sort((a, b) => a - b)
  let body = ''
  for (let at = 0; at < codes.length; at += 100) {
    const chunk = codes.slice(at, at + 100)
    body += `${chunk.length} beginbfchar\n`
    for (const c of chunk) body += `<${hex(c)}> <${[...Array(texts.get(c)!.length).keys()].map(i => hex(texts.get(c)!.charCodeAt(i))).join('')}>\n`
    body += 'endbfchar\n'
  }
  return `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
${body}endcmap
CMapName currentdict /CMap defineresource pop
end
end`
}

function code(bytes: string): number {
  return bytes.length === 1 ? bytes.charCodeAt(0) : (bytes.charCodeAt(0) << 8) | bytes.charCodeAt(1)
}

function utf16(bytes: string): string {
  let text = ''
  for (let i = 0; i + 1 < bytes.length; i += 2) text += String.fromCharCode((bytes.charCodeAt(i) << 8) | bytes.charCodeAt(i + 1))
  return text
}

function hex(code: number): string {
  return code.toString(16).toUpperCase().padStart(4, '0')
}
