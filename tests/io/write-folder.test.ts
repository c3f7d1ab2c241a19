// Tests of io: folders that appear whole or not at all.

import {existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {replaceFolder, writeFolder} from '../../scripts/io/write-folder.ts'
import {temporaryFolder} from '../support/temporary-folder.ts'

const files = (...names: string[]) => new Map(names.map(name => [name, Buffer.from(name)]))
const deadProcess = 4_194_305

test('a folder that is there is never written over', () => {
  const root = temporaryFolder()
  writeFolder(join(root, 'new'), files('a/b.txt'))
  expect(readFileSync(join(root, 'new/a/b.txt'), 'utf8')).toBe('a/b.txt')
  expect(() => writeFolder(join(root, 'new'), files('c.txt'))).toThrow('expected nothing of that name')
  expect(readdirSync(root)).toEqual(['new'])
  expect(readdirSync(join(root, 'new'))).toEqual(['a'])
})

test('a folder that is replaced has nothing left of the one before', () => {
  const root = temporaryFolder()
  const site = join(root, 'out/site')
  replaceFolder(site, files('one.html', 'two.html'))
  replaceFolder(site, files('two.html', 'three.html'))
  expect(readdirSync(site).sort()).toEqual(['three.html', 'two.html'])
  expect(readdirSync(join(root, 'out'))).toEqual(['site'])
})

test('what cannot be written leaves the folder before as it was', () => {
  const root = temporaryFolder()
  const site = join(root, 'site')
  replaceFolder(site, files('one.html'))
  expect(() => replaceFolder(site, files('two.html', 'two.html/three.html'))).toThrow('cannot be written')
  expect(readdirSync(site)).toEqual(['one.html'])
  expect(readdirSync(root)).toEqual(['site'])
})

test('what a killed build had moved away is put back, and what it had begun goes', () => {
  const root = temporaryFolder()
  mkdirSync(join(root, `.site.${deadProcess}.old`))
  writeFileSync(join(root, `.site.${deadProcess}.old/one.html`), 'before')
  mkdirSync(join(root, `.site.${deadProcess}.new`))
  expect(() => replaceFolder(join(root, 'site'), files('a', 'a/b'))).toThrow()
  expect(readFileSync(join(root, 'site/one.html'), 'utf8')).toBe('before')
  expect(existsSync(join(root, `.site.${deadProcess}.new`))).toBe(false)
})
