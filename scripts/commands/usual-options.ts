// Commands: what a build does that nobody told otherwise.

import {availableParallelism} from 'node:os'
import type {BuildOptions} from '../edition/build.ts'
import {usualProfile} from '../edition/profile-names.ts'

/** More tabs than this take more memory than they save time. */
const mostTabs = 8

export const usualOptions: BuildOptions = {
  profile: usualProfile,
  paper: 'letter',
  formats: ['pdf', 'html'],
  jobs: Math.min(mostTabs, availableParallelism()),
  strict: false,
  keepGoing: false
}

/** The page that a site opens with. */
export const siteIndex = 'index.html'
