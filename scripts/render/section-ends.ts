// Render: anchors where sections end, for page ranges of the subject index.

import type {RenderedSection} from './section-list.ts'

/** Anchor at the end of a section and all below it. */
export function endAnchor(rendered: RenderedSection): string {
  return `_end-${lastIn(rendered).section.id}`
}

/** Anchors of the ends that the subject index needs, by the id of the section that closes there. */
export function sectionEnds(sections: readonly RenderedSection[]): Map<string, string> {
  const indexed = sections.filter(({section}) => section.matter.index !== undefined)
  return new Map(indexed.map(rendered => [lastIn(rendered).section.id, endAnchor(rendered)]))
}

function lastIn(rendered: RenderedSection): RenderedSection {
  const last = rendered.children.at(-1)
  return last ? lastIn(last) : rendered
}
