// Accessibility: walks a described structure tree.

import type {DescribedAnnotation, DescribedElement} from '../describe/document.ts'

/** Elements and everything in them, in reading order. */
export function* everyElement(elements: readonly DescribedElement[]): Generator<DescribedElement> {
  for (const element of elements) {
    yield element
    yield* everyElement(kidElements(element))
  }
}

export function kidElements({kids}: DescribedElement): DescribedElement[] {
  return kids.flatMap(kid => ('element' in kid ? [kid.element] : []))
}

/** Annotations that stand directly under elements. */
export function annotationsOf(elements: readonly DescribedElement[]): DescribedAnnotation[] {
  return [...everyElement(elements)].flatMap(({kids}) => kids.flatMap(kid => ('annotation' in kid ? [kid.annotation] : [])))
}

/** Text of an element, alternatives in place of what they stand for. */
export function elementText({alt, actualText, kids}: DescribedElement): string {
  return alt ?? actualText ?? kids.map(kid => ('element' in kid ? elementText(kid.element) : 'content' in kid ? kid.content.text : '')).join('')
}

/** One line of it, cut to a length that fits a report. */
export function shortText(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim()
  return line.length > 70 ? `${line.slice(0, 69)}…` : line
}
