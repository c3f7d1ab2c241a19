// Design: the manuscript is written in plain words, puts people first, and takes every count from `facts.yaml`.

import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import remarkDirective from 'remark-directive'
import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import {toString} from 'mdast-util-to-string'
import {unified} from 'unified'
import {SKIP, visit} from 'unist-util-visit'
import {describe, expect, test} from 'vitest'
import {parse} from 'yaml'
import {readingGrade, sentencesOf} from '../support/reading-grade.ts'

const folder = fileURLToPath(new URL('../../manuscript/', import.meta.url))
const sections = readdirSync(join(folder, 'sections'), {recursive: true, encoding: 'utf8'}).filter(name => name.endsWith('.md')).sort()
const parser = unified().use(remarkParse).use(remarkFrontmatter).use(remarkGfm).use(remarkDirective)

/** Words that blame or label a person, with what to say instead. */
const labels: readonly (readonly [RegExp, string])[] = [
  [/\b(?:addicts?|junkies?|druggies?|abusers?|alcoholics?)\b/i, 'a person who uses drugs'],
  [/\b(?:substance|drug|alcohol) abuse(?!\s+and\s+mental\s+health\s+services)\b/i, 'drug use'],
  [/\b(?:the )?(?:homeless|mentally ill)\b/i, 'people who live outside, a person with a mental illness'],
  [/\b(?:clean|dirty) (?:urine|drug test|needles?|syringes?)\b/i, 'a positive or negative test, a new or used syringe'],
  [/\b(?:aggressors?|offenders?|perpetrators?|troublemakers?)\b/i, 'the person, and what happened'],
  [/\b(?:non-?compliant|combative|manipulative|attention-seeking)\b/i, 'what the person did or needs'],
  [/\bclients?\b/i, 'participants'],
  [/\bcrazy\b|\binsane\b|\blunatic/i, 'what was hard about it']
]

describe.each(sections)('%s', name => {
  const source = readFileSync(join(folder, 'sections', name), 'utf8')
  const blocks = textBlocks(source)

  test('reads at grade 8 or lower', () => {
    expect(readingGrade(blocks.flatMap(sentencesOf))).toBeLessThanOrEqual(8)
  })

  test.each(labels)('puts people first (%s: say %s)', pattern => {
    expect(blocks.filter(block => pattern.test(block))).toEqual([])
  })

  test('has no sentence of more than thirty words', () => {
    expect(blocks.flatMap(sentencesOf).filter(sentence => sentence.split(/\s+/).length > 30)).toEqual([])
  })

  test('types no fact', () => {
    const facts: Record<string, {text: string}> = parse(readFileSync(join(folder, 'facts.yaml'), 'utf8'))
    const counts = Object.values(facts).map(fact => fact.text).filter(text => /\d/.test(text))
    for (const count of counts) expect(blocks.filter(block => block.includes(count)), `${count} stands in facts.yaml`).toEqual([])
  })
})

/** Text of each paragraph, heading and table cell, as a reader would read it aloud; a fact counts as one short word. */
function textBlocks(source: string): string[] {
  const tree = parser.parse(source)
  const blocks: string[] = []
  visit(tree, node => {
    if (node.type === 'yaml' || node.type === 'code') return SKIP
    if (node.type === 'textDirective' && node.name === 'fact') node.children = [{type: 'text', value: 'it'}]
    return undefined
  })
  visit(tree, node => {
    if (node.type !== 'paragraph' && node.type !== 'heading' && node.type !== 'tableCell' && node.type !== 'leafDirective') return undefined
    if (node.type !== 'leafDirective' || node.name === 'lines') blocks.push(toString(node).replace(/\s+/g, ' '))
    return SKIP
  })
  return blocks
}
