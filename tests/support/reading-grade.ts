// Test support: how many years of school a text asks of its reader, by the formula of Flesch and Kincaid.

/** Grade of a text that is given as its sentences; 0 for a text without words. */
export function readingGrade(sentences: readonly string[]): number {
  const perSentence = sentences.map(wordsOf).filter(words => words.length > 0)
  const words = perSentence.flat()
  if (words.length === 0) return 0
  const syllables = words.reduce((sum, word) => sum + countSyllables(word), 0)
  return 0.39 * (words.length / perSentence.length) + 11.8 * (syllables / words.length) - 15.59
}

/** Sentences of one block of text. What does not end like a sentence, as titles and table cells, is none: short scraps would flatter the grade. */
export function sentencesOf(block: string): string[] {
  return block.split(/(?<=[.!?…:]["”’)]*)\s+/).filter(sentence => /\w.*[.!?…:]["”’)]*$/.test(sentence))
}

function wordsOf(sentence: string): string[] {
  return sentence.match(/[\p{L}\p{N}]+(?:['’][\p{L}]+)*/gu) ?? []
}

function countSyllables(word: string): number {
  const plain = word.toLowerCase().replace(/[^a-z]/g, '')
  if (plain.length === 0) return 1
  const shortened = plain.replace(/(?:[^laeiouy]es|[^dt]ed|[^laeiouy]e)$/, '').replace(/^y/, '')
  return Math.max(1, shortened.match(/[aeiouy]{1,2}/g)?.length ?? 0)
}
