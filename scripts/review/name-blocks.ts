// Review: a printed unit's HTML with the name of each block at its start.

import {structureKey} from '../render/structure-key.ts'
import type {Unit} from '../render/unit.ts'

/** A block as readers call it. */
export interface NamedBlock {
  readonly id: string
  /** Stands inside a line. */
  readonly isInline: boolean
  /** Opens a block that has the name, and does not show it again. */
  readonly isHeld: boolean
}

/** Finds a block's name by its file and ordinal. */
export type NameOf = (file: string, ordinal: number) => NamedBlock | undefined

const tag = /<([a-z][a-z0-9]*)((?:[^<>"]|"[^"]*")*)>/g
const keyOf = / lang="[^"]*-x-[a-z]+-([0-9a-z]+)"/

/**
 * The unit with names, and with the places of named blocks asked for. A name stands first in its block, in the first cell of a row, and before
 * a gap in a line; its id keeps Chromium from dropping its structure key.
 */
export function nameBlocks(unit: Unit, language: string, nameOf: NameOf): Unit {
  const start = unit.html.indexOf('<main>')
  const located: string[] = []
  const label = ({id, isInline}: NamedBlock, key: string) =>
    isInline
      ? `<span class="block-id block-id-inline" id="x.${id}" lang="${structureKey(language, 'span')}">${id}</span> `
      : `<span class="block-id" id="x.${id}" lang="${structureKey(language, 'blockid', key)}">${id}</span>`
  let waiting = ''
  const main = unit.html.slice(start).replace(tag, (whole, name: string, attributes: string) => {
    const [, key] = keyOf.exec(attributes) ?? []
    const block = key === undefined ? undefined : unit.blocks[key]
    const named = block?.ordinal === undefined ? undefined : nameOf(block.place.file, block.ordinal)
    if (key !== undefined && named) {
      located.push(key)
      if (named.isHeld) return whole
      if (named.isInline) return `${label(named, key)}${whole}`
      if (name === 'tr') waiting = `${label(named, key)} `
      else return `${whole}${label(named, key)}${name === 'pre' ? '' : ' '}`
    }
    if (waiting === '' || (name !== 'td' && name !== 'th')) return whole
    const cell = `${whole}${waiting}`
    waiting = ''
    return cell
  })
  return {...unit, html: unit.html.slice(0, start) + main, located}
}
