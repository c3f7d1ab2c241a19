// Diagnostics: every rule that a message can carry, declared once; `docs/rules.md` is written from this table.

/**
 * `error`: the product would be wrong or unsafe; it stops the build. `warning`: mend it or live with it. `info`: worth knowing.
 */
export type Level = 'error' | 'warning' | 'info'

interface Rule {
  readonly level: Level
  /** What the rule is about and what to do, for the person who wrote the manuscript. */
  readonly help: string
}

/** Rules by id, in alphabetical order. An id is never given a second meaning. */
export const rules = {
  'book-empty': {
    level: 'error',
    help: 'The folder holds no Markdown, so there is nothing to make a book of. Name the folder that holds `book.yaml`, or a folder of `.md` files.'
  },
  'book-file-name': {
    level: 'error',
    help: 'The file with the publication facts is called `book.yaml`, in small letters. Under another name it would not be found on every computer.'
  },
  'edition-unknown': {
    level: 'error',
    help: 'A section or a passage is kept for an edition that `book.yaml` does not declare under `editions`.'
  },
  'file-encoding': {
    level: 'error',
    help: 'Manuscript files are UTF-8. Open the file in a text editor and save it with the encoding UTF-8.'
  },
  'file-missing': {
    level: 'error',
    help: 'A file or folder is named in `book.yaml`, in `order` or in `SUMMARY.md`, but it is not there. Names tell small letters from capitals.'
  },
  'file-name-case': {
    level: 'warning',
    help: 'Two names differ only in capitals. On macOS and Windows one of the two files would vanish. Rename one.'
  },
  'file-outside': {
    level: 'error',
    help: 'A link on the disk leads out of the book’s folder. Nothing outside that folder is ever read. Copy the file into the folder.'
  },
  'file-too-large': {
    level: 'error',
    help: 'The file is larger than any text or figure of a book should be. Split it, or make it smaller.'
  },
  'file-unreadable': {
    level: 'error',
    help: 'The system does not let the file be read, or it is not an ordinary file. Look at its permissions.'
  },
  'id-duplicate': {
    level: 'error',
    help: 'An id names one thing in the book. Two with the same id would make links land in the wrong place.'
  },
  'key-missing': {
    level: 'error',
    help: 'A key that must be there is not. `docs/book-yaml.md` lists the keys of each file.'
  },
  'key-unknown': {
    level: 'error',
    help: 'A key is not one that the file may have, most often because of a typing error. `docs/book-yaml.md` lists the keys of each file.'
  },
  'key-value': {
    level: 'error',
    help: 'The value of a key is not of the kind that the key takes. `docs/book-yaml.md` shows an example for each key.'
  },
  'part-unused': {
    level: 'warning',
    help: '`part` places a section only while `book.yaml` gives no order, and only for an entry directly in `sections/`.'
  },
  'quote-empty': {
    level: 'error',
    help: 'A quote file holds a person’s words below its front matter. Without words there is nothing to print.'
  },
  'quote-same-words': {
    level: 'warning',
    help: 'Two quote files hold the same words. Keep one of them, so that a change of consent is made in one place.'
  },
  'section-empty': {
    level: 'warning',
    help: 'The file has no text below its title, so its page will be nearly empty.'
  },
  'section-listed-twice': {
    level: 'error',
    help: 'A file would be printed twice. List each file once; a folder brings all its files with it.'
  },
  'section-unlisted': {
    level: 'warning',
    help: 'The file is in the folder, but the order does not name it, so it is left out of the book. List it, or move it out of the folder.'
  },
  'summary-draft': {
    level: 'info',
    help: 'A chapter without a file in `SUMMARY.md` is a plan; it is left out until it has a file.'
  },
  'yaml-invalid': {
    level: 'error',
    help: 'The file, or the front matter between its `---` lines, is not YAML. Values with a colon and a space, or that begin with a special character, go in quotation marks.'
  }
} as const satisfies Record<string, Rule>

export type RuleId = keyof typeof rules
