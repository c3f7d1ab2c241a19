// Edition: a build of which nothing has changed is not done again: its inputs' hash finds its products in the cache.

import {createHash} from 'node:crypto'
import type {PageEntry} from '../assemble/page-map.ts'
import {diagnose, type Diagnostic, levelOf} from '../diagnostics/diagnose.ts'
import {FileRefused} from '../diagnostics/file-refused.ts'
import type {RuleId} from '../diagnostics/rules.ts'
import type {BookFiles} from '../io/files.ts'
import type {Cache} from '../io/cache.ts'
import type {BuildOptions, BuildResult, BuildWorld, Output} from './build.ts'

/** Hash of all that a build is made from: every file of the book, the templates, the options, the program and the Chromium. */
export async function hashBuild(options: BuildOptions, world: BuildWorld): Promise<string> {
  const {edition, profile, paper, formats, strict, keepGoing, home} = options
  const hash = createHash('sha256')
  const add = (part: string | Uint8Array) => hash.update(`${part.length}\0`).update(part)
  add(JSON.stringify({edition, profile, paper, formats, strict, keepGoing, home, program: world.program, date: world.date, name: world.files.folder.split(/[/\\]/).pop()}))
  add(await world.chromiumVersion())
  for (const [name, text] of world.templates.styles) [name, text].forEach(add)
  for (const [url, bytes] of world.templates.files) [url, bytes].forEach(add)
  for (const path of world.files.list()) [path, readOrReason(world.files, path)].forEach(add)
  return hash.digest('hex')
}

function readOrReason(files: BookFiles, path: string): string | Uint8Array {
  try {
    return files.read(path)
  } catch (error) {
    if (error instanceof FileRefused) return `refused: ${error.reason}`
    throw error
  }
}

interface KeptBuild {
  readonly outputs: readonly Omit<Output, 'bytes'>[]
  readonly diagnostics: readonly {rule: RuleId; reason: string; level: ReturnType<typeof levelOf>; file?: string; place?: Diagnostic['place']; note?: string}[]
  readonly pages?: readonly PageEntry[]
  readonly anchors?: readonly (readonly [string, number])[]
}

/** Keeps a finished build under its hash. */
export function keepBuild(cache: Cache, hash: string, {outputs, diagnostics, pageMap}: BuildResult): void {
  outputs.forEach((output, i) => cache.put('product', `${hash}-${i}`, output.bytes))
  const kept: KeptBuild = {
    outputs: outputs.map(({bytes: _, ...output}) => output),
    diagnostics: diagnostics.map(diagnostic => ({
      rule: diagnostic.ruleId as RuleId,
      reason: diagnostic.reason,
      level: levelOf(diagnostic),
      ...(diagnostic.file === undefined ? {} : {file: diagnostic.file}),
      ...(diagnostic.place === undefined ? {} : {place: diagnostic.place}),
      ...(diagnostic.note === undefined ? {} : {note: diagnostic.note})
    })),
    ...(pageMap ? {pages: pageMap.pages, anchors: [...pageMap.anchors]} : {})
  }
  cache.put('build', hash, Buffer.from(JSON.stringify(kept)))
}

/** The build kept under a hash, if the cache still has all of it. */
export function findBuild(cache: Cache, hash: string): Omit<BuildResult, 'timings' | 'cache'> | undefined {
  const bytes = cache.get('build', hash)
  if (!bytes) return undefined
  const kept = JSON.parse(Buffer.from(bytes).toString()) as KeptBuild
  const outputs = kept.outputs.map((output, i) => ({...output, bytes: cache.get('product', `${hash}-${i}`)}))
  if (!outputs.every((output): output is Output => output.bytes !== undefined)) return undefined
  return {
    ok: true,
    outputs,
    diagnostics: kept.diagnostics.map(({rule, reason, level, file, place, note}) => diagnose(rule, reason, {file, place}, note, level)),
    ...(kept.pages ? {pageMap: {pages: kept.pages, anchors: new Map(kept.anchors)}} : {})
  }
}
