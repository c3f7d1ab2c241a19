// Review: how much two texts have in common.

/** Texts of so few words are compared letter by letter, so that a corrected spelling still counts. */
const fewWords = 3

/** A text made ready to be compared with many others. */
export class Wording {
  private ownWords: Bag | undefined
  private letterPairs: Bag | undefined

  constructor(readonly text: string) {}

  /** From 0, nothing in common, to 1, the same words (the coefficient of Dice). */
  likeness(other: Wording): number {
    const byWords = Math.min(this.words.size, other.words.size) > fewWords
    const [own, others] = byWords ? [this.words, other.words] : [this.pairs, other.pairs]
    if (own.size + others.size === 0) return this.text === other.text ? 1 : 0
    return (2 * own.shared(others)) / (own.size + others.size)
  }

  /** Share of the words that the other has too; of a few words, whether they stand in it as they are. */
  containedIn(other: Wording): number {
    if (this.words.size <= fewWords) return this.words.size > 0 && other.text.toLowerCase().includes(this.text.toLowerCase()) ? 1 : 0
    return this.words.shared(other.words) / this.words.size
  }

  /** Most blocks are the same as before, and are never compared. */
  private get words(): Bag {
    return (this.ownWords ??= new Bag(this.text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []))
  }

  private get pairs(): Bag {
    const letters = this.text.toLowerCase()
    return (this.letterPairs ??= new Bag(Array.from({length: Math.max(0, letters.length - 1)}, (_, i) => letters.slice(i, i + 2))))
  }
}

/** Things, each as often as it is there. */
class Bag {
  readonly size: number
  private readonly counts = new Map<string, number>()

  constructor(things: readonly string[]) {
    this.size = things.length
    for (const thing of things) this.counts.set(thing, (this.counts.get(thing) ?? 0) + 1)
  }

  shared({counts}: Bag): number {
    let shared = 0
    for (const [thing, count] of this.counts) shared += Math.min(count, counts.get(thing) ?? 0)
    return shared
  }
}
