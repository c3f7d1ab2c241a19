import {readdirSync, readFileSync} from 'node:fs'
import {createServer} from 'node:http'
import type {AddressInfo} from 'node:net'
import {createRequire} from 'node:module'
import {tmpdir} from 'node:os'
import {afterEach, beforeAll, describe, expect, test} from 'vitest'
import {openPrinter, type Printer} from '../../scripts/print/open-printer.ts'
import {PrintFailure} from '../../scripts/print/print-failure.ts'
import type {Asset} from '../../scripts/render/unit.ts'
import {chromiumsOf} from '../support/processes.ts'
import {smallUnit} from '../support/small-unit.ts'
import {testChromium} from '../support/test-chromium.ts'

const none = new Map<string, Asset>()
let executablePath: string
const opened: Printer[] = []

beforeAll(async () => {
  executablePath = await testChromium()
})

afterEach(async () => {
  await Promise.all(opened.splice(0).map(printer => printer.close()))
})

async function open(options: {tabs?: number; signal?: AbortSignal; patienceMs?: () => number} = {}): Promise<Printer> {
  const printer = await openPrinter({executablePath, tabs: 1, signal: new AbortController().signal, ...options})
  opened.push(printer)
  return printer
}

function text(pdf: Uint8Array): string {
  return Buffer.from(pdf).toString('latin1')
}

function pageCount(pdf: Uint8Array): number {
  return text(pdf).match(/\/Type \/Page\b(?!s)/g)?.length ?? 0
}

describe('print', () => {
  test('makes a tagged PDF with destinations for the ids that links ask for', async () => {
    const pdf = await (await open()).print(smallUnit('<nav hidden><a href="#one"></a></nav><h1 id="one">One</h1>'), none)
    expect(text(pdf)).toMatch(/^%PDF-1\.\d/)
    expect(text(pdf)).toContain('/StructTreeRoot')
    expect(text(pdf)).toMatch(/\/one \[/)
  })

  test('gives every unit its own contents, whichever came before in the same tab', async () => {
    const printer = await open({tabs: 2})
    const bodies = Array.from({length: 9}, (_, index) => '<p style="break-after:page">x</p>'.repeat(index) + '<p>x')
    const pdfs = await Promise.all(bodies.map((body, index) => printer.print(smallUnit(body, {id: `u${index}`}), none)))
    expect(pdfs.map(pageCount)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9])
    expect(pdfs.map(pdf => /\/Title \((\w+)\)/.exec(text(pdf))?.[1])).toEqual(bodies.map((_, index) => `u${index}`))
  })

  test('runs no script', async () => {
    const body = '<p id="p">kept</p><script>document.body.innerHTML = "<p style=break-after:page>a<p>b"</script><img src="x:" onerror="document.body.innerHTML=\'<p style=break-after:page>a<p>b\'" alt="">'
    const printer = await open()
    expect(pageCount(await printer.print(smallUnit(body.replace(/<img.*/, '')), none))).toBe(1)
    await expect(printer.print(smallUnit(body), none)).rejects.toThrow(PrintFailure)
  })

  test.each(['font-family:Head', 'font:400 9pt Head', 'font:400 var(--size)/1.3 var(--face)'])('embeds a font that only a running head uses, asked for as %s', async font => {
    const url = 'https://book.invalid/asset/head.woff2'
    const path = createRequire(import.meta.url).resolve('@fontsource/source-serif-4/files/source-serif-4-latin-400-normal.woff2')
    const assets = new Map([[url, {bytes: readFileSync(path), type: 'font/woff2'}]])
    const style = `@font-face{font-family:Head;src:url("${url}") format("woff2")} :root{--face:Head, serif;--size:9pt} @page{@top-left{content:"Head";${font}}} body{font-family:serif}`
    const pdf = await (await open()).print(smallUnit('<p>x', {style, assets: [url]}), assets)
    expect(text(pdf)).toContain('SourceSerif')
  })

  test('asks nobody for anything: neither a server nor the disk', async () => {
    const asked: string[] = []
    const server = createServer(({url}, response) => {
      asked.push(url ?? '')
      response.end('x')
    })
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
    const {port} = server.address() as AddressInfo
    const origin = `http://127.0.0.1:${port}`
    const printer = await open()
    const bodies = [
      `<img src="${origin}/image.png" alt="">`,
      `<link rel="stylesheet" href="${origin}/style.css"><p>x`,
      `<p style="background:url(${origin}/background.png)">x`,
      `<iframe src="${origin}/frame"></iframe>`,
      `<object data="${origin}/object"></object><embed src="${origin}/embed"><video poster="${origin}/poster" src="${origin}/video"></video>`,
      '<img src="file:///etc/hostname" alt="">',
      '<iframe src="file:///etc/passwd"></iframe>'
    ]
    for (const body of bodies) await printer.print(smallUnit(body), none).catch(() => undefined)
    await printer.print(smallUnit(`<link rel="preconnect" href="${origin}"><link rel="dns-prefetch" href="${origin}"><p>x`), none)
    await printer.print(smallUnit(`<meta http-equiv="refresh" content="0;url=${origin}/refresh"><p>x`), none)
    const pdf = await printer.print(smallUnit('<p>after'), none)
    server.close()
    expect(asked).toEqual([])
    expect(pageCount(pdf)).toBe(1)
    expect(text(pdf)).toContain('/Title (small)')
  })

  test('names the asset that cannot be shown', async () => {
    const printer = await open()
    const broken = 'https://book.invalid/asset/broken.png'
    const assets = new Map([[broken, {bytes: Buffer.from('no picture'), type: 'image/png'}]])
    const failure = await printer.print(smallUnit(`<img src="${broken}" alt="">`, {id: 'broken'}), assets).catch((error: unknown) => error)
    expect(failure).toBeInstanceOf(PrintFailure)
    expect(failure).toMatchObject({unit: 'broken', message: `Chromium cannot show \`${broken}\``})
    await expect(printer.print(smallUnit('<img src="https://book.invalid/asset/missing.png" alt="">'), none)).rejects.toThrow('missing.png')
    expect(pageCount(await printer.print(smallUnit('<p>x'), none))).toBe(1)
  })

  test('shows SVG without a size', async () => {
    const url = 'https://book.invalid/asset/a.svg'
    const assets = new Map([[url, {bytes: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 4"><path d="M0 0h4v4z"/></svg>'), type: 'image/svg+xml'}]])
    expect(pageCount(await (await open()).print(smallUnit(`<img src="${url}" alt="a">`, {assets: [url]}), assets))).toBe(1)
  })
})

describe('a Chromium that fails', () => {
  const renderers = () => chromiumsOf(process.pid).filter(({command}) => command.includes('--type=renderer'))
  const long = (id: string) => smallUnit('<p>Words that fill a line and then some more of them, again and again.'.repeat(4000), {id})

  async function whenPrinting(act: () => void): Promise<void> {
    await new Promise(resolve => setTimeout(resolve, 200))
    act()
  }

  test('prints a unit again when its tab crashes', async () => {
    const printer = await open()
    await printer.print(smallUnit('<p>x'), none)
    const [pdf] = await Promise.all([
      printer.print(long('a'), none),
      whenPrinting(() => {
        for (const {pid} of renderers()) process.kill(pid, 'SIGKILL')
      })
    ])
    expect(pageCount(pdf)).toBeGreaterThan(50)
    expect(pageCount(await printer.print(smallUnit('<p>x'), none))).toBe(1)
  })

  test('prints all units when the whole of Chromium dies', async () => {
    const printer = await open({tabs: 2})
    await printer.print(smallUnit('<p>x'), none)
    const [a, b, c] = await Promise.all([
      printer.print(long('a'), none),
      printer.print(long('b'), none),
      printer.print(smallUnit('<p>c'), none),
      whenPrinting(() => {
        process.kill(-chromiumsOf(process.pid)[0]!.group, 'SIGKILL')
      })
    ])
    expect([a, b, c].map(pageCount)).toEqual([pageCount(a), pageCount(a), 1])
    expect(chromiumsOf(process.pid).filter(({command}) => command.includes('--type=renderer')).length).toBeGreaterThan(0)
  })

  test('prints a unit again when its tab hangs, and lets go of the tab', async () => {
    const printer = await open({patienceMs: () => 2000})
    await printer.print(smallUnit('<p>x'), none)
    const stopped = renderers().map(({pid}) => pid)
    for (const pid of stopped) process.kill(pid, 'SIGSTOP')
    const pdf = await printer.print(smallUnit('<p>again'), none)
    expect(pageCount(pdf)).toBe(1)
    expect(pageCount(await printer.print(smallUnit('<p>x'), none))).toBe(1)
    await expect.poll(() => renderers().filter(({pid}) => stopped.includes(pid)), {timeout: 10_000}).toEqual([])
  })

  test('names a unit that fails twice, and prints the others', async () => {
    const printer = await open({tabs: 2, patienceMs: () => 1500})
    const endless = smallUnit('<p>x'.repeat(3_000_000), {id: 'endless'})
    const [failure, pdf] = await Promise.all([printer.print(endless, none).catch((error: unknown) => error), printer.print(smallUnit('<p>x'), none)])
    expect(failure).toBeInstanceOf(PrintFailure)
    expect(failure).toMatchObject({unit: 'endless', message: 'Chromium did not finish within 2 s, twice'})
    expect(pageCount(pdf)).toBe(1)
  })
})

describe('ending', () => {
  const folders = () => readdirSync(tmpdir()).filter(name => name.startsWith(`space-hacks-chromium-${process.pid}-`))

  test('close leaves no process and no file', async () => {
    const printer = await open()
    await printer.print(smallUnit('<p>x'), none)
    expect(folders()).toHaveLength(1)
    await printer.close()
    await expect.poll(() => chromiumsOf(process.pid)).toEqual([])
    expect(folders()).toEqual([])
    await expect(printer.print(smallUnit('<p>x'), none)).rejects.toThrow('closed')
  })

  test('an abort ends what is being printed with its reason', async () => {
    const controller = new AbortController()
    const printer = await open({signal: controller.signal})
    const printing = printer.print(smallUnit('<p>x'.repeat(100_000)), none)
    const waiting = printer.print(smallUnit('<p>x'), none)
    const reason = new Error('interrupted')
    setTimeout(() => {
      controller.abort(reason)
    }, 100)
    expect(await Promise.allSettled([printing, waiting])).toEqual([{status: 'rejected', reason}, {status: 'rejected', reason}])
    await expect.poll(() => chromiumsOf(process.pid)).toEqual([])
    expect(folders()).toEqual([])
  })

  test('an abort while Chromium starts leaves nothing', async () => {
    for (const delay of [0, 10, 30, 60]) {
      const controller = new AbortController()
      setTimeout(() => {
        controller.abort(new Error('interrupted'))
      }, delay)
      await expect(openPrinter({executablePath, tabs: 1, signal: controller.signal}).then(() => new Promise((_, reject) => setTimeout(reject, 100, new Error('late'))))).rejects.toThrow(/interrupted|late/)
    }
    await expect.poll(() => chromiumsOf(process.pid)).toEqual([])
    expect(folders()).toEqual([])
  })

  test('a program that is no Chromium is an error of the environment', async () => {
    await expect(openPrinter({executablePath: '/bin/false', tabs: 1, signal: new AbortController().signal})).rejects.toMatchObject({name: 'EnvironmentError'})
    expect(folders()).toEqual([])
  })
})
