// Model 2: operands and operators of content streams (ISO 32000-1, 7.8.2).

import {Keyword, type Lexer} from './lexer.ts'
import {type Dict, Name, type PdfObject} from './objects.ts'

/** What may stand before an operator, and the operator itself. */
export type Operand = PdfObject | Keyword

/** The next operand or operator; arrays and dictionaries come whole. */
export function readOperand(lexer: Lexer): Operand | undefined {
  const token = lexer.next()
  if (!(token instanceof Keyword)) return token
  switch (token.value) {
    case '[':
      return readUntil(lexer, ']')
    case '<<':
      return readDict(lexer)
    case 'true':
    case 'false':
      return token.value === 'true'
    case 'null':
      return null
    default:
      return token
  }
}

function readUntil(lexer: Lexer, close: string): Operand[] {
  const members: Operand[] = []
  for (let operand = readOperand(lexer); operand !== undefined; operand = readOperand(lexer)) {
    if (operand instanceof Keyword && operand.value === close) break
    members.push(operand)
  }
  return members
}

function readDict(lexer: Lexer): Dict {
  const members = readUntil(lexer, '>>')
  const dict: Dict = new Map()
  for (let i = 0; i + 1 < members.length; i += 2) {
    const [key, value] = [members[i], members[i + 1]]
    if (key instanceof Name && !(value instanceof Keyword)) dict.set(key.value, value!)
  }
  return dict
}

/** Offset after the data of an inline image (8.9.7), which ends with `EI` between white space. */
export function endOfImage(bytes: Uint8Array, start: number): number {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
  const end = /\sEI(?=\s|$)/g
  end.lastIndex = start
  return end.exec(text) ? end.lastIndex - 2 : bytes.length
}
