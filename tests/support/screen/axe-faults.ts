// Test support: what axe has against an HTML product, by day on a wide screen and by night on the narrowest.

import axe from 'axe-core'
import type {ScreenPage} from './screen-page.ts'

interface AxeRule {
  readonly id: string
  readonly help: string
  readonly nodes: readonly {readonly target: readonly string[]}[]
}

/** Violations of all of axe's rules, its own good practices among them. */
export async function axeFaults(page: ScreenPage): Promise<string[]> {
  const faults: string[] = []
  for (const [scheme, widthPx] of [['light', 1280], ['dark', 320]] as const) {
    await page.view({scheme, widthPx})
    await page.ask(`${axe.source};undefined`)
    const {violations} = await page.ask<{violations: readonly AxeRule[]}>("axe.run(document, {resultTypes: ['violations']})")
    faults.push(...violations.map(({id, help, nodes}) => `${scheme}: ${id}, ${help}: ${nodes[0]?.target.join(' ') ?? ''} (${nodes.length})`))
  }
  return faults
}
