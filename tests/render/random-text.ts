// Tests of render: texts by chance that are the same in every run.

/** Numbers from 0 up to a bound, by a linear congruential generator. */
export function randomNumbers(seed: number): (bound: number) => number {
  let state = seed >>> 0
  return bound => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * bound)
  }
}

/** `count` entries of a list, in any order, any of them more than once. */
export function pick(from: readonly string[], count: number, random: (bound: number) => number): string[] {
  return Array.from({length: count}, () => from[random(from.length)]!)
}
