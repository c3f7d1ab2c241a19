// Review: which of some things kept their order, so that the others have moved.

/** The numbers of the longest rising row that is left when some are taken out. */
export function longestRise(numbers: readonly number[]): Set<number> {
  const tails: number[] = []
  const before: number[] = []
  numbers.forEach((number, i) => {
    let [low, high] = [0, tails.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (numbers[tails[middle]!]! < number) low = middle + 1
      else high = middle
    }
    before[i] = low > 0 ? tails[low - 1]! : -1
    tails[low] = i
  })
  const rise = new Set<number>()
  for (let i = tails.at(-1) ?? -1; i >= 0; i = before[i]!) rise.add(numbers[i]!)
  return rise
}
