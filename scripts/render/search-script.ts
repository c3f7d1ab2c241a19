// Render: the one script of the screen file. It only adds a search to the contents, and lets the keyboard reach tables that scroll, in the browsers
// that do not do so by themselves; without it nothing else is missing.

import {createHash} from 'node:crypto'

/**
 * Runs in the reader's browser. The words come from the attributes of the contents. Each hit leads to the title above it, and shows the words
 * around what was found. Text goes in as text, never as HTML.
 */
export const searchScript = `
const contents = document.querySelector('nav.contents')
const blocks = [...document.querySelectorAll('main :is(h1,h2,h3,h4,h5,h6,p,li,td,blockquote)')].filter(block => !block.querySelector('p,li'))
const fold = text => text.normalize('NFD').replace(/\\p{M}/gu, '').replace(/[\\u2018\\u2019]/g, "'").toLowerCase()
const make = (name, text = '', ...kids) => { const made = document.createElement(name); made.append(text, ...kids); return made }
const input = Object.assign(make('input'), {type: 'search', id: '_search', autocomplete: 'off'})
const label = Object.assign(make('label', contents.dataset.search), {htmlFor: '_search'})
const said = make('p')
const hits = make('ol')
said.setAttribute('role', 'status')
let texts
const find = () => {
  const wanted = fold(input.value).trim()
  hits.replaceChildren()
  said.textContent = ''
  if (wanted.length < 2) return
  texts ??= blocks.map(block => block.textContent.replace(/\\s+/g, ' ').trim())
  const found = texts.flatMap((text, at) => { const place = fold(text).indexOf(wanted); return place < 0 ? [] : [[text, at, place]] })
  said.textContent = found.length ? contents.dataset.found.replace('0', found.length) : contents.dataset.none
  for (const [text, at, place] of found.slice(0, 40)) {
    const title = blocks[at].closest('.section')?.querySelector('.section-title')
    const from = Math.max(0, place - 30)
    const end = place + wanted.length
    const link = make('a', title && title !== blocks[at] ? title.textContent + ': ' : '', (from ? '\\u2026' : '') + text.slice(from, place), make('mark', text.slice(place, end)), text.slice(end, end + 40) + (text.length > end + 40 ? '\\u2026' : ''))
    const target = blocks[at].closest('[id]') ?? title
    link.href = '#' + (main(target) ?? title?.id ?? '')
    hits.append(make('li', '', link))
  }
}
const main = target => target && target.tagName !== 'MAIN' ? target.id : undefined
input.addEventListener('input', find)
const search = make('search', '', label, input, said, hits)
search.className = 'search'
search.setAttribute('aria-label', contents.dataset.search)
contents.querySelector('h2').after(search)
const reach = wrap => {
  if (wrap.scrollWidth <= wrap.clientWidth) return wrap.removeAttribute('tabindex')
  wrap.tabIndex = 0
  wrap.setAttribute('role', 'group')
  wrap.setAttribute('aria-label', wrap.querySelector('caption')?.textContent ?? wrap.closest('.section')?.querySelector('.section-title')?.textContent ?? '')
}
const watch = new ResizeObserver(entries => entries.forEach(({target}) => reach(target)))
document.querySelectorAll('.table-wrap').forEach(wrap => watch.observe(wrap))
`

/** Lets this script run and nothing else, and has nothing fetched (CSP Level 3), whatever a manuscript has brought in. */
export const contentPolicy = `default-src 'none'; script-src 'sha256-${createHash('sha256').update(searchScript).digest('base64')}'; style-src 'unsafe-inline'; img-src data:; font-src data:`
