// Render: parts of the Markdown grammar that a text cannot use are not tried at every letter of it.

import type {} from 'remark-parse'
import type {Data, Processor} from 'unified'

/** Marks of a text's own that tell which parts of GitHub's Markdown it may use. */
export interface GrammarNeeds {
  /** An `@`: mail addresses without brackets. */
  readonly emails: boolean
  /** `http` or `www.`: web addresses without brackets. */
  readonly addresses: boolean
  /** A `|`, or a row of hyphens with a colon: tables. */
  readonly tables: boolean
}

export function grammarNeeds(source: string): GrammarNeeds {
  return {emails: source.includes('@'), addresses: /https?:|www\./i.test(source), tables: /\||:-|-:/.test(source)}
}

type MicromarkExtension = NonNullable<Data['micromarkExtensions']>[number]

/**
 * Takes out of remark-gfm what the text does not need; goes after it. micromark tries to begin a mail address at every letter and a table
 * at every line, which makes up nearly half of the time that prose takes to parse (1.3 MB: 2.6 s with all, 1.5 s without).
 */
export function remarkSparing(this: Processor, {emails, addresses, tables}: GrammarNeeds): void {
  const data = this.data()
  data.micromarkExtensions = (data.micromarkExtensions ?? []).map(extension => ({
    ...extension,
    ...(extension.text ? {text: sparingText(extension.text, emails, addresses)} : {}),
    ...(extension.flow && !tables ? {flow: withoutTable(extension.flow)} : {})
  }))
  if (emails || addresses) return
  // The only extension for syntax trees that walks the whole tree once more looks for addresses.
  data.fromMarkdownExtensions = (data.fromMarkdownExtensions ?? []).flat().map(({transforms: _, ...rest}) => rest)
}

/** In running text, constructs that begin with a letter or digit are addresses: mail at any, the web at `h` and `w`. */
function sparingText(
  text: NonNullable<MicromarkExtension['text']>,
  emails: boolean,
  addresses: boolean
): NonNullable<MicromarkExtension['text']> {
  return Object.fromEntries(
    Object.entries(text).filter(([code]) => {
      const character = code === 'null' ? '' : String.fromCharCode(Number(code))
      if (!/[A-Za-z0-9+._-]/.test(character)) return true
      return emails || (addresses && /[hw]/i.test(character))
    })
  )
}

function withoutTable(flow: NonNullable<MicromarkExtension['flow']>): NonNullable<MicromarkExtension['flow']> {
  return Object.fromEntries(
    Object.entries(flow).filter(([, constructs]) => [constructs].flat().every(construct => construct?.name !== 'table'))
  )
}
