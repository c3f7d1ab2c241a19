import {spawnSync} from 'node:child_process'
import {mkdirSync, symlinkSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {expect, test} from 'vitest'
import {runScript} from '../support/run-program.ts'
import {temporaryFolder} from '../support/temporary-folder.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** A package that depends on ours, and a book. */
function dependent(): string {
  const folder = temporaryFolder()
  mkdirSync(join(folder, 'node_modules'))
  mkdirSync(join(folder, 'notes'))
  symlinkSync(root, join(folder, 'node_modules/space-hacks'))
  writeFileSync(join(folder, 'package.json'), '{"type": "module"}')
  writeFileSync(join(folder, 'notes/a.md'), '# A\n\nWords.\n')
  return folder
}

test('another program makes a book with it', async () => {
  const folder = dependent()
  writeFileSync(join(folder, 'use.js'), `
    import {buildBook, checkBook, UsageError} from 'space-hacks'
    const {ok, outputs} = await buildBook('notes', {formats: ['pdf'], paper: 'a4'})
    const refused = await buildBook('nowhere').catch(error => error instanceof UsageError)
    console.log(JSON.stringify({ok, name: outputs[0].name, start: Buffer.from(outputs[0].bytes).toString('latin1', 0, 5), refused, checked: checkBook('notes').ok}))
  `)
  const {stdout, stderr, status} = await runScript(join(folder, 'use.js'), [], {cwd: folder})
  expect(stderr).toBe('')
  expect(JSON.parse(stdout)).toEqual({ok: true, name: 'notes.pdf', start: '%PDF-', refused: true, checked: true})
  expect(status).toBe(0)
})

test('another program is told of its types', () => {
  const folder = dependent()
  writeFileSync(join(folder, 'use.ts'), `
    import {buildBook, type BuildResult} from 'space-hacks'
    const {ok, outputs}: BuildResult = await buildBook('notes', {paper: 'a4'}, {onProgress: ({done, total}) => [done, total]})
    const bytes: Uint8Array | undefined = ok ? outputs[0]?.bytes : undefined
    void bytes
    // @ts-expect-error: there is no such paper
    void buildBook('notes', {paper: 'legal'})
  `)
  const compilerOptions = {module: 'NodeNext', target: 'ES2022', lib: ['ES2023'], strict: true, noEmit: true, types: ['node'], typeRoots: [join(root, 'node_modules/@types')]}
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({compilerOptions, files: ['use.ts']}))
  const {stdout, status} = spawnSync(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-p', folder], {encoding: 'utf8'})
  expect(stdout).toBe('')
  expect(status).toBe(0)
})
