// Test support: what must hold for every HTML product that a test makes.

import {axeFaults} from './axe-faults.ts'
import {forcedColourFaults} from './forced-colour-faults.ts'
import {keyboardFaults} from './keyboard-faults.ts'
import {landmarkFaults} from './landmark-faults.ts'
import {markupFaults} from './markup-faults.ts'
import {motionFaults} from './motion-faults.ts'
import {reflowFaults} from './reflow-faults.ts'
import type {ScreenPage} from './screen-page.ts'

/** Every check by its name; each gives sentences, none for a sound page. */
export const screenChecks = {
  axe: axeFaults,
  forcedColours: forcedColourFaults,
  keyboard: keyboardFaults,
  landmarks: landmarkFaults,
  markup: markupFaults,
  motion: motionFaults,
  reflow: reflowFaults
} as const satisfies Record<string, (page: ScreenPage) => Promise<string[]>>

export type ScreenCheck = keyof typeof screenChecks
export const screenCheckNames = Object.keys(screenChecks) as ScreenCheck[]
