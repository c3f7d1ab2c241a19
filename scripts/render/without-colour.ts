// Render: signs in print, never asked for as pictures in colour.

/**
 * Text without the selector that asks for a sign as a picture in colour (UTS 51, 1.4.3), in print and in the outline that repeats it: Chromium
 * would prefer the computer's own font, where it has one, to every face of the document.
 */
export function withoutColour(text: string): string {
  return text.replaceAll('\ufe0f', '')
}
