// Render: telephone numbers, which would break over lines, and among words from right to left be set from their last group to their first.

import type {Element, ElementContent} from 'hast'

const phoneNumber = /(?:\+\d{1,3}[\s.-]?)?(?:\(\d{3}\)|\b\d{3})[\s.-]?\d{3}[\s.-]\d{4}\b|\+\d[\d\s().-]{6,}\d|\b1-\d{3}-\d{3}-\d{4}\b/g

/** By which a span that was made here is known again. */
const className = ['phone-number']
const asWritten = new Set(['code', 'kbd', 'pre', 'samp'])

/** Puts each telephone number in the element's own text into a span, which runs from left to right where its words do not (UAX 9, 2.7). Only there does code need one. */
export function keepPhoneNumbers(element: Element, isAmongRightToLeft: boolean): void {
  if (element.properties['className'] === className || (asWritten.has(element.tagName) && !isAmongRightToLeft)) return
  const properties = {className, ...(isAmongRightToLeft ? {dir: 'ltr'} : {})}
  element.children = element.children.flatMap((child): ElementContent[] => {
    if (child.type !== 'text') return [child]
    const parts: ElementContent[] = []
    let last = 0
    for (const {0: number, index} of child.value.matchAll(phoneNumber)) {
      parts.push({type: 'text', value: child.value.slice(last, index)}, {type: 'element', tagName: 'span', properties: {...properties}, children: [{type: 'text', value: number}]})
      last = index + number.length
    }
    return last === 0 ? [child] : [...parts, {type: 'text', value: child.value.slice(last)}]
  })
}
