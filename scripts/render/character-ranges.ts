// Render: ranges of characters as style sheets write them.

/** First and last code point. */
export type CharacterRange = readonly [from: number, to: number]

/** Ranges of a `unicode-range` (css-fonts-4, 4.5), such as `U+0-FF, U+2??`. */
export function readRanges(value: string): CharacterRange[] {
  return [...value.matchAll(/U\+([0-9A-F]+)(\?*)(?:-([0-9A-F]+))?/gi)].map(([, from = '', any = '', to = from]) => [
    parseInt(from + any.replaceAll('?', '0'), 16),
    parseInt(any ? from + any.replaceAll('?', 'F') : to, 16)
  ])
}
