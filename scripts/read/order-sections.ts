// Read: the order of a book with `book.yaml`: its lists, else natural order with `part`; inside folders `order`, else natural order.

import {diagnose} from '../diagnostics/diagnose.ts'
import {nearestName} from '../diagnostics/nearest-name.ts'
import {filesOf, markdownFolder, stemOf, type MarkdownFolder} from './markdown-folder.ts'
import type {OpenSectionFile, SectionFile} from './open-section-file.ts'
import type {Report} from './read-text.ts'
import {planSections, type BookPlan, type FolderEntry, type SectionPlan} from './section-plan.ts'
import {textOf, textsOf, valueOf, type YamlNode, type YamlText} from './yaml-node.ts'

/** Which section stands where; names that lead to nothing, files named twice and files never named are reported. */
export function orderSections(paths: readonly string[], bookYaml: YamlNode, open: OpenSectionFile, report: Report): BookPlan {
  const root = markdownFolder(paths, 'sections')
  const orderOf = (folder: MarkdownFolder, opening: SectionFile | undefined) => orderFolder(folder, opening, report)
  if (!listKeys.some(key => valueOf(bookYaml, key)?.kind === 'list')) return naturalPlan(planSections(withoutNotes(root), {open, orderOf}))

  const listed = new Map<string, YamlText>()
  const [front = [], body = [], back = []] = listKeys.map(key => textsOf(bookYaml, key).flatMap(planListed))
  reportUnlisted(withoutNotes(root), listed, report)
  return {front, body, back}

  function planListed(name: YamlText): SectionPlan[] {
    const entry = findEntry(name.text, root)
    if (entry === undefined) {
      report(missing(name, 'book.yaml', '`sections/`', namesIn(root)))
      return []
    }
    const files = filesIn(entry)
    const fresh = new Set(files.filter(file => !listed.has(file)))
    const again = files.find(file => !fresh.has(file))
    if (again !== undefined) report(listedTwice(name, 'book.yaml', again, listed.get(again)!))
    for (const file of fresh) listed.set(file, name)
    return planSections([entry], {open: path => (fresh.has(path) ? open(path) : undefined), orderOf})
  }
}

const listKeys = ['front-matter', 'sections', 'back-matter'] as const

/** Everything in `sections/` but its README, a note to editors, which is printed only when it is listed. */
function withoutNotes(root: MarkdownFolder): FolderEntry[] {
  const entries = root.opening === undefined ? root.entries : [root.opening, ...root.entries]
  return entries.filter(entry => typeof entry !== 'string' || stemOf(entry).toLowerCase() !== 'readme')
}

function naturalPlan(plans: readonly SectionPlan[]): BookPlan {
  const inPart = (part: string) => plans.filter(plan => (textOf(plan.file?.matter, 'part') ?? 'body') === part)
  const front = inPart('front')
  const back = inPart('back')
  return {front, body: plans.filter(plan => !front.includes(plan) && !back.includes(plan)), back}
}

function orderFolder(folder: MarkdownFolder, opening: SectionFile | undefined, report: Report): readonly FolderEntry[] {
  if (!opening || valueOf(opening.matter, 'order')?.kind !== 'list') return folder.entries
  const chosen = new Map<FolderEntry, YamlText>()
  for (const name of textsOf(opening.matter, 'order')) {
    const entry = findChild(name.text, folder)
    const earlier = entry === undefined ? undefined : chosen.get(entry)
    if (entry === undefined) report(missing(name, opening.path, `\`${folder.path}/\``, folder.entries.map(nameOf)))
    else if (earlier) report(listedTwice(name, opening.path, name.text, earlier))
    else chosen.set(entry, name)
  }
  const left = folder.entries.filter(entry => !chosen.has(entry)).flatMap(filesIn)
  for (const file of left) report(unlisted(file, `\`order\` in \`${opening.path}\``))
  return [...chosen.keys()]
}

function reportUnlisted(entries: readonly FolderEntry[], listed: ReadonlyMap<string, YamlText>, report: Report): void {
  for (const file of entries.flatMap(filesIn)) {
    if (!listed.has(file)) report(unlisted(file, '`book.yaml`'))
  }
}

/** The file or folder that a name of `book.yaml` leads to, relative to `sections/`. */
function findEntry(name: string, root: MarkdownFolder): FolderEntry | undefined {
  const parts = name
    .trim()
    .normalize('NFC')
    .replace(/^\.\//, '')
    .replace(/^sections\//, '')
    .split('/')
  const isFolder = parts.at(-1) === '' && parts.pop() === ''
  const last = parts.pop() ?? ''
  let folder = root
  for (const part of parts) {
    const next = folder.entries.find(entry => typeof entry !== 'string' && entry.name.normalize('NFC') === part)
    if (next === undefined || typeof next === 'string') return undefined
    folder = next
  }
  return findChild(isFolder ? `${last}/` : last, folder) ?? openingOf(root, last, folder)
}

/** `sections/index.md` opens no section of its own, so it can be listed. */
function openingOf(root: MarkdownFolder, name: string, folder: MarkdownFolder): string | undefined {
  const {opening} = root
  if (folder !== root || opening === undefined) return undefined
  return isCalled(opening, name) ? opening : undefined
}

function findChild(name: string, folder: MarkdownFolder): FolderEntry | undefined {
  const wanted = name.trim().normalize('NFC')
  const file = folder.entries.find(entry => typeof entry === 'string' && isCalled(entry, wanted))
  return file ?? folder.entries.find(entry => typeof entry !== 'string' && entry.name.normalize('NFC') === wanted.replace(/\/$/, ''))
}

function isCalled(file: string, name: string): boolean {
  const base = file.slice(file.lastIndexOf('/') + 1).normalize('NFC')
  return base === name || stemOf(base) === name
}

function filesIn(entry: FolderEntry): string[] {
  return typeof entry === 'string' ? [entry] : filesOf(entry)
}

function nameOf(entry: FolderEntry): string {
  return typeof entry === 'string' ? stemOf(entry) : entry.name
}

function namesIn(folder: MarkdownFolder, prefix = ''): string[] {
  return folder.entries.flatMap(entry => {
    const name = prefix + nameOf(entry)
    return typeof entry === 'string' ? [name] : [name, ...namesIn(entry, `${name}/`)]
  })
}

function missing(name: YamlText, file: string, where: string, names: readonly string[]) {
  const nearest = nearestName(name.text.replace(/\.(?:md|markdown)$/i, ''), names)
  const note = nearest === undefined ? 'put the file there, or take the name out of the list' : `the nearest name is \`${nearest}\``
  return diagnose(
    'file-missing',
    `Unexpected \`${name.text}\`, expected a Markdown file or folder of ${where}`,
    {file, place: name.position},
    note
  )
}

function listedTwice(name: YamlText, file: string, what: string, earlier: YamlText) {
  const {line} = earlier.position.start
  return diagnose(
    'section-listed-twice',
    `Unexpected \`${name.text}\`, expected each file once`,
    {file, place: name.position},
    `\`${what}\` is in the book by line ${line} of this file already`
  )
}

function unlisted(file: string, where: string) {
  return diagnose(
    'section-unlisted',
    `Unexpected file that ${where} does not list, expected every file of the folder`,
    {file},
    'list it, or move it to another folder'
  )
}
