// Render: rendering that lets other things happen meanwhile.

import {promisify} from 'node:util'

/** How long steps may keep a Chromium waiting that starts or prints meanwhile. */
const pauseEveryMs = 10

const pause = promisify(setImmediate)

/** What the steps come to in the end. */
export async function withPauses<T>(steps: Generator<void, T>): Promise<T> {
  for (let paused = performance.now(); ; ) {
    const {done, value} = steps.next()
    if (done) return value
    if (performance.now() - paused < pauseEveryMs) continue
    await pause()
    paused = performance.now()
  }
}
