// Render: `::figure[Caption]{src="figures/x.svg" alt="…"}`, a picture with its caption.

import {attribute, blockAttributes, type Directive, type LeafDirective} from '../directive.ts'
import {chooseAttribute} from '../choose-attribute.ts'
import {figure} from '../figure.ts'
import {addMessage, spanOf} from '../fragment-draft.ts'
import {plainText} from '../plain-text.ts'

export const captionedFigure: Directive<LeafDirective> = {
  attributes: ['src', 'alt', 'decorative', 'width', ...blockAttributes],
  toHast(node, state, draft) {
    const src = attribute(node, 'src')
    if (src === undefined) {
      addMessage(
        draft,
        'directive-attribute',
        'Unexpected figure without a file, expected `src`',
        spanOf(node),
        'write `{src="figures/name.svg" alt="…"}`'
      )
      return []
    }
    const isWide = chooseAttribute(node, 'width', ['normal', 'wide'], 'normal', draft) === 'wide'
    draft.paragraphTargets = new Set()
    const isDecorative = node.attributes?.['decorative'] !== undefined
    return [
      figure(
        {
          node,
          src,
          alt: attribute(node, 'alt') ?? '',
          isDecorative,
          id: attribute(node, 'id'),
          title: plainText(node, draft),
          caption: state.all(node),
          isWide,
          lang: attribute(node, 'lang')
        },
        state,
        draft
      )
    ]
  }
}
