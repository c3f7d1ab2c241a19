// Io: the order in which a person expects to find file names. Own code, because the collation of Intl changes with its version.

interface NameKey {
  readonly name: string
  /** Runs of digits and of other characters by turns, without case and accents. */
  readonly runs: readonly string[]
}

/** Paths folder by folder, numbers by their value, capitals and accents only to break ties, endings (`.md`) last. */
export function sortNaturally(paths: Iterable<string>): string[] {
  const keyed = [...paths].map(path => ({path, keys: path.split('/').map(keyOf)}))
  keyed.sort((a, b) => comparePaths(a.keys, b.keys))
  return keyed.map(({path}) => path)
}

function comparePaths(a: readonly NameKey[], b: readonly NameKey[]): number {
  for (let i = 0; i < Math.min(a.length, b.length); i++) {
    const order = compareNames(a[i]!, b[i]!)
    if (order !== 0) return order
  }
  return a.length - b.length
}

function compareNames(a: NameKey, b: NameKey): number {
  for (let i = 0; i < Math.min(a.runs.length, b.runs.length); i++) {
    const order = compareRuns(a.runs[i]!, b.runs[i]!)
    if (order !== 0) return order
  }
  return a.runs.length - b.runs.length || compareText(a.name, b.name)
}

function compareRuns(a: string, b: string): number {
  if (!isDigit(a) || !isDigit(b)) return compareText(a, b)
  const left = a.replace(/^0+(?=\d)/, '')
  const right = b.replace(/^0+(?=\d)/, '')
  return left.length - right.length || compareText(left, right)
}

function compareText(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}

function isDigit(run: string): boolean {
  return run >= '0' && run < ':'
}

function keyOf(name: string): NameKey {
  const stem = name.replace(/(?<=.)\.[A-Za-z]\w*$/, '')
  const folded = /[\u0080-\uffff]/.test(stem) ? stem.normalize('NFD').replace(/\p{M}+/gu, '') : stem
  return {name, runs: folded.toLowerCase().match(/\d+|\D+/g) ?? []}
}
