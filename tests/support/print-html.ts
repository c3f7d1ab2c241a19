// Test support: prints HTML as Chromium does by itself, without anything that the pipeline mends.

import puppeteer from 'puppeteer-core'
import {testChromium} from './test-chromium.ts'

/** Prints one document, tagged and with an outline; fonts and images must be `data:` URIs. */
export async function printHtml(html: string): Promise<Uint8Array> {
  const executablePath = await testChromium()
  const browser = await puppeteer.launch({executablePath, args: ['--no-sandbox', '--font-render-hinting=none']})
  try {
    const page = await browser.newPage()
    await page.setContent(html)
    return await page.pdf({tagged: true, outline: true, preferCSSPageSize: true, printBackground: true})
  } finally {
    await browser.close()
  }
}
