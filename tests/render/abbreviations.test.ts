// Tests of render: abbreviations are written out once a file, and say elsewhere what they stand for.

import {expect, test} from 'vitest'
import {renderText} from './render-files.ts'

const library = {
  'abbreviations.yaml':
    'SSP: syringe services program\nRC: {text: recovery community, plural: recovery communities}\nOPC: overdose prevention center\nNACCHO: National Association of County and City Health Officials\n',
  'quotes/q.md': '---\nattribution: A\nsource: s\nconsent: c\n---\n\nAn SSP.\n'
}

const abbr = (short: string, words: string) => `<abbr title="${words}">${short}</abbr>`
const ssp = abbr('SSP', 'syringe services program')
const ssps = abbr('SSPs', 'syringe services programs')

const cases: [name: string, markdown: string, html: string][] = [
  ['first and later', 'At the SSP, any SSP.', `<p>At the syringe services program (SSP), any ${ssp}.</p>`],
  ['the plural', 'Many SSPs and RCs; the SSP.', `<p>Many syringe services programs (SSPs) and recovery communities (RCs); the ${ssp}.</p>`],
  ['the start of a sentence', 'SSPs are open. OPCs too.', '<p>Syringe services programs (SSPs) are open. Overdose prevention centers (OPCs) too.</p>'],
  ['the article before it', 'An SSP, a NACCHO paper, an RC.', '<p>A syringe services program (SSP), a National Association of County and City Health Officials (NACCHO) paper, a recovery community (RC).</p>'],
  ['one that the author writes out', 'A syringe services program (SSP) or SSP.', `<p>A syringe services program (SSP) or ${ssp}.</p>`],
  ['in one long word', 'SSP-based, SSP’s; SSP.', `<p>${ssp}-based, ${ssp}’s; syringe services program (SSP).</p>`],
  ['not a part of a word', 'XSSP and SSPx and RCA.', '<p>XSSP and SSPx and RCA.</p>'],
  ['headings, code, links', '## The SSP\n\n`SSP` and [SSP](https://example.org/).', '<h2 id="text--the-ssp">The SSP</h2>\n<p><code>SSP</code> and <a href="https://example.org/">SSP</a>.</p>'],
  ['quotations', '> SSP.\n\n::quote[q]', '<blockquote>\n<p>SSP.</p>\n</blockquote>\n<figure class="pull-quote" id="quote-q"><blockquote class="voice-short"><p>An SSP.</p></blockquote><figcaption>— A</figcaption></figure>'],
  ['words in another language', ':span[el SSP]{lang=es}, the SSP.', '<p><span id="x.1" lang="es">el SSP</span>, the syringe services program (SSP).</p>'],
  ['titles of blocks and cells of tables', ':::checklist[SSP]\n- [ ] SSP\n:::\n\n| SSPs |\n|---|\n| SSP |', `<div class="checklist"><p class="block-title">${ssp}</p><ul class="tick-list">
<li class="tick"><span class="tick-box" role="img" aria-label="tick box"></span> Syringe services program (SSP)</li>
</ul></div>
<div class="table-wrap"><table>
<thead>
<tr>
<th scope="col">${ssps}</th>
</tr>
</thead>
<tbody>
<tr>
<td>${ssp}</td>
</tr>
</tbody>
</table></div>`],
  ['entries of the index', 'The :index[SSP].', '<p>The <span id="text--mark">syringe services program (SSP)</span>.</p>']
]

test.each(cases)('%s', (_, markdown, html) => {
  const rendered = renderText(markdown, library)
  expect(rendered.messages).toEqual([])
  expect(rendered.html).toBe(html)
})

test('without the file nothing is touched', () => {
  expect(renderText('An SSP.').html).toBe('<p>An SSP.</p>')
})
