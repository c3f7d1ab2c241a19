import {readFileSync} from 'node:fs'
import {expect, test} from 'vitest'

interface Package {
  readonly resolved?: string
  readonly optionalDependencies?: Readonly<Record<string, string>>
}

const text = readFileSync(new URL('../../package-lock.json', import.meta.url), 'utf8')
const {packages} = JSON.parse(text) as {packages: Record<string, Package>}

test('names no registry, so that each computer uses its own', () => {
  expect(Object.entries(packages).filter(([, {resolved}]) => resolved !== undefined)).toEqual([])
})

test('has the packages for every system, or `npm ci` refuses it', () => {
  const paths = Object.keys(packages)
  const wanted = Object.values(packages).flatMap(({optionalDependencies = {}}) => Object.keys(optionalDependencies))
  expect(wanted.length).toBeGreaterThan(40)
  expect(wanted.filter(name => !paths.some(path => path.endsWith(`node_modules/${name}`)))).toEqual([])
})
