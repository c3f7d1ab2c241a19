// Invariant: no structure element's language still carries what the print told assembly, and every language is well formed.

import {everyElement} from '../structure.ts'
import type {Invariant} from './invariant.ts'

const languageTag = /^[A-Za-z]{2,3}(-[A-Za-z]{4})?(-([A-Za-z]{2}|[0-9]{3}))?(-[0-9A-Za-z]{4,8})*$/

export const languages: Invariant = ({structure}) =>
  [...everyElement(structure.elements)]
    .filter(({language}) => language !== undefined && !languageTag.test(language))
    .map(({reference, role, language}) => `Element ${reference} (${role}) has the language ${JSON.stringify(language)}`)
