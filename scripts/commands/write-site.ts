// Commands: what `build --format site` writes: a folder that any web server can show as it is.

import {existsSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import type {BuildWorld, Output} from '../edition/build.ts'
import type {ProductBuild} from '../edition/build-products.ts'
import {EnvironmentError} from '../io/environment-error.ts'
import {findProgram} from '../io/program.ts'
import {replaceFolder} from '../io/write-folder.ts'
import {readBook} from '../read/read-book.ts'
import {landingPage, siteMark} from '../site/landing-page.ts'
import {readableSize} from './readable-size.ts'
import {siteIndex} from './usual-options.ts'

/** Every product, and the page that leads to them. */
export function siteOutputs(builds: readonly ProductBuild[], {files, templates}: Pick<BuildWorld, 'files' | 'templates'>): Output[] {
  const products = builds.flatMap(({edition, profile, outputs}) =>
    outputs.map(({kind, name, pages, bytes}) => ({kind, name, profile, size: readableSize(bytes.length), ...(edition === undefined ? {} : {edition}), ...(pages === undefined ? {} : {pages})}))
  )
  const css = readFileSync(join(findProgram().folder, 'templates/site/page.css'), 'utf8')
  const html = landingPage(readBook(files).book, products, {templates, figures: files}, css)
  return [{kind: 'html', name: siteIndex, bytes: Buffer.from(html)}, ...builds.flatMap(({outputs}) => outputs)]
}

/** Throws `EnvironmentError` for a folder that no build of a site has made: it may hold something that nobody wants to lose. */
export function refuseForeignSite(folder: string): void {
  const index = join(folder, siteIndex)
  if (!existsSync(folder) || (existsSync(index) && readFileSync(index, 'utf8').includes(siteMark))) return
  throw new EnvironmentError(`Unexpected \`${folder}\` that is no site of a book, expected one, or nothing of that name`, 'move it away, or choose another folder with `--out`')
}

/** Puts the site in the place of the one before, whole or not at all, and gives the paths of its files. */
export function writeSite(folder: string, outputs: readonly Output[]): string[] {
  refuseForeignSite(folder)
  replaceFolder(folder, new Map(outputs.map(({name, bytes}) => [name, bytes])))
  return outputs.map(({name}) => join(folder, name))
}
