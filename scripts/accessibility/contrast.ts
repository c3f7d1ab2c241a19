// Accessibility: how well the templates' colours can be told apart (WCAG 2.2, 1.4.3).

/** Least ratio between text and its ground, whatever the text's size. */
export const leastRatio = 4.5

export interface ColourPair {
  readonly text: string
  readonly ground: string
  readonly ratio: number
}

/** Tokens of text colours with the tokens of the grounds that they are set on. */
const pairs: readonly (readonly [text: string, grounds: readonly string[]])[] = [
  ['--ink', ['--paper', '--accent-tint', '--sun-tint', '--leaf-tint', '--brick-tint', '--sun']],
  ['--ink-soft', ['--paper']],
  ['--accent', ['--paper', '--accent-tint']],
  ['--brick', ['--paper', '--brick-tint']],
  ['--leaf', ['--leaf-tint']],
  ['--on-accent', ['--accent', '--leaf', '--brick', '--ink-soft']],
  ['--on-panel', ['--panel']],
  ['--on-sun', ['--sun']]
]

/** Every pair of text and ground in a style sheet of tokens, `#rrggbb` each; pairs of which it does not declare both are left out. */
export function colourPairs(tokens: string): ColourPair[] {
  const colours = new Map([...tokens.matchAll(/(--[\w-]+):\s*#([0-9a-f]{6})\s*;/gi)].map(([, name = '', hex = '']) => [name, parseInt(hex, 16)]))
  return pairs.flatMap(([text, grounds]) =>
    grounds.flatMap(ground => {
      const [one, other] = [colours.get(text), colours.get(ground)]
      return one === undefined || other === undefined ? [] : [{text, ground, ratio: contrastRatio(one, other)}]
    })
  )
}

/** From 1 to 21. */
export function contrastRatio(one: number, other: number): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (lighter + 0.05) / (darker + 0.05)
}

function luminance(colour: number): number {
  const [red = 0, green = 0, blue = 0] = [16, 8, 0].map(shift => {
    const value = ((colour >> shift) & 255) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
