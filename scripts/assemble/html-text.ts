// Assemble: the text that a unit's HTML says, against which the printed text is read.

/** Elements that run on in a line; the edges of all others part words even without a space. */
const inline = new Set('a abbr b bdi bdo cite code del dfn em i ins kbd mark q rp rt ruby s samp small span strike strong sub sup tt u var wbr'.split(' '))
const silent = new Set(['head', 'rp', 'style', 'script', 'template', 'title'])
const entities = new Map(Object.entries({amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0', shy: '\u00ad'}))

/**
 * Text of a unit's HTML in reading order: runs of white space as one space, edges of blocks as one line feed. What is hidden or
 * `aria-hidden` is left out, and so are words in pictures. The HTML is our own serialisation, so every element is closed and every `<` in text is escaped.
 */
export function htmlText(html: string): string {
  let text = ''
  let hiddenDepth = 0
  const open: string[] = []
  const tags = /<(\/?)([a-zA-Z][a-zA-Z0-9-]*)((?:[^>"']|"[^"]*"|'[^']*')*)>|<!--[\s\S]*?-->|<![^>]*>/g
  let last = 0
  for (let match = tags.exec(html); match; match = tags.exec(html)) {
    if (hiddenDepth === 0) text += decode(html.slice(last, match.index))
    last = tags.lastIndex
    const [, closing, name = '', attributes = ''] = match
    if (!name) continue
    if (name === 'br') text += ' '
    else if (!inline.has(name)) text += '\n'
    if (closing) {
      while (open.length > 0 && open.pop() !== name) if (hiddenDepth > 0) hiddenDepth--
      if (hiddenDepth > 0) hiddenDepth--
    } else if (!voids.has(name) && !attributes.endsWith('/')) {
      open.push(name)
      if (hiddenDepth > 0 || silent.has(name) || isHidden(attributes) || attributes.includes(' role="img"')) hiddenDepth++
    }
  }
  if (hiddenDepth === 0) text += decode(html.slice(last))
  return text.replace(/[ \t\r\f]*\n\s*/g, '\n').replace(/[ \t\r\f]+/g, ' ').trim()
}

const voids = new Set('area base br col embed hr img input link meta source track wbr'.split(' '))

/** The values of all other attributes may speak of hidden things. */
function isHidden(attributes: string): boolean {
  if (!attributes.includes('hidden')) return false
  return [...attributes.matchAll(/([^\s"'=]+)(?:=("[^"]*"|'[^']*'|[^\s"']+))?/g)].some(([, name, value]) => name === 'hidden' || (name === 'aria-hidden' && value === '"true"'))
}

function decode(text: string): string {
  return decodeEntities(text.replace(/\n/g, ' '))
}

/** Text without character references. */
export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(/&(#x?[0-9a-fA-F]+|\w+);/g, (whole, name: string) => {
    if (name.startsWith('#')) return String.fromCodePoint(name[1] === 'x' ? parseInt(name.slice(2), 16) : Number(name.slice(1)))
    return entities.get(name) ?? whole
  })
}
