// Print: waiting for work that may never end.

/**
 * What `work` gives, unless the signal is aborted (rejects with its reason) or the time is up (rejects with a `TimeoutError`). Holds nothing
 * of the result afterwards, which a race against a long-lived promise would.
 */
export function waitFor<T>(work: Promise<T>, signal: AbortSignal, limitMs?: number): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = () => {
      reject(signal.reason as Error)
    }
    const timer = limitMs === undefined ? undefined : setTimeout(() => {
      reject(new DOMException(`did not finish within ${Math.round(limitMs / 1000)} s`, 'TimeoutError'))
    }, limitMs)
    if (signal.aborted) stop()
    signal.addEventListener('abort', stop)
    work.then(resolve, reject).finally(() => {
      clearTimeout(timer)
      signal.removeEventListener('abort', stop)
    })
  })
}
