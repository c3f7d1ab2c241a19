// Bench: numbers that look random and are the same for the same seed, so that two runs measure the same book.

/** Draws from a seed (mulberry32). */
export interface Random {
  /** At least 0, below 1. */
  next(): number
  /** A whole number from `low` to `high`, both included. */
  between(low: number, high: number): number
  pick<Choice>(choices: readonly Choice[]): Choice
  /** True in `share` of the draws. */
  chance(share: number): boolean
}

export function seededRandom(seed: number): Random {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x100000000
  }
  const between = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1))
  return {next, between, pick: (choices) => choices[between(0, choices.length - 1)]!, chance: (share) => next() < share}
}
