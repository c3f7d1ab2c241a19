// Model 2: the document's metadata, in XMP (ISO 16684-1) and in the Info dictionary (ISO 32000-1, 14.3).

import {formatText} from './serialize.ts'

export interface DocumentMetadata {
  readonly title: string
  /** Organisations or people, in order. */
  readonly authors: readonly string[]
  readonly subject?: string
  readonly keywords: readonly string[]
  /** BCP 47. */
  readonly language: string
  readonly rights?: string
  readonly date: Date
  readonly producer: string
}

const escapes: Record<string, string> = {'&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;'}
const unwritable = /[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\p{Cs}]/gu
const escape = (text: string) => text.replace(unwritable, '').replace(/[&<>"]/g, c => escapes[c]!)

/** An XMP packet that claims PDF/UA-1 (ISO 14289-1, 5) and says the same as `infoDictionary`. */
export function xmpPacket(metadata: DocumentMetadata): string {
  const {title, authors, subject, keywords, language, rights, date, producer} = metadata
  const stamp = date.toISOString().replace(/\.\d+Z$/, 'Z')
  const alternatives = (text: string) => `<rdf:Alt><rdf:li xml:lang="x-default">${escape(text)}</rdf:li></rdf:Alt>`
  const list = (kind: 'Seq' | 'Bag', entries: readonly string[]) => `<rdf:${kind}>${entries.map(entry => `<rdf:li>${escape(entry)}</rdf:li>`).join('')}</rdf:${kind}>`
  return `<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<pdfuaid:part>1</pdfuaid:part>
<dc:format>application/pdf</dc:format>
<dc:title>${alternatives(title)}</dc:title>
${authors.length > 0 ? `<dc:creator>${list('Seq', authors)}</dc:creator>\n` : ''}${subject ? `<dc:description>${alternatives(subject)}</dc:description>\n` : ''}${keywords.length > 0 ? `<dc:subject>${list('Bag', keywords)}</dc:subject>\n<pdf:Keywords>${escape(keywords.join(', '))}</pdf:Keywords>\n` : ''}<dc:language>${list('Bag', [language])}</dc:language>
${rights ? `<dc:rights>${alternatives(rights)}</dc:rights>\n` : ''}<xmp:CreateDate>${stamp}</xmp:CreateDate>
<xmp:ModifyDate>${stamp}</xmp:ModifyDate>
<xmp:CreatorTool>${escape(producer)}</xmp:CreatorTool>
<pdf:Producer>${escape(producer)}</pdf:Producer>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>`
}

/** The Info dictionary as PDF text. */
export function infoDictionary({title, authors, subject, keywords, date, producer}: DocumentMetadata): string {
  const stamp = `(D:${date.toISOString().replace(/[-:T]/g, '').slice(0, 14)}Z)`
  const author = authors.length > 0 ? `/Author${formatText(authors.join('; '))}` : ''
  const about = subject ? `/Subject${formatText(subject)}` : ''
  const words = keywords.length > 0 ? `/Keywords${formatText(keywords.join(', '))}` : ''
  return `<</Title${formatText(title)}${author}${about}${words}/Creator${formatText(producer)}/Producer${formatText(producer)}/CreationDate${stamp}/ModDate${stamp}>>`
}
