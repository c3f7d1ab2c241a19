// Review: a short name for a section that declares none, made from its title.

const small = new Set('a an and as at be by for from how in into is it of on or our the this to us we what when why with you your'.split(' '))

/** Capital letters that are not `taken`: initials of the title's words, else more letters of them, else a letter with a number. */
export function proposeCode(title: string, taken: ReadonlySet<string>): string {
  const all = title.normalize('NFD').replace(/[\u0300-\u036f'’]/g, '').toUpperCase().match(/[A-Z]+/g) ?? []
  const telling = all.filter(word => !small.has(word.toLowerCase()))
  const words = telling.length > 0 ? telling : all
  for (const code of candidates(words)) if (!taken.has(code)) return code
  const stem = (words[0] ?? 'S')[0]!
  let number = 1
  while (taken.has(`${stem}${number}`)) number++
  return `${stem}${number}`
}

function* candidates(words: readonly string[]): Iterable<string> {
  const initials = words.map(word => word[0]!).join('')
  for (const length of [2, 3]) if (initials.length >= length) yield initials.slice(0, length)
  const [first = '', second = ''] = words
  for (const letter of first.slice(1)) yield first[0]! + letter
  for (const letter of first.slice(1)) for (const other of second) yield first[0]! + letter + other
  for (let i = 1; i < first.length; i++) for (let j = i + 1; j < first.length; j++) yield first[0]! + first[i]! + first[j]!
}
