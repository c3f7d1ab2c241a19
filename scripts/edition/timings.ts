// Edition: how long each stage of a build takes.

export interface Timings {
  readonly all: Record<string, number>
  /** Adds the time that `work` takes to a stage. */
  measure<T>(stage: string, work: () => T): T
}

/** Begins with no stage measured. */
export function startTimings(): Timings {
  const all: Record<string, number> = {}
  return {
    all,
    measure(stage, work) {
      const start = performance.now()
      const result = work()
      all[stage] = (all[stage] ?? 0) + performance.now() - start
      return result
    }
  }
}
