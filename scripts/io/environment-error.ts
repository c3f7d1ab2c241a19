// Io: something that the computer lacks, which no change to a manuscript mends. The program ends with exit code 3.

/** `message` says what is missing, `hint` what to do about it. */
export class EnvironmentError extends Error {
  override readonly name = 'EnvironmentError'
  readonly hint: string

  constructor(message: string, hint: string, options?: ErrorOptions) {
    super(message, options)
    this.hint = hint
  }
}
