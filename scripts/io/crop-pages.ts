// Io: pictures of parts of a PDF that anybody may have made, drawn in a thread that can be stopped.

import {Worker} from 'node:worker_threads'
import type {Crop} from './draw-crops.ts'

/** A page takes a tenth of a second; no honest one takes so long. */
const patienceMs = 30_000
const mostMemoryMb = 2048

/** Each crop as PNG; `undefined` for those that could not be drawn, be it for want of time or memory, or because pdf.js has no canvas on this computer. */
export async function cropPages(path: string, crops: readonly Crop[]): Promise<(Uint8Array | undefined)[]> {
  const pictures: (Uint8Array | undefined)[] = []
  // What pdf.js has to say about files is for who develops viewers.
  const thread = new Worker(new URL('crop-thread.js', import.meta.url), {workerData: {path, crops}, stdout: true, stderr: true, resourceLimits: {maxOldGenerationSizeMb: mostMemoryMb}})
  await new Promise<void>(resolve => {
    let patience = setTimeout(resolve, patienceMs)
    thread.on('message', (picture: Uint8Array | undefined) => {
      pictures.push(picture)
      clearTimeout(patience)
      patience = setTimeout(resolve, patienceMs)
    })
    for (const event of ['error', 'exit']) thread.on(event, () => {
      clearTimeout(patience)
      resolve()
    })
  })
  await thread.terminate()
  return crops.map((_, index) => pictures[index])
}
