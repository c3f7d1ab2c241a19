// Test support: whether an HTML product can be walked by its landmarks (WAI-ARIA 1.2, 5.3.4).

import type {ScreenPage} from './screen-page.ts'

const once = ['banner', 'navigation', 'main', 'contentinfo']
const others = ['complementary', 'region', 'form', 'search']

/** Head, contents, text and foot must be there once each; whatever else is a landmark needs a name. */
export async function landmarkFaults(page: ScreenPage): Promise<string[]> {
  await page.view()
  const tree = await page.accessibilityTree()
  const found = (role: string) => tree.filter(node => node.role === role)
  const nameless = [...others, 'navigation'].flatMap(role => found(role).filter(({name}) => name === '').map(() => `a landmark ${role} has no name`))
  return [...once.filter(role => found(role).length !== 1).map(role => `${found(role).length} landmarks ${role}, expected 1`), ...nameless]
}
