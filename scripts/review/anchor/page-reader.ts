// Review: the pages of a returned PDF, each glyph known as a letter of the book.

import {GlyphReader, type Glyph} from '../../pdf/page-glyphs.ts'
import type {PdfFile} from '../../pdf/open-pdf.ts'
import {type PageNode, pageNodes} from '../../pdf/page-nodes.ts'
import {pageLabels} from '../../pdf/read-trees.ts'
import type {ManifestBlock} from '../manifest.ts'
import {type Alignment, alignPage} from './align-page.ts'
import {foldText, type Letters, lettersOf} from './letters.ts'

export interface ReadPage {
  readonly glyphs: readonly Glyph[]
  /** Of each glyph, in `letters`. */
  readonly alignment: Alignment
  readonly letters: Letters
}

export interface PageReader {
  readonly count: number
  /** What viewers call a page. */
  label(index: number): string | undefined
  /** Nothing for a page that is not there. */
  read(index: number): ReadPage | undefined
}

/** Share of a page's letters that must be found where the manifest says, before the rest of the book is searched. */
const enough = 0.5

const pagesKept = 10

/** Reads pages when they are asked for. `blocks` are all of the round's; `hasPlaces` says whether their places are those of this file's pages. */
export function openPages(file: PdfFile, blocks: readonly ManifestBlock[], hasPlaces: boolean): PageReader {
  const nodes = pageNodes(file)
  const labels = pageLabels(file, nodes.length)
  const reader = new GlyphReader(file)
  const read = new Map<number, ReadPage>()
  const byPage = hasPlaces ? blocksByPage(blocks) : new Map<number, ManifestBlock[]>()
  let all: Letters | undefined
  const align = (glyphs: readonly Glyph[], letters: Letters): ReadPage => {
    const ids = new Map(letters.blocks.map(({id}, index) => [id, index]))
    return {glyphs, letters, alignment: alignPage(glyphs, letters, ids)}
  }
  const readPage = (node: PageNode, index: number): ReadPage => {
    const glyphs = reader.read(node)
    const here = byPage.get(index)
    const near = here && align(glyphs, lettersOf(here))
    if (near && share(near) >= enough) return near
    const anywhere = align(glyphs, (all ??= lettersOf(blocks)))
    return near && share(near) >= share(anywhere) ? near : anywhere
  }
  return {
    count: nodes.length,
    label: index => labels[index],
    read(index) {
      const node = nodes[index]
      if (!node) return undefined
      let page = read.get(index)
      if (!page) {
        // Marks come in the order of pages, and a page's glyphs are many.
        if (read.size >= pagesKept) read.clear()
        read.set(index, (page = readPage(node, index)))
      }
      return page
    }
  }
}

function blocksByPage(blocks: readonly ManifestBlock[]): Map<number, ManifestBlock[]> {
  const pages = new Map<number, ManifestBlock[]>()
  for (const block of blocks) {
    for (const page of new Set(block.places?.map(place => place.page))) {
      const here = pages.get(page)
      if (here) here.push(block)
      else pages.set(page, [block])
    }
  }
  return pages
}

/** Of the letters that are no artifacts. */
function share({glyphs, alignment}: ReadPage): number {
  let text = 0
  let known = 0
  glyphs.forEach((glyph, index) => {
    if (glyph.isArtifact || foldText(glyph.text) === '') return
    text++
    if (alignment[index]! >= 0) known++
  })
  return text === 0 ? 1 : known / text
}
