import {existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {EnvironmentError} from '../../scripts/io/environment-error.ts'
import {refuseUnwritable, writeOutputs} from '../../scripts/io/output.ts'
import {temporaryFolder} from '../support/temporary-folder.ts'

const file = (name: string, text: string) => ({name, bytes: Buffer.from(text)})
const read = (folder: string) => Object.fromEntries(readdirSync(folder).sort().map(name => [name, readFileSync(join(folder, name), 'utf8')]))

test('writes all files into a new folder, and nothing else', () => {
  const folder = join(temporaryFolder(), 'a/b')
  expect(writeOutputs(folder, [file('x.pdf', 'pdf'), file('x.html', 'html')])).toEqual([join(folder, 'x.pdf'), join(folder, 'x.html')])
  expect(read(folder)).toEqual({'x.html': 'html', 'x.pdf': 'pdf'})
})

test('replaces old files', () => {
  const folder = temporaryFolder()
  writeOutputs(folder, [file('x.pdf', 'old'), file('x.html', 'old')])
  writeOutputs(folder, [file('x.pdf', 'new'), file('x.html', 'new')])
  expect(read(folder)).toEqual({'x.html': 'new', 'x.pdf': 'new'})
})

test('replaces a link, and not what it leads to', () => {
  const folder = temporaryFolder()
  writeFileSync(join(folder, 'precious'), 'mine')
  symlinkSync('precious', join(folder, 'x.pdf'))
  writeOutputs(folder, [file('x.pdf', 'new')])
  expect(read(folder)).toEqual({precious: 'mine', 'x.pdf': 'new'})
})

test('writes nothing when one of the files cannot be written', () => {
  const folder = temporaryFolder()
  writeFileSync(join(folder, 'x.pdf'), 'old')
  mkdirSync(join(folder, 'x.html'))
  expect(() => writeOutputs(folder, [file('x.pdf', 'new'), file('x.html', 'new')])).toThrow(EnvironmentError)
  expect(readFileSync(join(folder, 'x.pdf'), 'utf8')).toBe('old')
  expect(readdirSync(folder).sort()).toEqual(['x.html', 'x.pdf'])
})

test('puts the old files back when a later one cannot be moved', () => {
  const folder = temporaryFolder()
  writeFileSync(join(folder, 'x.pdf'), 'old')
  const files = [file('x.pdf', 'new'), file('y.pdf', 'new'), {
    name: 'x.html',
    // Somebody makes a folder of that name while we write.
    get bytes() {
      mkdirSync(join(folder, 'x.html', 'full'), {recursive: true})
      return Buffer.from('new')
    }
  }]
  expect(() => writeOutputs(folder, files)).toThrow()
  expect(readFileSync(join(folder, 'x.pdf'), 'utf8')).toBe('old')
  expect(readdirSync(folder).sort()).toEqual(['x.html', 'x.pdf'])
})

test('says what is wrong with the folder, and what to do', () => {
  const folder = temporaryFolder()
  writeFileSync(join(folder, 'file'), '')
  const out = join(folder, 'file/out')
  expect(() => writeOutputs(out, [file('x.pdf', '')])).toThrow(`Nothing was written to \`${out}\`: a part of the path is a file, not a folder`)
  for (const path of [out, join(folder, 'file')])
    expect(() => {
      refuseUnwritable(path)
    }).toThrow('a part of the path is a file, not a folder')
})

test('refusing makes no folder', () => {
  const folder = join(temporaryFolder(), 'new')
  refuseUnwritable(folder)
  expect(existsSync(folder)).toBe(false)
})

test('takes away what a killed build left, and not what a running one writes', () => {
  const folder = temporaryFolder()
  const gone = 2 ** 22 + 1
  writeFileSync(join(folder, `.x.pdf.${gone}.new`), 'left')
  writeFileSync(join(folder, `.x.pdf.${process.ppid}.new`), 'under way')
  writeOutputs(folder, [file('x.pdf', 'new')])
  expect(Object.keys(read(folder))).toEqual([`.x.pdf.${process.ppid}.new`, 'x.pdf'])
})
