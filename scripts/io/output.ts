// Io: products, which appear whole or not at all.

import {accessSync, closeSync, constants, existsSync, fsyncSync, linkSync, mkdirSync, openSync, readdirSync, renameSync, rmSync, statSync, writeFileSync} from 'node:fs'
import {dirname, join, resolve} from 'node:path'
import {EnvironmentError} from './environment-error.ts'
import {isRunning} from './is-running.ts'

/** A file to be written. */
export interface OutputFile {
  /** File name in the folder. */
  readonly name: string
  readonly bytes: Uint8Array
}

/**
 * Writes all files into the folder, which is made if need be, or none: each is written beside its place and moved there when all are
 * written, and when a move fails the files moved before are put back. Throws `EnvironmentError` when the disk is full or the folder may not be
 * written; what stood there before is then untouched. Gives the paths. Unless `isDurable` is false, as for many small files that can be made again, they
 * are on the disk even if the power goes off right after.
 */
export function writeOutputs(folder: string, files: readonly OutputFile[], {isDurable = true}: {readonly isDurable?: boolean} = {}): string[] {
  const moves: Move[] = []
  const undo = () => {
    for (const move of moves) removeTemporaries(move)
  }
  process.once('exit', undo)
  try {
    mkdirSync(folder, {recursive: true})
    removeForsaken(folder)
    for (const {name, bytes} of files) {
      const move = planMove(folder, name)
      moves.push(move)
      writeNew(move.beside, bytes, isDurable)
    }
    moveAll(moves)
    return moves.map(({place}) => place)
  } catch (error) {
    throw describe(error, folder)
  } finally {
    undo()
    process.off('exit', undo)
  }
}

/** Throws what `writeOutputs` would throw for a folder that may not be written, before any work is done for it. Makes nothing. */
export function refuseUnwritable(folder: string): void {
  try {
    const nearest = nearestThere(resolve(folder))
    if (!statSync(nearest).isDirectory()) throw Object.assign(new Error('Expected a folder'), {code: 'ENOTDIR'})
    accessSync(nearest, constants.W_OK | constants.X_OK)
  } catch (error) {
    throw describe(error, folder)
  }
}

function nearestThere(path: string): string {
  return existsSync(path) || path === dirname(path) ? path : nearestThere(dirname(path))
}

/** A file on its way from `beside` to `place`; `before` keeps what stood at the place until all files have moved. */
interface Move {
  readonly place: string
  readonly beside: string
  readonly before: string
  readonly isFirst: boolean
}

function planMove(folder: string, name: string): Move {
  const place = join(folder, name)
  const old = statSync(place, {throwIfNoEntry: false})
  if (old?.isDirectory()) {
    throw new EnvironmentError(`Unexpected folder at \`${place}\`, expected a file or nothing`, 'move the folder, or choose another one with `--out`')
  }
  return {place, beside: temporaryPath(folder, name, 'new'), before: temporaryPath(folder, name, 'old'), isFirst: old === undefined}
}

function moveAll(moves: readonly Move[]): void {
  const moved: Move[] = []
  try {
    for (const move of moves) {
      keepOld(move)
      renameSync(move.beside, move.place)
      moved.push(move)
    }
  } catch (error) {
    for (const move of moved) putBack(move)
    throw error
  }
}

/** A second name for the old file costs nothing; on a file system without such names the old file cannot be put back. */
function keepOld({place, before, isFirst}: Move): void {
  if (isFirst) return
  try {
    linkSync(place, before)
  } catch {
    // There is no second name to be had, or no old file any more.
  }
}

function putBack({place, before, isFirst}: Move): void {
  if (existsSync(before)) renameSync(before, place)
  else if (isFirst) rmSync(place, {force: true})
}

function writeNew(path: string, bytes: Uint8Array, isDurable: boolean): void {
  const file = openSync(path, 'wx')
  try {
    writeFileSync(file, bytes)
    if (isDurable) fsyncSync(file)
  } finally {
    closeSync(file)
  }
}

function removeTemporaries({beside, before}: Move): void {
  for (const path of [beside, before]) if (existsSync(path)) rmSync(path, {force: true})
}

function temporaryPath(folder: string, name: string, kind: 'new' | 'old'): string {
  return join(folder, `.${name}.${process.pid}.${kind}`)
}

const temporaryName = /^\..+\.(\d+)\.(?:new|old)$/

/** Takes away what a build left that was itself killed. */
function removeForsaken(folder: string): void {
  for (const name of readdirSync(folder)) {
    const [, owner] = temporaryName.exec(name) ?? []
    if (owner !== undefined && !isRunning(Number(owner))) rmSync(join(folder, name), {force: true})
  }
}

const reasons: Readonly<Record<string, [reason: string, hint: string]>> = {
  ENOSPC: ['the disk is full', 'make room, or choose a folder on another disk with `--out`'],
  EDQUOT: ['your share of the disk is used up', 'make room, or choose a folder on another disk with `--out`'],
  EACCES: ['the folder may not be written', 'change its permissions, or choose another folder with `--out`'],
  EPERM: ['the folder may not be written', 'change its permissions, or choose another folder with `--out`'],
  ENOENT: ['the folder cannot be made', 'choose another folder with `--out`'],
  EROFS: ['the disk may not be written', 'choose a folder on another disk with `--out`'],
  ENOTDIR: ['a part of the path is a file, not a folder', 'choose another folder with `--out`'],
  EEXIST: ['a part of the path is a file, not a folder', 'choose another folder with `--out`']
}

function describe(error: unknown, folder: string): unknown {
  const [reason, hint] = reasons[(error as NodeJS.ErrnoException).code ?? ''] ?? []
  if (reason === undefined || hint === undefined) return error
  return new EnvironmentError(`Nothing was written to \`${folder}\`: ${reason}`, hint, {cause: error})
}
