// Render: words that say nothing when they are heard alone, as programs that list links or pictures read them.

const vagueLinks = new Set(
  'here,click here,click,this,this link,this page,this site,link,links,more,read more,learn more,see more,more info,more information,details,website,web page,aquí,haga clic aquí,clic aquí,enlace,este enlace,más,leer más,más información'.split(',')
)

const fileName = /^[^\s]+\.(?:svg|png|jpe?g|webp|gif|bmp|tiff?)$/i
const announcement = /^(?:an? |the )?(?:image|picture|photo|photograph|graphic|icon|screenshot) of\b|^(?:una? )?(?:imagen|foto|fotografía|gráfico) de\b/i

/** True for `click here` and the like. */
export function isVagueLink(words: string): boolean {
  return vagueLinks.has(words.replace(/[\s.:!»›→>]+/g, ' ').trim().toLowerCase())
}

/** What is wrong with an alternative text as such; nothing when only a person can tell. */
export function altFault(alt: string): 'file-name' | 'announcement' | undefined {
  const text = alt.trim()
  if (fileName.test(text)) return 'file-name'
  return announcement.test(text) ? 'announcement' : undefined
}
