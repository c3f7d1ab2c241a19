// Print: why a unit has no print.

/** A unit that could not be printed. `message` reads on after the unit's name, as in "Chromium crashed". */
export class PrintFailure extends Error {
  override readonly name = 'PrintFailure'
  /** Id of the unit. */
  readonly unit: string

  constructor(unit: string, message: string, options?: ErrorOptions) {
    super(message, options)
    this.unit = unit
  }
}
