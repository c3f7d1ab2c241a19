// Invariant: the file says what it is: version, title shown, language, tagged, metadata in XMP (PDF/UA-1, 5 and 7.1).

import type {Invariant} from './invariant.ts'

export const documentFacts: Invariant = ({objects}) => {
  const {catalog} = objects
  const info = objects.dictionary(objects.trailer['/Info']) ?? {}
  const xmp = objects.stream(catalog['/Metadata'])?.toString('utf8') ?? ''
  const marked = objects.dictionary(catalog['/MarkInfo']) ?? {}
  const facts: [boolean, string][] = [
    [Number(objects.version) >= 1.7, `The header says PDF ${objects.version}, expected 1.7`],
    [(objects.string(catalog['/Lang']) ?? '') !== '', 'The catalog has no Lang'],
    [!/-x-/.test(objects.string(catalog['/Lang']) ?? ''), 'The catalog has a Lang with a private part'],
    [marked['/Marked'] === true, 'The file is not marked as tagged'],
    [marked['/Suspects'] !== true, 'The file has suspect tags'],
    [objects.dictionary(catalog['/ViewerPreferences'])?.['/DisplayDocTitle'] === true, 'The title is not shown in the window'],
    [(objects.string(info['/Title']) ?? '') !== '', 'Info has no Title'],
    [/<pdfuaid:part>1<|pdfuaid:part="1"/.test(xmp), 'The XMP metadata does not claim PDF/UA-1'],
    [/<dc:title>/.test(xmp), 'The XMP metadata has no title'],
    [objects.array(objects.trailer['/ID']) !== undefined, 'The trailer has no ID']
  ]
  return facts.filter(([holds]) => !holds).map(([, fault]) => fault)
}
