// Model 1: an abbreviation that the text uses, from `abbreviations.yaml`.

export interface Abbreviation {
  /** As it stands in the text, without the `s` of its plural. */
  readonly short: string
  /** The words that it stands for. */
  readonly text: string
  /** The words for several. */
  readonly plural: string
}
