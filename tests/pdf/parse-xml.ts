// Test support: an XML reader that refuses whatever is not well-formed, as far as an XMP packet needs XML.

export interface XmlElement {
  readonly name: string
  readonly attributes: ReadonlyMap<string, string>
  readonly kids: readonly XmlElement[]
  /** Text of the element's own, without that of its kids. */
  readonly text: string
}

const entities: Readonly<Record<string, string>> = {amp: '&', lt: '<', gt: '>', quot: '"', apos: "'"}
const characters = /^(?:[\t\n\r\u0020-\ud7ff\ue000-\ufffd]|[\ud800-\udbff][\udc00-\udfff])*$/

/** The root element. Processing instructions are passed over; throws on comments, CDATA and anything that is not well-formed. */
export function parseXml(xml: string): XmlElement {
  if (!characters.test(xml)) throw new Error('A character that XML does not have')
  const open: {name: string; attributes: Map<string, string>; kids: XmlElement[]; text: string}[] = [{name: '', attributes: new Map(), kids: [], text: ''}]
  let last = 0
  for (const match of xml.matchAll(/<\?[\s\S]*?\?>|<(\/?)([\w:-]+)((?:\s+[\w:-]+="[^"<]*")*)\s*(\/?)>/g)) {
    const [whole, closing, name = '', attributes = '', empty] = match
    open.at(-1)!.text += decode(xml.slice(last, match.index))
    last = match.index + whole.length
    if (name === '') continue
    if (!closing) open.push({name, attributes: new Map([...attributes.matchAll(/([\w:-]+)="([^"]*)"/g)].map(([, key, value]) => [key!, decode(value!)])), kids: [], text: ''})
    if (!closing && !empty) continue
    const element = open.pop()!
    if (element.name !== name) throw new Error(`</${name}> ends <${element.name}>`)
    open.at(-1)!.kids.push(element)
  }
  const document = open.pop()!
  if (open.length > 0 || document.kids.length !== 1 || (document.text + decode(xml.slice(last))).trim() !== '') throw new Error('Not one element')
  return document.kids[0]!
}

function decode(text: string): string {
  if (/[<>]/.test(text)) throw new Error(`Markup where text was expected: ${text}`)
  return text.replace(/&(\w*);?/g, (whole, name: string) => {
    const character = entities[name]
    if (character === undefined || !whole.endsWith(';')) throw new Error(`Unknown entity ${whole}`)
    return character
  })
}
