// Invariant: nothing is painted outside marked content; what is not tagged is an artifact (PDF/UA-1, 7.1).

import type {Invariant} from './invariant.ts'

export const everythingMarked: Invariant = ({pages}) =>
  pages.flatMap(({index, content}) => content.painted
    .filter(({mcid, artifact}) => mcid === undefined && artifact === undefined)
    .map(({kind, text, xPt, yPt}) =>
      `Page ${index}: ${kind}${text === '' ? '' : ` ${JSON.stringify(text)}`} at ${xPt.toFixed(0)}, ${yPt.toFixed(0)} is painted outside marked content`))
