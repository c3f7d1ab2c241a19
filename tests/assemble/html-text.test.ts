import {describe, expect, it} from 'vitest'
import {htmlText} from '../../scripts/assemble/html-text.ts'

describe('htmlText', () => {
  it.each<[string, string, string]>([
    ['white space as one space', '<p>a \n\t b</p>', 'a b'],
    ['block edges as one line feed', '<div> <p>a</p>\n <p>b</p> </div>', 'a\nb'],
    ['inline elements without edges', '<p>a<em>b</em><a href="#x">c</a> <code>d</code></p>', 'abc d'],
    ['every inline element that raw HTML may hold', '<p>a<strike>b</strike><tt>c</tt><bdo dir="rtl">d</bdo><var>e</var></p>', 'abcde'],
    ['a forced line as a space', '<p>a<br>b</p>', 'a b'],
    ['a place to break as nothing', '<p>a<wbr>b</p>', 'ab'],
    ['no-break spaces and soft hyphens as they are', '<p>a\u00a0b &nbsp;c&shy;d\u00ade</p>', 'a\u00a0b \u00a0c\u00add\u00ade'],
    ['entities', '<p>&amp; &lt;&gt; &quot;&apos; &#x26; &#38; &#x1F600;</p>', '& <> "\' & & 😀'],
    ['unknown entities as they stand', '<p>&nope; AT&T</p>', '&nope; AT&T'],
    ['lines of code as words', '<pre><code>one\ntwo\n</code></pre>', 'one two'],
    ['cells and items as blocks', '<table><tr><th>a</th><td>b</td></tr></table><ul><li>c</li><li>d</li></ul>', 'a\nb\nc\nd'],
    ['images as an edge', '<p>a<img src="x" alt="not text">b</p>', 'a\nb'],
    ['attributes with angle brackets', '<p title="a > b" data-x=\'<c>\'>d</p>', 'd'],
    ['comments as nothing', '<!doctype html><p>a<!-- <p>b</p> -->c</p>', 'ac'],
    ['ruby without its fall-back parentheses', '<p><ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby>字</p>', '漢kan字']
  ])('gives %s', (_, html, text) => {
    expect(htmlText(html)).toBe(text)
  })

  it.each<[string, string]>([
    ['the head', '<html><head><title>t</title><style>p{}</style></head><body>a</body></html>'],
    ['what is hidden', '<nav hidden><a href="#x">x</a><p>y</p></nav><p>a</p>'],
    ['what is hidden with a value', '<p hidden="">x</p><p>a</p>'],
    ['what is hidden from readers', '<p>a<span aria-hidden="true">x<b>y</b></span></p>'],
    ['hidden elements without end', '<p>a<img hidden src="x"></p>'],
    ['words in pictures', '<p>a<span role="img" aria-label="dots">x</span></p>'],
    ['drawings without text', '<p>a<svg aria-hidden="true"><path d="M0 0"/><text>x</text></svg></p>']
  ])('leaves out %s', (_, html) => {
    expect(htmlText(html)).toBe('a')
  })

  it.each<[string, string]>([
    ['in a title', '<p>a <a href="#x" title="a hidden gem">b</a> c</p>'],
    ['in a label', '<p>a <span aria-label="kept hidden">b</span> c</p>'],
    ['in another attribute’s name', '<p>a <span data-hidden="x" aria-hidden="false">b</span> c</p>'],
    ['in quoted markup', '<p>a <span title=\'x aria-hidden="true"\'>b</span> c</p>']
  ])('does not take the word hidden for the attribute: %s', (_, html) => {
    expect(htmlText(html)).toBe('a b c')
  })
})
