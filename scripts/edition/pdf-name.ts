// Edition: what a PDF's file is called.

import {usualProfile} from './profile-names.ts'

/** File name of a PDF, such as `space-hacks.pdf` or `space-hacks-large-print.pdf`, so that all profiles may lie in one folder. */
export function pdfName(name: string, profile: string): string {
  return profile === usualProfile ? `${name}.pdf` : `${name}-${profile}.pdf`
}
