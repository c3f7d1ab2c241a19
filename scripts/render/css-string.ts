// Render: text on its way into a style sheet.

/** A CSS string in quotation marks (css-syntax-3, 4.3.7); neither the string, the style sheet nor the `style` element can be left from it. */
export function cssString(text: string): string {
  return `"${text.replace(/[^\p{L}\p{N} .,;:!?'()‘’“”–—…-]/gu, character => `\\${character.codePointAt(0)!.toString(16)} `)}"`
}
