// Test support: scripts that run in a page of Chromium and say what is seen there. They are text, as this program knows no DOM.

/** Gives every text that has a box: its words, the colours of ink and of the nearest ground behind it (0 to 255), its size in px. */
export const seenTextsScript = `
(() => {
  const channels = colour => [...colour.matchAll(/[\\d.]+/g)].map(Number)
  const groundOf = element => {
    if (element === null) return [255, 255, 255]
    const ground = channels(getComputedStyle(element).backgroundColor)
    return ground[3] === 0 ? groundOf(element.parentElement) : ground.slice(0, 3)
  }
  const seen = []
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  while (texts.nextNode()) {
    const element = texts.currentNode.parentElement
    const text = texts.currentNode.textContent.trim()
    if (text === '' || element.getClientRects().length === 0) continue
    const {color, fontSize} = getComputedStyle(element)
    seen.push({text, ink: channels(color).slice(0, 3), ground: groundOf(element), sizePx: parseFloat(fontSize)})
  }
  return seen
})()`

/** Gives how many characters stand in each line of body paragraphs that another line follows. */
export const lineLengthsScript = `
document.fonts.ready.then(() => [...document.querySelectorAll('.section > p:not(.section-title + p)')].flatMap(paragraph => {
  const lines = new Map()
  const texts = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT)
  while (texts.nextNode()) {
    const node = texts.currentNode
    for (let at = 0; at < node.textContent.length; at++) {
      const range = document.createRange()
      range.setStart(node, at)
      range.setEnd(node, at + 1)
      const {bottom, height} = range.getBoundingClientRect()
      const line = Math.round(bottom / 8)
      if (height > 0) lines.set(line, (lines.get(line) ?? 0) + 1)
    }
  }
  return [...lines.values()].slice(0, -1)
}))`

/** Gives for each paragraph, that is for each face of a specimen, the widths of the ten figures in tenths of a px, twenty of each in a row. */
export const figureWidthsScript = `
document.fonts.ready.then(() => [...document.querySelectorAll('p')].map(line => [...'0123456789'].map(figure => {
  line.textContent = figure.repeat(20)
  const range = document.createRange()
  range.selectNodeContents(line)
  return Math.round(range.getBoundingClientRect().width * 10)
})))`

/** Gives the width in px that the document needs. */
export const neededWidthScript = 'document.documentElement.scrollWidth'
