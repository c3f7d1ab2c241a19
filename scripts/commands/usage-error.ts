// Commands: an argument that makes no sense. The program ends with exit code 2.

/** `message` reads "Unexpected X, expected Y", `hint` says what to do. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
  readonly hint: string

  constructor(message: string, hint: string, options?: ErrorOptions) {
    super(message, options)
    this.hint = hint
  }
}
