import {h} from 'hastscript'
import {expect, test} from 'vitest'
import {keepPhoneNumbers} from '../../scripts/render/rehype/keep-phone-numbers.ts'
import {renderText} from './render-files.ts'

test.each(['+1 (555) 010-0199', '(555) 010-0199', '555-010-0199', '555.010.0199', '+44 20 7946 0958', '1-555-010-0199', '+1 555 010 0199'])('%s is a telephone number', number => {
  const element = h('p', `اتصل ${number}.`)
  keepPhoneNumbers(element, true)
  expect(element.children).toMatchObject([{value: 'اتصل '}, {tagName: 'span', properties: {dir: 'ltr', className: ['phone-number']}, children: [{value: number}]}, {value: '.'}])
})

test.each(['10:30–17:00', '2026-11-28', '988', '10-12', '1000 2000'])('%s is none', number => {
  const element = h('p', `من ${number}.`)
  keepPhoneNumbers(element, true)
  expect(element.children).toHaveLength(1)
})

test('they are kept together, in Arabic from the left, and left alone in code', () => {
  expect(renderText('Call 555-010-0199.').html).toBe('<p>Call <span class="phone-number">555-010-0199</span>.</p>')
  expect(renderText('Call **[555-010-0199](tel:+15550100199)**.').html).toContain('"><span class="phone-number">555-010-0199</span></a>')
  expect(renderText('Type `555-010-0199`.').html).toContain('<code>555-010-0199</code>')
  expect(renderText(':::passage{lang=ar}\nاتصل 555-010-0199.\n:::').html).toContain('<span class="phone-number" dir="ltr">555-010-0199</span>')
  expect(renderText(':::passage{lang=ar}\nاكتب `555-010-0199`.\n:::').html).toContain('<code><span class="phone-number" dir="ltr">555-010-0199</span></code>')
})
