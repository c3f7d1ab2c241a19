// Commands: what was rendered of a book's files before, for commands that read its text and print nothing.

import {join} from 'node:path'
import {fragmentStore} from '../edition/build-edition.ts'
import {openCache} from '../io/cache.ts'
import type {Program} from '../io/program.ts'

export function keptFragments({folder, identity}: Program): ReturnType<typeof fragmentStore> {
  return fragmentStore(openCache(join(folder, 'dist/.cache'), identity))
}
