// Io: the commit that a folder is at, where there is git.

import {execFileSync} from 'node:child_process'

/** Hash of the commit, with a remark when the folder's files are not as it has them; nothing without git or a repository. */
export function gitCommit(folder: string): string | undefined {
  const git = (...words: string[]) => execFileSync('git', ['-C', folder, ...words], {encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'], timeout: 10_000}).trim()
  try {
    const commit = git('rev-parse', 'HEAD')
    return git('status', '--porcelain', '--', '.') === '' ? commit : `${commit} with changes`
  } catch {
    return undefined
  }
}
