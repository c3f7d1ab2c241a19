// Test support: veraPDF's program file, fetched once by Maven and kept outside the clone.

import {execFile} from 'node:child_process'
import {createHash, randomUUID} from 'node:crypto'
import {mkdir, readFile, rename, rm} from 'node:fs/promises'
import {homedir} from 'node:os'
import {join} from 'node:path'
import {promisify} from 'node:util'

const version = '1.30.2'
const fileName = `cli-${version}.jar`
/** Everything the program needs is in this one file. */
const sha256 = '287cc9c9757f99dcff4a2d39b68268245b48103fb6af443162d5a29df2afa332'
const copyGoal = 'org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy'

/** Path of the program file, fetched if it is not there. Rejects without Maven or its registry, and when the file is not the pinned one. */
export async function fetchVerapdf(): Promise<string> {
  const folder = join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'space-hacks', 'verapdf')
  const path = join(folder, fileName)
  if ((await hashOf(path)) === sha256) return path
  const arriving = join(folder, `arriving-${randomUUID()}`)
  await mkdir(arriving, {recursive: true})
  try {
    await promisify(execFile)('mvn', ['-B', '-q', copyGoal, `-Dartifact=org.verapdf.apps:cli:${version}`, `-DoutputDirectory=${arriving}`], {cwd: arriving, timeout: 300_000})
    const found = await hashOf(join(arriving, fileName))
    if (found !== sha256) throw new Error(`Unexpected checksum ${found} of ${fileName}, expected ${sha256}`)
    await rename(join(arriving, fileName), path)
  } finally {
    await rm(arriving, {recursive: true, force: true})
  }
  return path
}

async function hashOf(path: string): Promise<string | undefined> {
  const bytes = await readFile(path).catch(() => undefined)
  return bytes && createHash('sha256').update(bytes).digest('hex')
}
