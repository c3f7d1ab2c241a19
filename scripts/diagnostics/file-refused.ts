// Diagnostics: why a file of the book was not read. Thrown by io, turned into a message by the stage that asked.

export type RefusalReason = 'missing' | 'outside' | 'unreadable' | 'not-a-file' | 'not-a-folder' | 'too-large'

/** A file or folder that is not there, lies outside the book's folder, or cannot be read. */
export class FileRefused extends Error {
  override readonly name = 'FileRefused'
  readonly reason: RefusalReason
  /** As asked for: relative to the book's folder, or the folder itself. */
  readonly path: string

  constructor(reason: RefusalReason, path: string, options?: ErrorOptions) {
    super(`${path}: ${reason}`, options)
    this.reason = reason
    this.path = path
  }
}
