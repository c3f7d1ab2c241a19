// Model 1: labels that sections can carry, from `labels.yaml`, such as the places that a hack fits.

/** A list of labels. */
export interface LabelList {
  readonly id: string
  /** Words before a section's labels. */
  readonly title: string
  /** Words that stand for all of the labels together. */
  readonly all?: string
  readonly source?: string
  /** True when a section's labels of this list stand below its title. */
  readonly isPrinted: boolean
  /** True when each term must be served by some section of every edition that has it. */
  readonly isRequired: boolean
  /** Terms by id, in the order of the file. */
  readonly terms: ReadonlyMap<string, LabelTerm>
  /** File and line that declares it. */
  readonly file: string
  readonly line: number
}

export interface LabelTerm {
  readonly id: string
  readonly text: string
  /** Editions that have the term; absent means every edition. */
  readonly editions?: readonly string[]
  readonly line: number
}
