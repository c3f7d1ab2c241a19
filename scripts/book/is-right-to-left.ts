// Model 1: the direction in which a language is written.

/** Scripts of ISO 15924 whose letters follow each other to the left. */
const scripts = new Set(['Adlm', 'Arab', 'Aran', 'Hebr', 'Mand', 'Mend', 'Nkoo', 'Rohg', 'Samr', 'Syrc', 'Thaa'])

/** Looking a language up takes microseconds, and it is asked for every element of a page. */
const known = new Map<string, boolean>()

/** True for a language (BCP 47) that is written from right to left, as `ar` and `pa-Arab`; false for what is no language. */
export function isRightToLeft(language: string): boolean {
  let answer = known.get(language)
  if (answer === undefined) known.set(language, (answer = lookUp(language)))
  return answer
}

function lookUp(language: string): boolean {
  try {
    return scripts.has(new Intl.Locale(language).maximize().script ?? '')
  } catch {
    return false
  }
}
