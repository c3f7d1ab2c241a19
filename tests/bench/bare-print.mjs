// Bench: the yardstick. One HTML file, one tab, one call of `page.pdf`, nothing else: node bare-print.mjs CHROMIUM HTML PDF

import {writeFileSync} from 'node:fs'
import {pathToFileURL} from 'node:url'
import puppeteer from 'puppeteer-core'

const [, , executablePath, html, pdf] = process.argv
const browser = await puppeteer.launch({executablePath, protocolTimeout: 0, args: ['--no-sandbox', '--font-render-hinting=none']})
const page = await browser.newPage()
await page.goto(pathToFileURL(html).href, {waitUntil: 'load', timeout: 0})
writeFileSync(pdf, await page.pdf({tagged: true, outline: true, preferCSSPageSize: true, printBackground: true, timeout: 0}))
await browser.close()
