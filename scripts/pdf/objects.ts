// Model 2: the PDF object types (ISO 32000-1, 7.3), as plain values.

/** A name, without its slash. */
export class Name {
  constructor(readonly value: string) {}
}

/** An indirect reference; generation numbers are always 0 here. */
export class Ref {
  constructor(readonly number: number) {}
}

/** A string, as its bytes in Latin-1. */
export class PdfString {
  constructor(readonly bytes: string) {}
}

export type Dict = Map<string, PdfObject>

/** A stream with its bytes as they stand in the file, filters not undone. */
export class Stream {
  constructor(
    readonly dict: Dict,
    readonly bytes: Uint8Array
  ) {}
}

export type PdfObject = null | boolean | number | Name | Ref | PdfString | Dict | Stream | readonly PdfObject[]
