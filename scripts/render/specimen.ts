// Render: a page that shows every character of page numbers in every face, and one of every other file that a face is made of.

import {h} from 'hastscript'
import {cssString} from './css-string.ts'
import type {Face} from './font-files.ts'
import {structureKey} from './structure-key.ts'
import {writeHtml} from './write-html.ts'

const characters = '0123456789ivxlcdm-'

/** One line for each face, with the figures that stand in columns. */
export function specimenMain(faces: readonly Face[], language: string): string {
  return faces
    .map(({family, weight, style, hasFigures, samples}) => {
      const css = `font:${style} ${weight} 12pt/1.5 ${cssString(family)};font-variant-numeric:tabular-nums`
      return writeHtml(h('p', {lang: structureKey(language, 'as'), style: css}, hasFigures ? characters + samples : samples))
    })
    .join('\n')
}
