// Render: the way of one Markdown file from text to HTML, from top to bottom.

import {h} from 'hastscript'
import rehypeStringify from 'rehype-stringify'
import remarkRehype from 'remark-rehype'
import {unified} from 'unified'
import {VFile} from 'vfile'
import type {Fragment} from './fragment.ts'
import {fragmentDraft, type FragmentSetting} from './fragment-draft.ts'
import {handlers} from './handlers/handlers.ts'
import {cleanSource, parseSection} from './parse-section.ts'
import {printedWords} from './printed-words.ts'
import {rehypeLabels} from './rehype/rehype-labels.ts'
import {rehypeRawHtml} from './rehype/rehype-raw-html.ts'
import {rehypeStructureKeys} from './rehype/rehype-structure-keys.ts'
import {remarkAbbreviations} from './remark/remark-abbreviations.ts'
import {remarkAlerts} from './remark/remark-alerts.ts'
import {remarkEditions} from './remark/remark-editions.ts'
import {remarkHeadings} from './remark/remark-headings.ts'
import {remarkLostMarks} from './remark/remark-lost-marks.ts'
import {remarkPunctuation} from './remark/remark-punctuation.ts'
import {writeHtml} from './write-html.ts'

const pipeline = unified()
  .use(remarkEditions)
  .use(remarkHeadings)
  .use(remarkAlerts)
  .use(remarkLostMarks)
  .use(remarkPunctuation)
  .use(remarkAbbreviations)
  .use(remarkRehype, {handlers, allowDangerousHtml: true})
  .use(rehypeRawHtml)
  .use(rehypeLabels)
  .use(rehypeStructureKeys)
  .use(rehypeStringify)
  .freeze()

/** A section's file as a fragment. The file is parsed once, walked, and written as HTML once, for paper and screens alike. */
export function makeFragment(source: string, setting: FragmentSetting): Fragment {
  try {
    return runPipeline(source, setting)
  } catch (error) {
    // Every step of the pipeline calls itself for each level of a tree.
    if (error instanceof RangeError) return tooDeep(setting)
    throw error
  }
}

function runPipeline(source: string, setting: FragmentSetting): Fragment {
  const text = cleanSource(source)
  const draft = fragmentDraft(setting, text, printedWords(setting.language))
  const file = new VFile({value: text, data: {draft}})
  const html = pipeline.stringify(pipeline.runSync(parseSection(text), file), file)
  const {title, aliases, lookups, blocks, messages, marks, sees} = draft
  return {title, html, anchors: [...draft.anchors.values()], aliases, lookups, blocks, messages, marks, sees}
}

/** The title alone, with a gap for the text. */
function tooDeep(setting: FragmentSetting): Fragment {
  const title = runPipeline('', setting)
  const gap = writeHtml(h('p.gap', `${printedWords(setting.language).missing}: …`))
  const reason = 'Unexpected hundreds of levels of blocks in each other, expected a few'
  return {
    ...title,
    html: `${title.html}\n${gap}`,
    messages: [
      {
        rule: 'nesting-too-deep',
        reason,
        note: 'look for a long run of `>`, of deeper and deeper lists, or of HTML elements that are never closed'
      }
    ]
  }
}
