// Commands: the book that is meant when none is named.

export const defaultBook = 'manuscript'
