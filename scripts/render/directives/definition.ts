// Render: `:::definition[Term]{#id}`, a term and what it means.

import GithubSlugger from 'github-slugger'
import {h} from 'hastscript'
import {addAnchor, addGivenAnchor} from '../add-anchor.ts'
import {asciiSlug} from '../ascii-slug.ts'
import {attribute, blockAttributes, languageOf, type ContainerDirective, type Directive} from '../directive.ts'
import {addMessage, spanOf} from '../fragment-draft.ts'
import {takeLabel} from '../take-label.ts'

/** Every definition has an id, so that its term can lead to it. */
export const definition: Directive<ContainerDirective> = {
  attributes: blockAttributes,
  toHast(node, state, draft) {
    const {words, title, content} = takeLabel(node, state, draft)
    const span = spanOf(node)
    if (title === '') addMessage(draft, 'directive-content', 'Unexpected definition without a term, expected `:::definition[Term]`', span)
    const asked = attribute(node, 'id')
    const slug = `${draft.setting.section.id}--${asciiSlug(new GithubSlugger().slug(title))}`
    const id =
      (asked === undefined ? undefined : addGivenAnchor(draft, {id: asked, kind: 'definition', title, span})) ??
      addAnchor(draft, {id: slug, kind: 'definition', title, isGiven: false, span})
    const term = h('p.definition-term', h('dfn', words))
    return [h('div.definition', {id, ...languageOf(node)}, term, h('div.definition-text', content))]
  }
}
