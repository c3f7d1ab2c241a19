// Render: which labels a section carries in the edition that is built.

import type {LabelList, LabelTerm} from '../book/label-list.ts'
import type {Section} from '../book/section.ts'

export interface SectionLabels {
  readonly list: LabelList
  readonly terms: readonly LabelTerm[]
}

/** Stands for every term of a list that the edition has. */
const everyTerm = 'all'

/** Terms of a list that an edition has, in the order of the list. */
export function termsOfEdition({terms}: LabelList, edition: string | undefined): LabelTerm[] {
  return [...terms.values()].filter(({editions}) => !editions || (edition !== undefined && editions.includes(edition)))
}

/** A section's labels by list, in the order of `labels.yaml`. */
export function sectionLabels({matter}: Section, lists: ReadonlyMap<string, LabelList>, edition: string | undefined): SectionLabels[] {
  return [...lists.values()].flatMap(list => {
    const carried = matter.labels?.[list.id] ?? []
    const terms = termsOfEdition(list, edition).filter(({id}) => carried.includes(id) || carried.includes(everyTerm))
    return terms.length === 0 ? [] : [{list, terms}]
  })
}

/** The labels that stand below a section's title, each list as its title and its words. */
export function printedLabels(section: Section, lists: ReadonlyMap<string, LabelList>, edition: string | undefined): {title: string; labels: string[]}[] {
  return sectionLabels(section, lists, edition)
    .filter(({list}) => list.isPrinted)
    .map(({list, terms}) => {
      const isAll = terms.length === termsOfEdition(list, edition).length
      return {title: list.title, labels: isAll && list.all !== undefined ? [list.all] : terms.map(({text}) => text)}
    })
}
