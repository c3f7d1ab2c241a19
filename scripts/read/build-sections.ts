// Read: planned sections become sections with ids and titles.

import type {EditionDeclaration} from '../book/book.ts'
import type {LabelList} from '../book/label-list.ts'
import type {Section, SectionMatter} from '../book/section.ts'
import {diagnose} from '../diagnostics/diagnose.ts'
import {isId, isSectionCode} from './key-schema.ts'
import type {SectionFile} from './open-section-file.ts'
import type {Report} from './read-text.ts'
import {reportEditions} from './report-editions.ts'
import {labelsOf, reportLabels} from './section-labels.ts'
import type {BookPlan, SectionPlan} from './section-plan.ts'
import {slugOf, wordsOf} from './slug.ts'
import {differsByEdition, titleText} from './title-text.ts'
import {textOf, textsOf, valueOf} from './yaml-node.ts'

export interface BuildSectionsOptions {
  /** Without `book.yaml`: ids and the like in front matter are someone else's and mean nothing here. */
  readonly plain: boolean
  /** Words of a fact, for titles that use one. */
  readonly factOf: (id: string) => string | undefined
  /** Editions that the book declares. */
  readonly editions: readonly EditionDeclaration[]
  /** What `labels.yaml` declares. */
  readonly labels: ReadonlyMap<string, LabelList>
}

export interface BuiltSections {
  readonly frontMatter: readonly Section[]
  readonly body: readonly Section[]
  readonly backMatter: readonly Section[]
}

/** Sections of the whole book; ids that front matter gives are kept, all others make way for them. */
export function buildSections(plan: BookPlan, options: BuildSectionsOptions, report: Report): BuiltSections {
  const all = [...plan.front, ...plan.body, ...plan.back]
  const given = options.plain ? new Map<SectionPlan, string>() : givenIds(all, report)
  const taken = new Set(given.values())

  const build = (plan: SectionPlan, depth: number, parentId: string | undefined): Section => {
    const id = given.get(plan) ?? freeId(plan.name, parentId, taken)
    const children = plan.children.map(child => build(child, depth + 1, id))
    if (plan.file?.isEmpty && children.length === 0) report(empty(plan.file))
    return {
      id,
      ...titlesOf(plan, options),
      depth,
      ...(plan.file ? {file: plan.file.path} : {}),
      source: plan.file?.source ?? '',
      matter: options.plain ? plainMatter(plan) : matterOf(plan),
      children
    }
  }
  const buildPart = (part: 'front' | 'body' | 'back') =>
    plan[part].map(each => {
      if (!options.plain) reportMatter(each, part, options, report)
      return build(each, 0, undefined)
    })
  return {frontMatter: buildPart('front'), body: buildPart('body'), backMatter: buildPart('back')}
}

function givenIds(plans: readonly SectionPlan[], report: Report): Map<SectionPlan, string> {
  const ids = new Map<SectionPlan, string>()
  const owners = new Map<string, SectionFile>()
  const visit = (plan: SectionPlan): void => {
    const id = textOf(plan.file?.matter, 'id')
    if (plan.file && id !== undefined && isId(id)) {
      const owner = owners.get(id)
      if (owner) report(duplicate(id, plan.file, owner))
      else ids.set(plan, id)
      owners.set(id, owner ?? plan.file)
    }
    plan.children.forEach(visit)
  }
  plans.forEach(visit)
  return ids
}

function duplicate(id: string, file: SectionFile, owner: SectionFile) {
  const place = valueOf(file.matter, 'id')?.position
  const line = valueOf(owner.matter, 'id')?.position.start.line
  return diagnose(
    'id-duplicate',
    `Unexpected id \`${id}\`, expected one that no other section has`,
    {file: file.path, place},
    `it is given in \`${owner.path}:${line}\` already`
  )
}

function freeId(name: string, parentId: string | undefined, taken: Set<string>): string {
  const own = slugOf(name) || 'section'
  const candidates = parentId === undefined ? [own] : [own, `${parentId}-${own}`]
  const last = candidates.at(-1)!
  for (let count = 2; candidates.every(id => taken.has(id)); count++) candidates.push(`${last}-${count}`)
  const id = candidates.find(each => !taken.has(each))!
  taken.add(id)
  return id
}

/** The title in the first edition, and in each where they may differ. */
function titlesOf(plan: SectionPlan, options: BuildSectionsOptions): Pick<Section, 'title' | 'titles'> {
  const {editions} = options
  const title = titleOf(plan, options, editions[0])
  const {heading} = plan.file ?? {}
  if (heading === undefined || !differsByEdition(heading)) return {title}
  return {title, titles: new Map(editions.map(edition => [edition.id, titleOf(plan, options, edition)]))}
}

function titleOf(plan: SectionPlan, options: BuildSectionsOptions, edition: EditionDeclaration | undefined): string {
  const {file} = plan
  const heading = file?.heading === undefined ? '' : titleText(file.heading, options.factOf, edition)
  return plan.title ?? file?.matterTitle?.replace(/\s+/g, ' ') ?? (heading || wordsOf(plan.name))
}

function plainMatter(plan: SectionPlan): SectionMatter {
  const title = plan.file?.matterTitle
  return title === undefined ? {} : {title}
}

function matterOf({file}: SectionPlan): SectionMatter {
  const yaml = file?.matter
  const id = textOf(yaml, 'id')
  const title = textOf(yaml, 'title')
  const summary = textOf(yaml, 'summary')
  const code = textOf(yaml, 'code')
  const part = textOf(yaml, 'part')
  const editions = textsOf(yaml, 'editions').map(({text}) => text)
  const labels = labelsOf(yaml)
  const index = textsOf(yaml, 'index').map(({text}) => text.trim())
  return {
    ...(id !== undefined && isId(id) ? {id} : {}),
    ...(title === undefined ? {} : {title}),
    ...(summary === undefined ? {} : {summary}),
    ...(code !== undefined && isSectionCode(code) ? {code} : {}),
    ...(part === 'front' || part === 'body' || part === 'back' ? {part} : {}),
    ...(valueOf(yaml, 'editions')?.kind === 'list' ? {editions} : {}),
    ...(Object.keys(labels).length === 0 ? {} : {labels}),
    ...(index.length === 0 ? {} : {index}),
    ...(textOf(yaml, 'layout') === 'form' ? {layout: 'form' as const} : {})
  }
}

function empty(file: SectionFile) {
  return diagnose(
    'section-empty',
    'Unexpected end of file, expected text below the title',
    {file: file.path, place: file.titlePlace},
    'write the section, or take the file out of the book'
  )
}

/** What the schema cannot know of front matter: where the section stands, and which editions there are. */
function reportMatter(plan: SectionPlan, part: string, options: BuildSectionsOptions, report: Report): void {
  if (plan.file) {
    reportPart(plan.file, part, report)
    reportEditions(textsOf(plan.file.matter, 'editions'), options.editions.map(({id}) => id), plan.file.path, report)
    reportLabels(plan.file, options.labels, report)
  }
  for (const child of plan.children) reportMatter(child, part, options, report)
}

function reportPart(file: SectionFile, part: string, report: Report): void {
  const value = valueOf(file.matter, 'part')
  if (value?.kind !== 'text' || value.text === part || !['front', 'body', 'back'].includes(value.text)) return
  const reason = `Unexpected part \`${value.text}\`, expected \`${part}\`, where the order puts the section`
  const note = 'delete the key, or move the entry to another list of `book.yaml`'
  report(diagnose('part-unused', reason, {file: file.path, place: value.position}, note))
}
