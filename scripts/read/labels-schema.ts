// Read: which keys `labels.yaml` may have.

import {choice, id, idPattern, idTitle, list, type MapSchema, text} from './key-schema.ts'

/** `labels.yaml`. */
export const labelsSchema: MapSchema = {
  type: 'object',
  title: '`labels.yaml`',
  description:
    'Lists of labels that sections can carry (`labels` in their front matter), such as the places that a hack fits, or the principles that it serves. `::finder` and `::crosswalk` list the sections by label.',
  properties: {},
  propertyNames: {title: idTitle, pattern: idPattern},
  additionalProperties: {
    type: 'object',
    title: 'a list of labels',
    description: 'A list of labels.',
    properties: {
      title: text('Words before a section’s labels, and above the list of them.', 'Good for'),
      all: text('Words for a section that carries every label. Without it, all labels are listed.', 'Every kind of place'),
      source: text('Where the terms come from. Not printed.', 'SAMHSA Harm Reduction Framework, 2023'),
      printed: choice('`true` or `false`', ['true', 'false'], 'true', 'Whether a section’s labels of this list stand below its title.', 'true'),
      required: choice('`true` or `false`', ['true', 'false'], 'false', 'Whether a term that no section serves is a warning.', 'false'),
      terms: {
        type: 'object',
        title: 'words by id',
        description: 'The labels in their order: the words to print, or a map that also names the editions that have the label.',
        properties: {},
        propertyNames: {title: idTitle, pattern: idPattern},
        additionalProperties: {
          description: 'The words to print, or a map.',
          anyOf: [
            text('The words to print.', 'Drop-in centers'),
            {
              type: 'object',
              title: 'a map with `text` and `editions`',
              description: 'A label of some editions.',
              properties: {
                text: text('The words to print.', 'Vehicles'),
                editions: list('a list of ids', 'Editions that have the label. Without it, all of them.', id('An edition’s id.', 'mobile'), ['mobile'])
              },
              required: ['text'],
              additionalProperties: false
            }
          ]
        },
        examples: [{'drop-in': 'Drop-in centers', vehicle: {text: 'Vehicles', editions: ['mobile']}}]
      }
    },
    required: ['title', 'terms'],
    additionalProperties: false
  },
  examples: [
    {
      sites: {title: 'Good for', all: 'Every kind of place', terms: {'drop-in': 'Drop-in centers', vehicle: {text: 'Vehicles', editions: ['mobile']}}},
      principles: {
        title: 'Principles served',
        source: 'SAMHSA Harm Reduction Framework, 2023',
        printed: 'false',
        required: 'true',
        terms: {autonomy: 'Respect autonomy'}
      }
    }
  ]
}
