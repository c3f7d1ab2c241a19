// Bench: the book's own HTML as one document, for the bare print: the same text, styles, fonts, figures and links, without page numbers.

import {mkdirSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {openBookFiles} from '../../scripts/io/files.ts'
import {loadTemplates} from '../../scripts/io/templates.ts'
import {readBook} from '../../scripts/read/read-book.ts'
import {createRenderer} from '../../scripts/render/create-renderer.ts'

const assetUrl = /https:\/\/book\.invalid\/asset\/([0-9a-f]+\.[a-z0-9]+)/g

/** Hiding a document from screens until it is printed is no part of a bare print. */
const ownTrick = '@media screen{html{display:none}}'

/** Writes `book.html`, with its fonts and figures beside it, and returns its path. */
export function writeBareHtml(bookFolder: string, templatesFolder: string, outFolder: string, {profile = 'print', ...edition}: {profile?: string; edition?: string} = {}): string {
  const files = openBookFiles(bookFolder)
  const renderer = createRenderer(readBook(files).book, {profile, ...edition, paper: 'letter', templates: loadTemplates(templatesFolder), versions: {program: '0'}, figures: files})
  const units = renderer.plans.map((plan) => renderer.renderUnit(plan, () => '1').html)
  const styles = [...(units.at(-1) ?? '').matchAll(/<style>[\s\S]*?<\/style>/g)].map(([style]) => style).join('\n').replace(ownTrick, '')
  const bodies = units.map((html) => {
    const className = /<body class="([^"]*)"/.exec(html)?.[1] ?? ''
    const main = html.slice(html.indexOf('<main>'), html.indexOf('</main>') + '</main>'.length)
    return `<div class="${className}" style="break-before:page">\n${main}\n</div>`
  })
  const html = `<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n<title>Bare</title>\n${styles}\n</head>\n<body>\n${bodies.join('\n')}\n</body>\n</html>\n`
  mkdirSync(join(outFolder, 'asset'), {recursive: true})
  for (const [url, {bytes}] of renderer.assets) writeFileSync(join(outFolder, url.replace(assetUrl, 'asset/$1')), bytes)
  const path = join(outFolder, 'book.html')
  writeFileSync(path, html.replace(assetUrl, 'asset/$1').replaceAll('https://book.invalid/#', '#'))
  return path
}
