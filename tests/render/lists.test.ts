// Tests of render: labels, and the lists that the book makes of itself.

import {describe, expect, test} from 'vitest'
import {collate} from '../../scripts/render/collate.ts'
import {renderFiles} from './render-files.ts'

const files = {
  'book.yaml': 'title: Test book\nlanguage: en\neditions: {fixed: , mobile: }\nsections: [lists, a, b]\n',
  'labels.yaml': [
    'sites:',
    '  title: Good for',
    '  all: Every place',
    '  terms:',
    '    door: Doors',
    '    van: {text: Vans, editions: [mobile]}',
    '    yard: Yards & lots',
    'principles: {title: Principles, printed: false, required: true, terms: {care: Care first, time: Take time}}'
  ].join('\n'),
  'abbreviations.yaml': 'SSP: syringe services program\nOPC: overdose prevention center\n',
  'quotes/doors.md': '---\nattribution: A door keeper\nsource: test\nconsent: test\n---\n\nOne -- two three four five six seven eight nine.\n',
  'sections/lists.md': '# Lists\n\n::finder{by=sites}\n\n::crosswalk{by=principles}\n\n::glossary\n\n::quotes-index\n\n::abbreviations\n',
  'sections/a.md': '---\nlabels:\n  sites: [yard, door]\n  principles: [care]\n---\n# Open *up*\n\nText.\n\n:::definition[Éclair]\nSweet.\n:::\n\n::quote[doors]\n',
  'sections/b.md': '---\nlabels: {sites: [van, yard]}\n---\n# Park\n\n:::definition[Door]{#door}\nWood.\n:::\n'
}

const page = (id: number) => ` (page\u00a0<span class="page-number" id="x.${id}">00</span>)`
const link = (id: number, anchor: string, title: string) =>
  `<a class="cross-reference" href="https://book.invalid/#${anchor}"><span class="cross-reference-title">${title}</span>${page(id)}</a>`

describe('labels', () => {
  test('stand below the title, all of them as one word where there is one', () => {
    const {main} = renderFiles(files)
    expect(main('a')).toContain(
      'Open <em>up</em></h1><div class="labels"><span class="labels-title">Good for:</span> <span class="label">Every place</span></div>'
    )
    const {main: mobile} = renderFiles(files, {edition: 'mobile'})
    expect(mobile('a')).toContain('<span class="label">Doors</span>, <span class="label">Yards &#x26; lots</span></div>')
    expect(mobile('b')).toContain('<span class="label">Vans</span>, <span class="label">Yards &#x26; lots</span></div>')
  })

  test('of other editions do not stand there', () => {
    expect(renderFiles(files).main('b')).not.toContain('Vans')
  })

  test('that nobody serves and somebody must', () => {
    expect(renderFiles(files).messages).toEqual([
      'labels.yaml:8:1 warning label-unserved Unexpected label `time` that no section of the edition `fixed` carries, expected at least one'
    ])
  })
})

describe('lists', () => {
  const main = renderFiles(files).main('lists')

  test('finder: sections by the labels of the edition, those that fit all of them once', () => {
    expect(main).toContain(
      `<p class="finder-label">Every place</p>\n<ul class="list-entries">\n<li>${link(1, 'a', 'Open up')}</li>\n</ul>\n<p class="finder-label">Yards &amp; lots</p>\n<ul class="list-entries">\n<li>${link(2, 'b', 'Park')}</li>\n</ul></div>`
    )
    expect(main).not.toContain('Vans')
    expect(main).not.toContain('Doors')
  })

  test('crosswalk: a table with the same', () => {
    expect(main).toContain(
      `<th scope="col">Principles</th><th scope="col">Where to find it</th></tr></thead><tbody><tr><th scope="row">Care first</th><td>\n<ul class="list-entries">\n<li>${link(3, 'a', 'Open up')}</li>\n</ul></td></tr>\n<tr><th scope="row">Take time</th><td>\n<ul class="list-entries">\n<li>None yet</li>\n</ul></td></tr>`
    )
  })

  test('glossary: terms in the order of their letters', () => {
    expect(main).toContain(`<li>${link(4, 'door', 'Door')}</li>\n<li>${link(5, 'a--eclair', 'Éclair')}</li>`)
  })

  test('quotes index: how each begins, to the letter', () => {
    expect(main).toContain(`<li>${link(6, 'quote-doors', 'One -- two three four five six seven …')}<br>A door keeper, Open up</li>`)
  })

  test('abbreviations in the order of their letters', () => {
    expect(main).toContain(
      '<li><strong>OPC</strong> overdose prevention center</li>\n<li><strong>SSP</strong> syringe services program</li>'
    )
  })

  test('on screens they are links without pages', () => {
    expect(renderFiles(files).screen()).toContain('<a class="cross-reference" href="#a"><span class="cross-reference-title">Open up</span></a>')
  })

  test('of labels want to know which', () => {
    const {messages, main} = renderFiles({...files, 'sections/lists.md': '# Lists\n\n::finder{by=site}\n\n::crosswalk\n\n::glossary{by=sites}\n'})
    expect(messages.slice(1)).toEqual([
      'sections/lists.md:3:1 error label-unknown Unexpected list of labels `site`, expected one that `labels.yaml` declares',
      'sections/lists.md:5:1 error directive-attribute Unexpected `crosswalk` without labels, expected `by`',
      'sections/lists.md:7:1 error directive-attribute Unexpected `by` on `glossary`, expected `id`, `lang`'
    ])
    expect(main('lists')).toContain('<p class="gap">Missing: site</p>')
  })
})

test('a form stands in a section of its kind', () => {
  expect(renderFiles({'sections/f.md': '---\nlayout: form\n---\n# F\n\nText.\n'}).main('f')).toContain('class="section section-depth-0 section-form"')
})

test('words are in the order of their letters, the same on every computer', () => {
  const words = ['zebra', 'Äpfel', 'apple pie', 'apple', 'Apple', '“apple” tree', 'éclair', 'eclair', '10', '2 chairs', 'Öl']
  expect(words.toSorted(collate)).toEqual(['10', '2 chairs', 'Äpfel', 'Apple', 'apple', 'apple pie', '“apple” tree', 'eclair', 'éclair', 'Öl', 'zebra'])
})
