// Bench: writes a book of about a given length, with every kind of block in the shares a real one has.

import type {Random} from './random.ts'
import {seededRandom} from './random.ts'

const words = ('person people room door street table chair staff shift team morning evening winter summer paper bag water coffee blanket light noise ' +
  'voice hand breath step corner line sign plan list rule limit choice reason story question answer place time space calm quiet slow soft ' +
  'kind clear open early late small wide warm honest careful steady shared simple first next other talk listen ask offer wait watch leave ' +
  'stay return notice name write keep share begin finish practice repeat support office fluffy staffing efficient often together between before ' +
  'after during without beside around every nobody someone always sometimes rarely maybe today tomorrow again').split(' ')

const calloutKinds = ['note', 'tip', 'caution', 'try-saying', 'pitfall'] as const

/** Letter pages that one hack fills on average, as set by the templates; found by building, see `results.md`. */
const pagesPerHack = 3.1

/** Files of a generated book by path. */
export type BookFolder = ReadonlyMap<string, string>

interface Hack {
  readonly id: string
  readonly title: string
  readonly path: string
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

function phrase(random: Random, length: number): string {
  return Array.from({length}, () => random.pick(words)).join(' ')
}

function sentence(random: Random): string {
  const length = random.between(7, 17)
  const parts = phrase(random, length).split(' ')
  if (random.chance(0.15)) parts[2] = `*${parts[2]}*`
  if (random.chance(0.1)) parts[4] = `**${parts[4]}**`
  if (random.chance(0.4)) parts[5] = `${parts[5]},`
  return `${capital(parts.join(' '))}.`
}

function paragraph(random: Random): string {
  return Array.from({length: random.between(3, 6)}, () => sentence(random)).join(' ')
}

function list(random: Random, marker: (index: number) => string): string {
  return Array.from({length: random.between(3, 6)}, (_, index) => `${marker(index)} ${sentence(random)}`).join('\n')
}

function table(random: Random): string {
  const columns = random.between(2, 4)
  const row = (cell: () => string): string => `| ${Array.from({length: columns}, cell).join(' | ')} |`
  const rows = Array.from({length: random.chance(0.05) ? 40 : random.between(3, 7)}, () => row(() => phrase(random, random.between(1, 4))))
  const head = row(() => capital(phrase(random, 2)))
  return `:::table[${capital(phrase(random, 4))}]\n${[head, row(() => '---'), ...rows].join('\n')}\n:::`
}

function block(random: Random, hacks: readonly Hack[], note: () => string): string {
  const draw = random.next()
  if (draw < 0.12) return list(random, () => '-')
  if (draw < 0.18) return `:::steps[${capital(phrase(random, 3))}]\n${list(random, (index) => `${index + 1}.`)}\n:::`
  if (draw < 0.23) return `:::checklist[${capital(phrase(random, 3))}]\n${list(random, () => '- [ ]')}\n:::`
  if (draw < 0.33) return `:::callout[${capital(phrase(random, 3))}]{kind=${random.pick(calloutKinds)}}\n${paragraph(random)}\n:::`
  if (draw < 0.4) return table(random)
  if (draw < 0.42) return `::figure[${capital(phrase(random, 5))}]{src="figures/plan-${random.between(1, 3)}.svg" alt="Floor plan with ${phrase(random, 3)}"}`
  if (draw < 0.45) return `${paragraph(random)}${note()}`
  if (draw < 0.7) return `${paragraph(random)} See :ref[${random.pick(hacks).id}]. ${sentence(random)}`
  return paragraph(random)
}

/** One hack's file, and the quote file it names where it has one. */
function hackFiles(random: Random, hack: Hack, hacks: readonly Hack[]): [string, string][] {
  const notes: string[] = []
  const note = (): string => {
    notes.push(sentence(random))
    return `[^${notes.length}]`
  }
  const files: [string, string][] = []
  const parts = [`---\nid: ${hack.id}\n---\n`, `# ${hack.title}\n`, paragraph(random)]
  for (let part = 0; part < 3; part++) {
    parts.push(`## ${capital(phrase(random, random.between(2, 5)))}`)
    for (let at = 0; at < 3; at++) parts.push(block(random, hacks, note))
  }
  if (random.chance(0.15)) {
    parts.push(`::quote[words-${hack.id}]`)
    files.push([`quotes/words-${hack.id}.md`, `---\nid: words-${hack.id}\nattribution: A voice from the bench\nsource: Generated\nconsent: None needed\n---\n\n${paragraph(random).replaceAll('*', '')}\n`])
  }
  parts.push(...notes.map((text, index) => `[^${index + 1}]: ${text}`))
  return [[hack.path, `${parts.join('\n\n')}\n`], ...files]
}

function floorPlan(random: Random): string {
  const rooms = Array.from({length: 12}, () => {
    const [x, y, width, height] = [random.between(0, 300), random.between(0, 150), random.between(30, 120), random.between(20, 80)]
    return `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="none" stroke="#333"/>`
  })
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 420 240" width="420" height="240">${rooms.join('')}</svg>\n`
}

/** Makes a book of about `pages` letter pages: sections of five categories, categories of six hacks. */
export function generateBook(pages: number, seed = 1): BookFolder {
  const random = seededRandom(seed)
  const hackCount = Math.max(1, Math.round(pages / pagesPerHack))
  const hacks = Array.from({length: hackCount}, (_, index): Hack => {
    const category = Math.floor(index / 6)
    const section = Math.floor(category / 5)
    return {id: `hack-${index + 1}`, title: capital(phrase(random, random.between(3, 6))), path: `sections/part-${section + 1}/category-${category + 1}/hack-${index + 1}.md`}
  })
  const files = new Map<string, string>()
  files.set('book.yaml', `title: A generated book of about ${pages} pages\nlanguage: en\npublishers: [Bench]\nname: generated-${pages}\ndate: 2026-01-01\n`)
  for (let figure = 1; figure <= 3; figure++) files.set(`figures/plan-${figure}.svg`, floorPlan(random))
  for (const folder of new Set(hacks.flatMap(({path}) => [path.replace(/\/[^/]+\/[^/]+$/, ''), path.replace(/\/[^/]+$/, '')]))) {
    files.set(`${folder}/index.md`, `# ${capital(phrase(random, random.between(2, 4)))}\n\n${paragraph(random)}\n`)
  }
  for (const hack of hacks) for (const [path, text] of hackFiles(random, hack, hacks)) files.set(path, text)
  return files
}
