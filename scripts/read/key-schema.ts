// Read: the few words of JSON Schema in which it is said which keys a file may have, and the kinds of text that many of them take.
//
// Values are taken as they were typed (`edition: 1.10` is the text `1.10`), so every scalar is a string here. `title` says what is
// expected, in words that fit after "expected".

export interface TextSchema {
  readonly type: 'string'
  readonly title?: string
  readonly description: string
  readonly minLength?: 1
  readonly pattern?: string
  readonly format?: 'date'
  readonly enum?: readonly string[]
  readonly default?: string
  readonly examples: readonly string[]
}

export interface ListSchema {
  readonly type: 'array'
  readonly title: string
  readonly description: string
  readonly items: TextSchema
  readonly examples: readonly (readonly string[])[]
}

export interface MapSchema {
  readonly type: 'object' | readonly ['object', 'null']
  readonly title: string
  readonly description: string
  readonly properties: Readonly<Record<string, KeySchema>>
  readonly required?: readonly string[]
  /** Keys of any name that `propertyNames` allows; false for none but the properties. */
  readonly additionalProperties: false | KeySchema
  readonly propertyNames?: {readonly title: string; readonly pattern: string}
  readonly examples?: readonly object[]
}

/** Plain text, or a map for those who want to say more. */
export interface TextOrMapSchema {
  readonly description: string
  readonly anyOf: readonly [TextSchema, MapSchema]
}

export type KeySchema = TextSchema | ListSchema | MapSchema | TextOrMapSchema

const languagePattern = '^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$'
const languageExpression = new RegExp(languagePattern)
export const namePattern = '^[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*$'
const nameExpression = new RegExp(namePattern)
export const idPattern = '^[A-Za-z0-9_]+(?:-[A-Za-z0-9_]+)*$'
const idExpression = new RegExp(idPattern)
export const abbreviationPattern = '^[A-Za-z0-9][A-Za-z0-9.&/-]*$'
const abbreviationExpression = new RegExp(abbreviationPattern)
export const codePattern = '^[A-Z]{1,5}$'
const codeExpression = new RegExp(codePattern)
export const idTitle = 'ASCII letters, digits, `_`, and single hyphens between them'

/** Text of any kind, with examples of it. */
export function text(description: string, ...examples: string[]): TextSchema {
  return {type: 'string', title: 'text', minLength: 1, description, examples}
}

/** Text that is an id. */
export function id(description: string, ...examples: string[]): TextSchema {
  return {type: 'string', title: idTitle, pattern: idPattern, description, examples}
}

/** Text that is a language tag. */
export function language(description: string, fallback?: string): TextSchema {
  return {
    type: 'string',
    title: 'a language tag such as `en`, `en-US` or `es`',
    pattern: languagePattern,
    description,
    ...(fallback === undefined ? {} : {default: fallback}),
    examples: ['en-US']
  }
}

/** Text that is one of a few values. */
export function choice(title: string, values: readonly string[], fallback: string | undefined, description: string, ...examples: string[]): TextSchema {
  return {type: 'string', title, enum: values, ...(fallback === undefined ? {} : {default: fallback}), description, examples}
}

/** A list of texts. */
export function list(title: string, description: string, items: TextSchema, ...examples: string[][]): ListSchema {
  return {type: 'array', title, description, items, examples}
}

/** True for what may stand for longer words. */
export function isAbbreviation(text: string): boolean {
  return abbreviationExpression.test(text)
}

/** True for what may be the code of a section. */
export function isSectionCode(text: string): boolean {
  return codeExpression.test(text)
}

/** True for what may be an id: an anchor in print and on screen. */
export function isId(text: string): boolean {
  return idExpression.test(text)
}

/** True for a BCP 47 tag of the simple kind, without private parts. */
export function isLanguageTag(text: string): boolean {
  return languageExpression.test(text)
}

/** True for what may be the name of a product's file, without its ending. */
export function isFileName(text: string): boolean {
  return nameExpression.test(text)
}
