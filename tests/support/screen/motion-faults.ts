// Test support: what still moves in an HTML product when the reader wants no motion (WCAG 2.3.3).

import type {ScreenPage} from './screen-page.ts'

const movingScript = `
[document.documentElement, ...document.querySelectorAll('body, body *')].flatMap(element => [undefined, '::before', '::after'].flatMap(part => {
  const {animationName, transitionDuration, scrollBehavior} = getComputedStyle(element, part)
  const moves = animationName !== 'none' || transitionDuration.split(', ').some(duration => parseFloat(duration) > 0) || scrollBehavior === 'smooth'
  return moves ? [element.tagName.toLowerCase() + (element.className ? '.' + element.className : '') + (part ?? '')] : []
}))`

export async function motionFaults(page: ScreenPage): Promise<string[]> {
  await page.view({wantsMotion: false})
  return (await page.ask<readonly string[]>(movingScript)).map(name => `${name} moves`)
}
