// Render: `::qr[words]{to="https://…"}`, a web address that survives print: words, the address, and a code for phones.

import {h} from 'hastscript'
import {attribute, blockAttributes, languageOf, type Directive, type LeafDirective} from '../directive.ts'
import {addLookup, addMessage, spanOf} from '../fragment-draft.ts'
import {givenId} from '../given-id.ts'
import {linkContent} from '../link-content.ts'
import {plainText} from '../plain-text.ts'
import {answerSlot} from '../slots.ts'

/** A code holds some thousand letters, but one of so many is too fine to be read from paper. */
const longestAddress = 200

export const qrCode: Directive<LeafDirective> = {
  attributes: ['to', ...blockAttributes],
  toHast(node, state, draft) {
    const to = attribute(node, 'to') ?? ''
    const span = spanOf(node)
    if (!/^(?:https?:\/\/|mailto:|tel:)\S+$/.test(to) || to.length > longestAddress) {
      const reason = `Unexpected \`to\` of a QR code, expected an address of at most ${longestAddress} letters that begins with \`https://\``
      addMessage(draft, 'directive-attribute', reason, span, 'write `{to="https://example.org/"}`')
      return []
    }
    const address = printedAddress(to)
    const code = addLookup(draft, {kind: 'qr', to, alt: draft.words.qrCode(address), span})
    const words = plainText(node, draft) === '' ? [] : [h('span.qr-words', state.all(node)), ': ']
    const link = linkContent({kind: 'link', href: to, span}, () => [{type: 'text', value: address}], draft)
    const properties = {...givenId(node, 'block', plainText(node, draft), draft), ...languageOf(node)}
    return [h('div.qr', properties, h('div.qr-code', [{type: 'text', value: answerSlot(code)}]), h('p.qr-address', words, link))]
  }
}

/** The address as people type it. */
function printedAddress(to: string): string {
  return to.replace(/^(?:https?:\/\/(?:www\.)?|mailto:|tel:)/, '').replace(/\/$/, '')
}
