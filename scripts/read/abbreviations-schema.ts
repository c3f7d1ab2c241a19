// Read: which keys `abbreviations.yaml` may have.

import {abbreviationPattern, type MapSchema, text} from './key-schema.ts'

/** `abbreviations.yaml`. */
export const abbreviationsSchema: MapSchema = {
  type: 'object',
  title: '`abbreviations.yaml`',
  description:
    'Abbreviations of the text and what they stand for. The first use in each file is written out, “syringe services program (SSP)”, and `::abbreviations` lists all that the text uses.',
  properties: {},
  propertyNames: {title: 'letters, digits and `.`, `&`, `/` or `-` between them', pattern: abbreviationPattern},
  additionalProperties: {
    description: 'The words that the abbreviation stands for, or a map for those whose plural does not end in `s`.',
    anyOf: [
      text('The words.', 'syringe services program'),
      {
        type: 'object',
        title: 'a map with `text` and `plural`',
        description: 'An abbreviation with its plural.',
        properties: {
          text: text('The words.', 'recovery community'),
          plural: text('The words for several, as `RCs` stands for them. Without it, the words with an `s`.', 'recovery communities')
        },
        required: ['text'],
        additionalProperties: false
      }
    ]
  },
  examples: [{SSP: 'syringe services program', RC: {text: 'recovery community', plural: 'recovery communities'}}]
}
