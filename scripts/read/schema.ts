// Read: which keys the YAML of a manuscript may have. One JSON Schema for each kind of file; `check-schema.ts` checks the files against
// it and `schema-page.ts` writes `docs/book-yaml.md` from it.

import {choice, codePattern, id, idPattern, idTitle, language, list, type MapSchema, namePattern, text} from './key-schema.ts'

const entry = text('A file or folder of `sections/`, with or without `.md`.', 'about')

/** `book.yaml`. */
export const bookSchema: MapSchema = {
  type: 'object',
  title: '`book.yaml`',
  description: 'The publication facts, and which sections the book has in which order. Only `title` must be there.',
  properties: {
    title: text('Title of the book, on the cover, the title page and in the file’s metadata.', 'Space Hacks'),
    subtitle: text('Subtitle, below the title on the cover and the title page.', 'Hacks for creating functional harm reduction spaces'),
    language: language('Language of the text. Screen readers choose their voice by it.', 'en'),
    publishers: list(
      'a list of names',
      'Who publishes the book, in the order to be named. The first is the author in the file’s metadata.',
      text('A publisher.', 'NACCHO'),
      ['NACCHO', 'Balanced Imperfection']
    ),
    funder: text('Who paid for the work, as the copyright page shall say it.', 'Centers for Disease Control and Prevention'),
    edition: text('Which edition this is, in words for the title page.', 'First edition'),
    date: {
      type: 'string',
      title: 'a date such as `2026-11-30`',
      pattern: '^\\d{4}-\\d{2}-\\d{2}$',
      format: 'date',
      description:
        'Date of publication, year-month-day. The files carry this date, so that the same manuscript always gives the same bytes.',
      examples: ['2026-11-30']
    },
    licence: text('Licence of the text, as the copyright page shall say it.', 'CC BY 4.0'),
    notice: text(
      'What readers must know before they rely on the book, in one paragraph on the copyright page.',
      'This is not medical or legal advice.'
    ),
    layout: choice('`book` or `sheet`', ['book', 'sheet'], 'book', 'How the whole is laid out. A `sheet` is a few pages with the title above the text, and has neither cover nor contents.', 'sheet'),
    subject: text('What the book is about, in one sentence for the file’s metadata.', 'Preventing and responding to escalated events'),
    keywords: list(
      'a list of words',
      'Words by which people search for the book, for the file’s metadata.',
      text('A keyword.', 'harm reduction'),
      ['harm reduction', 'de-escalation']
    ),
    name: {
      type: 'string',
      title: 'letters, digits and hyphens without an ending',
      pattern: namePattern,
      description: 'Name of the finished files, without their ending. Without it they are called by the title, or by the folder when the title has no Latin letters.',
      examples: ['space-hacks']
    },
    editions: {
      type: 'object',
      title: 'a list of editions',
      description:
        'Editions made from this one manuscript, by id. A section (`editions` in its front matter) or a passage (`:only`) can be kept for some of them. The first is built when none is asked for.',
      properties: {},
      propertyNames: {title: idTitle, pattern: idPattern},
      additionalProperties: {
        type: ['object', 'null'],
        title: 'an edition',
        description: 'An edition, which may have its own title, subtitle and words.',
        properties: {
          title: text('Title of this edition, when it is not the book’s.', 'Space Hacks In Motion'),
          subtitle: text('Subtitle of this edition, when it is not the book’s.', 'Hacks for mobile harm reduction'),
          name: {
            type: 'string',
            title: 'letters, digits and hyphens without an ending',
            pattern: namePattern,
            description:
              'Name of this edition’s finished files. Without it, the first edition has the book’s name, and any other that name with its id behind it, or its id alone where that begins so.',
            examples: ['space-hacks-in-motion']
          },
          variables: {
            type: 'object',
            title: 'words by name',
            description: 'What this edition calls its own things. `:var[site]` in a section prints the words that stand here as `site`.',
            properties: {},
            propertyNames: {title: idTitle, pattern: idPattern},
            additionalProperties: text('The words to print.', 'drop-in'),
            examples: [{site: 'drop-in'}]
          }
        },
        additionalProperties: false
      },
      examples: [{'fixed-site': {variables: {site: 'drop-in'}}, mobile: {title: 'Space Hacks In Motion', variables: {site: 'van'}}}]
    },
    site: list(
      'a list of ids',
      'Sections that introduce the book on the first page of its web site, by their ids. Without it, that page shows the contents.',
      id('A section’s id.', 'about'),
      ['about', 'method']
    ),
    'front-matter': list('a list of names', 'Entries before the body, with roman page numbers.', entry, ['about', 'method']),
    sections: list('a list of names', 'Entries of the body, in reading order. Each begins on a right-hand page.', entry, [
      'preventing-escalation',
      'de-escalation'
    ]),
    'back-matter': list('a list of names', 'Entries after the body.', entry, ['keep-in-touch'])
  },
  required: ['title'],
  additionalProperties: false
}

/** Front matter of a file in `sections/`. */
export const sectionSchema: MapSchema = {
  type: 'object',
  title: 'the front matter of a section',
  description:
    'Between two lines `---` at the very top of a file in `sections/`. Every key may be left out, and so may the whole front matter.',
  properties: {
    id: id(
      'Name of the section in links, unique in the book. Without it, the file’s name (the folder’s for an `index.md`).',
      'preventing-escalation'
    ),
    title: text('Title of the section. Without it, the first heading of the file.', 'Preventing escalation'),
    summary: text('One sentence on what the section is for.', 'Change the space, the day and the welcome.'),
    code: {
      type: 'string',
      title: 'one to five capital letters',
      pattern: codePattern,
      description:
        'Short name of the section in review rounds, where its blocks are called `CB-1`, `CB-2` and so on; sections inside it without a code of their own are counted on. Without it, one is made from the title when the first round opens, and kept in `reviews/blocks.yaml`.',
      examples: ['CB']
    },
    part: choice(
      '`front`, `body` or `back`',
      ['front', 'body', 'back'],
      'body',
      'Part of the book that an entry of `sections/` belongs to. Used only while `book.yaml` lists no entries.',
      'body'
    ),
    editions: list(
      'a list of ids',
      'Editions that carry the section, by their ids in `book.yaml`. Without it, all of them.',
      id('An edition’s id.', 'mobile'),
      ['mobile']
    ),
    order: list(
      'a list of names',
      'In the `index.md` of a folder: its files and folders in reading order. Without it, the order of their names.',
      entry,
      ['first-minute', 'quiet-corner']
    ),
    labels: {
      type: 'object',
      title: 'lists of ids by list of labels',
      description: 'Labels of the section, by the lists and terms that `labels.yaml` declares. `all` stands for every term that the edition has.',
      properties: {},
      propertyNames: {title: idTitle, pattern: idPattern},
      additionalProperties: list('a list of ids', 'Terms of the list.', id('A term’s id, or `all`.', 'drop-in'), ['drop-in', 'ssp']),
      examples: [{sites: ['drop-in', 'ssp'], principles: ['all']}]
    },
    index: list(
      'a list of entries',
      'Entries of the subject index that the whole section is about; ` > ` stands before a sub-entry.',
      text('An entry.', 'waiting'),
      ['waiting', 'limits > saying no']
    ),
    layout: choice('`form`', ['form'], undefined, 'How the section is laid out: `form` is a page to fill in, which stands alone.', 'form')
  },
  additionalProperties: false
}

/** Front matter of a file in `quotes/`. */
export const quoteSchema: MapSchema = {
  type: 'object',
  title: 'the front matter of a quote',
  description:
    'Between two lines `---` at the very top of a file in `quotes/`. Below it stand the person’s words, exactly as they were given.',
  properties: {
    id: id('Name of the quote in `::quote[…]`, unique among the quotes. Without it, the file’s name.', 'boundaries'),
    attribution: text('How the person is named in print, as they agreed to it.', 'A voice from the Space Hacks announcement'),
    source: text('Where the words come from. Not printed.', 'Space Hacks announcement'),
    consent: text('What the person agreed to, and how that is known. Not printed.', 'Published in the project’s announcement'),
    language: language('Language of the words, when it is not the book’s.')
  },
  required: ['attribution', 'source', 'consent'],
  additionalProperties: false
}

/** `facts.yaml`. */
export const factsSchema: MapSchema = {
  type: 'object',
  title: '`facts.yaml`',
  description:
    'Every count, date and name that the text states, once, by an id. `:fact[surveys]` in a section prints the words that stand here. The words are taken as they are typed.',
  properties: {},
  propertyNames: {title: idTitle, pattern: idPattern},
  additionalProperties: {
    description: 'The words of the fact, or a map that also says where the fact comes from.',
    anyOf: [
      text('The words to print.', '180'),
      {
        type: 'object',
        title: 'a fact',
        description: 'A fact with its source.',
        properties: {
          text: text('The words to print.', 'twelve leaders'),
          source: text('Where the fact comes from. Not printed.', 'Space Hacks announcement, Method'),
          label: text('What is counted, as `::plot` says it behind the words.', 'leaders interviewed'),
          number: {
            type: 'string',
            title: 'a whole number',
            pattern: '^[1-9]\\d{0,8}$',
            description: 'The count, for `::plot`, where the words do not say it in figures.',
            examples: ['12']
          }
        },
        required: ['text'],
        additionalProperties: false
      }
    ]
  },
  examples: [{surveys: '180', leaders: {text: 'twelve leaders', source: 'Space Hacks announcement, Method'}}]
}
