// Test support: an HTML product open in Chromium, as readers have it: in some size, by day or night, with contrast forced or motion unwanted.

import type {CDPSession, Page} from 'puppeteer-core'

export interface Viewing {
  readonly widthPx: number
  readonly heightPx: number
  readonly scheme: 'light' | 'dark'
  readonly hasForcedColours: boolean
  readonly wantsMotion: boolean
}

const usual: Viewing = {widthPx: 1280, heightPx: 800, scheme: 'light', hasForcedColours: false, wantsMotion: false}

export interface ScreenPage {
  readonly html: string
  /** Shows the product anew. */
  view(viewing?: Partial<Viewing>): Promise<void>
  /** Value of an expression in the page. */
  ask<T>(script: string): Promise<T>
  press(key: 'Tab' | 'Enter'): Promise<void>
  /** Roles and names of what Chromium tells assistive software, in reading order. */
  accessibilityTree(): Promise<readonly {readonly role: string; readonly name: string}[]>
}

/** The product in a tab of its own, which is the caller's to close. */
export async function screenPage(page: Page, html: string): Promise<ScreenPage> {
  const session = await page.createCDPSession()
  return {
    html,
    async view(viewing = {}) {
      const {widthPx, heightPx, scheme, hasForcedColours, wantsMotion} = {...usual, ...viewing}
      await page.setViewport({width: widthPx, height: heightPx})
      // Puppeteer does not know of forced colours.
      await session.send('Emulation.setEmulatedMedia', {
        media: 'screen',
        features: [
          {name: 'prefers-color-scheme', value: scheme},
          {name: 'forced-colors', value: hasForcedColours ? 'active' : 'none'},
          {name: 'prefers-reduced-motion', value: wantsMotion ? 'no-preference' : 'reduce'}
        ]
      })
      // Leaves behind where the keyboard was.
      await page.goto('about:blank')
      await page.setContent(html)
      await page.evaluate('document.fonts.ready.then(() => undefined)')
    },
    ask: async <T>(script: string) => (await page.evaluate(script)) as T,
    press: key => page.keyboard.press(key),
    accessibilityTree: () => treeOf(session)
  }
}

async function treeOf(session: CDPSession): Promise<{role: string; name: string}[]> {
  const {nodes} = await session.send('Accessibility.getFullAXTree')
  return nodes.filter(({ignored}) => !ignored).map(({role, name}) => ({role: String(role?.value ?? ''), name: String(name?.value ?? '')}))
}
