// Render: text on its way into HTML that is written as a string.

const references: Record<string, string> = {'&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;'}

/** Text that means nothing to HTML, in an element or in an attribute with double quotation marks. */
export function escapeHtml(text: string): string {
  return /[&<>"]/.test(text) ? text.replace(/[&<>"]/g, character => references[character]!) : text
}
