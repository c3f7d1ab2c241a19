// Read: sections that `book.yaml` names for the web site and the book does not have.

import type {Book} from '../book/book.ts'
import type {Section} from '../book/section.ts'
import {diagnose} from '../diagnostics/diagnose.ts'
import {nearestName} from '../diagnostics/nearest-name.ts'
import type {Report} from './read-text.ts'
import type {YamlText} from './yaml-node.ts'

/** A message for each id that is no section of the edition. */
export function reportSite(named: readonly YamlText[], {frontMatter, body, backMatter}: Pick<Book, 'frontMatter' | 'body' | 'backMatter'>, edition: string | undefined, report: Report): void {
  const isCarried = ({matter}: Section) => !matter.editions || (edition !== undefined && matter.editions.includes(edition))
  const idsOf = (sections: readonly Section[]): string[] => sections.filter(isCarried).flatMap(({id, children}) => [id, ...idsOf(children)])
  const ids = idsOf([...frontMatter, ...body, ...backMatter])
  for (const {text, position} of named) {
    const id = text.trim()
    if (ids.includes(id)) continue
    const nearest = nearestName(id, ids)
    const where = edition === undefined ? 'the book' : `the edition \`${edition}\``
    report(diagnose('site-unknown', `Unexpected section \`${id}\` for the web site, expected one of ${where}`, {file: 'book.yaml', place: position}, nearest === undefined ? undefined : `the nearest is \`${nearest}\``))
  }
}
