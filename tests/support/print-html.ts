// Test support: prints HTML as Chromium does by itself, without anything that the pipeline mends.

import {existsSync} from 'node:fs'
import puppeteer from 'puppeteer-core'

const systemChromiums = ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium', '/usr/bin/google-chrome']

/** Chromium that tests print with; undefined when there is none. */
export function findTestChromium(): string | undefined {
  return systemChromiums.find((path) => existsSync(path))
}

/** Prints one document, tagged and with an outline; fonts and images must be `data:` URIs. */
export async function printHtml(html: string): Promise<Uint8Array> {
  const executablePath = findTestChromium()
  if (executablePath === undefined) throw new Error('Tests found no Chromium')
  const browser = await puppeteer.launch({executablePath, args: ['--no-sandbox', '--font-render-hinting=none']})
  try {
    const page = await browser.newPage()
    await page.setContent(html)
    return await page.pdf({tagged: true, outline: true, preferCSSPageSize: true, printBackground: true})
  } finally {
    await browser.close()
  }
}
