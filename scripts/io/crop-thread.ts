// Io: the thread that `crop-pages.ts` starts.

import {parentPort, workerData} from 'node:worker_threads'
import {type Crop, drawCrops} from './draw-crops.ts'

const {path, crops} = workerData as {path: string; crops: readonly Crop[]}
for await (const picture of drawCrops(path, crops)) parentPort!.postMessage(picture)
