// Review: tables for spreadsheets.

/** Rows as CSV with a byte order mark, by which spreadsheets know UTF-8. A cell that a spreadsheet would run as a formula begins with an apostrophe. */
export function writeCsv(rows: readonly (readonly string[])[]): string {
  return `\ufeff${rows.map(row => row.map(cell).join(',')).join('\r\n')}\r\n`
}

function cell(text: string): string {
  const safe = /^\s*[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/.test(text) ? `'${text}` : text
  return /[",\n\r]/.test(safe) || safe !== safe.trim() ? `"${safe.replace(/"/g, '""')}"` : safe
}
