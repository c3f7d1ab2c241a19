// Test support: what pdf.js, a reader that nobody here wrote, finds in a file.

import {getDocument} from 'pdfjs-dist/legacy/build/pdf.mjs'

/** A destination as pdf.js resolves it; `top` and `left` in points from the lower left corner of the page. */
export interface PdfjsDestination {
  readonly page: string
  readonly left: number | null
  readonly top: number | null
}

export interface PdfjsOutlineEntry {
  readonly title: string
  readonly level: number
  readonly destination: PdfjsDestination | undefined
}

export interface PdfjsReading {
  readonly pages: number
  /** Page labels, or undefined when the file has none. */
  readonly labels: readonly string[] | undefined
  readonly outline: readonly PdfjsOutlineEntry[]
  readonly destinations: ReadonlyMap<string, PdfjsDestination>
  /** Text by page index and marked content `12R_mc3` (the page object's number and the MCID). */
  readonly text: readonly ReadonlyMap<string, string>[]
  /** Marked content in the order of each page's structure tree; undefined for a page without one. */
  readonly structure: readonly (readonly string[] | undefined)[]
}

type PdfjsDocument = Awaited<ReturnType<typeof getDocument>['promise']>
type PdfjsPage = Awaited<ReturnType<PdfjsDocument['getPage']>>
type OutlineNode = Awaited<ReturnType<PdfjsDocument['getOutline']>>[number]

function destinationOf(target: unknown): PdfjsDestination | undefined {
  if (!Array.isArray(target)) return undefined
  const [page, , left, top] = target as [{num: number; gen: number} | null, unknown, number | null, number | null]
  if (page === null || typeof page !== 'object') return undefined
  return {page: `${page.num} ${page.gen} R`, left: left ?? null, top: top ?? null}
}

async function readOutline(document: PdfjsDocument): Promise<PdfjsOutlineEntry[]> {
  const entries: PdfjsOutlineEntry[] = []
  const visit = async (nodes: readonly OutlineNode[], level: number): Promise<void> => {
    for (const node of nodes) {
      const target: unknown = typeof node.dest === 'string' ? await document.getDestination(node.dest) : node.dest
      entries.push({title: node.title, level, destination: destinationOf(target)})
      await visit(node.items as OutlineNode[], level + 1)
    }
  }
  await visit(((await document.getOutline())) ?? [], 1)
  return entries
}

async function readPageText(page: PdfjsPage): Promise<Map<string, string>> {
  const content = await page.getTextContent({includeMarkedContent: true, disableNormalization: true})
  const text = new Map<string, string>()
  const open: (string | undefined)[] = []
  for (const item of content.items) {
    if ('str' in item) {
      const id = open.findLast((candidate) => candidate !== undefined) ?? 'none'
      text.set(id, `${text.get(id) ?? ''}${item.str}${item.hasEOL ? '\n' : ''}`)
    } else if (item.type === 'endMarkedContent') open.pop()
    else open.push(typeof item.id === 'string' ? item.id.replace(/^p/, '') : undefined)
  }
  return text
}

interface StructTreeNode {
  readonly type?: string
  readonly id?: string
  readonly children?: readonly StructTreeNode[]
}

function structureIds(node: StructTreeNode): string[] {
  if (node.type === 'content') return [(node.id ?? '').replace(/^p/, '')]
  return (node.children ?? []).flatMap(structureIds)
}

/** Reads a whole file with pdf.js. */
export async function readWithPdfjs(pdf: Uint8Array): Promise<PdfjsReading> {
  const loading = getDocument({data: new Uint8Array(pdf), disableFontFace: true, useSystemFonts: false, verbosity: 0})
  const document = await loading.promise
  try {
    const text: Map<string, string>[] = []
    const structure: (string[] | undefined)[] = []
    for (let number = 1; number <= document.numPages; number++) {
      const page = await document.getPage(number)
      text.push(await readPageText(page))
      const tree = (await page.getStructTree()) as StructTreeNode | null
      structure.push(tree === null ? undefined : structureIds(tree))
      page.cleanup()
    }
    const named = Object.entries((await document.getDestinations()) as Record<string, unknown>)
    const found = named.map(([name, target]) => [name, destinationOf(target)] as const)
    return {
      pages: document.numPages,
      labels: (await document.getPageLabels()) ?? undefined,
      outline: await readOutline(document),
      destinations: new Map(found.flatMap(([name, destination]) => (destination === undefined ? [] : [[name, destination]]))),
      text,
      structure
    }
  } finally {
    await loading.destroy()
  }
}
