// Print: how wide a page's content may be, read from the `@page` rules (css-page-3).

/** What one `@page` rule declares; an empty text where it declares nothing. */
export interface PageRule {
  /** Page name and pseudo-classes, such as ``, `:left` or `cover:first`. */
  readonly selector: string
  readonly size: string
  readonly marginLeft: string
  readonly marginRight: string
}

const pxPerUnit: Readonly<Record<string, number>> = {px: 1, pt: 96 / 72, pc: 16, in: 96, cm: 96 / 2.54, mm: 96 / 25.4, q: 96 / 101.6}
const paperWidthsPx: Readonly<Record<string, number>> = {letter: 8.5 * 96, legal: 8.5 * 96, a5: 148 * pxPerUnit.mm!, a4: 210 * pxPerUnit.mm!, a3: 297 * pxPerUnit.mm!}
const defaultMarginPx = 0.4 * 96

/** Width in CSS px of the narrowest page that the rules make, in the order of their style sheets. */
export function contentWidthPx(rules: readonly PageRule[]): number {
  const named = rules.filter(({selector}) => selector !== '' && !selector.startsWith(':'))
  const cascade = [...rules.filter(rule => !named.includes(rule)), ...named]
  return Math.min(...['left', 'right', 'first'].map(side => widthOn(side, cascade)))
}

function widthOn(side: string, cascade: readonly PageRule[]): number {
  const rules = cascade.filter(({selector}) => !selector.includes(':') || selector.endsWith(`:${side}`))
  const last = (pick: (rule: PageRule) => string) => rules.map(pick).filter(text => text !== '').at(-1)
  const paperPx = paperWidthPx(last(rule => rule.size) ?? 'letter')
  const marginsPx = [last(rule => rule.marginLeft), last(rule => rule.marginRight)].map(text => lengthPx(text, paperPx) ?? defaultMarginPx)
  return marginsPx.reduce((widthPx, marginPx) => widthPx - marginPx, paperPx)
}

function paperWidthPx(size: string): number {
  const [first = '', second] = size.toLowerCase().split(/\s+/)
  return paperWidthsPx[first] ?? lengthPx(first, 0) ?? paperWidthsPx[second ?? ''] ?? paperWidthsPx.letter!
}

function lengthPx(text: string | undefined, wholePx: number): number | undefined {
  const [, number, unit = ''] = /^(-?[\d.]+)([a-z%]*)$/i.exec(text ?? '') ?? []
  if (number === undefined) return undefined
  if (unit === '%') return (Number(number) / 100) * wholePx
  if (Number(number) === 0) return 0
  const pxEach = pxPerUnit[unit.toLowerCase()]
  return pxEach === undefined ? undefined : Number(number) * pxEach
}
