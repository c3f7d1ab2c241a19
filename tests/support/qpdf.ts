// Test support: qpdf, compiled to WebAssembly so that every machine runs the same one, as a judge of files that nobody here wrote.

import {createRequire} from 'node:module'

type WriteByte = (byte: number | null) => void

interface QpdfInstance {
  readonly FS: {
    init(stdin: null, stdout: WriteByte, stderr: WriteByte): void
    writeFile(path: string, bytes: Uint8Array | string): void
    readFile(path: string): Uint8Array
  }
  callMain(args: readonly string[]): number
}
type CreateQpdf = (options: {
  locateFile(): string
  noInitialRun: boolean
  preRun: ((qpdf: QpdfInstance) => void)[]
}) => Promise<QpdfInstance>

const require = createRequire(import.meta.url)
const createQpdf = require('@neslinesli93/qpdf-wasm') as CreateQpdf
const wasmFile = require.resolve('@neslinesli93/qpdf-wasm/dist/qpdf.wasm')

/** Any value of qpdf's JSON: names start with `/`, strings with `u:` or `b:`, references read `12 0 R`. */
export type QpdfValue = string | number | boolean | null | QpdfValue[] | {[key: string]: QpdfValue}
export type QpdfDictionary = {[key: string]: QpdfValue}

/** One indirect object of qpdf's JSON, version 2; `data` is base64 of the decoded stream. */
export interface QpdfObject {
  value?: QpdfValue
  stream?: {data: string; dict: QpdfDictionary}
}

/** Header and objects of a file in qpdf's JSON, version 2: keys are `obj:12 0 R` and `trailer`. */
export interface QpdfFile {
  readonly header: {jsonversion: number; pdfversion: string; maxobjectid: number; [key: string]: unknown}
  readonly objects: Record<string, QpdfObject>
}

async function runQpdf(
  args: readonly string[],
  input: Uint8Array | string
): Promise<{status: number; lines: string[]; output(): Uint8Array}> {
  const said: number[] = []
  const listen: WriteByte = (byte) => void (byte !== null && said.push(byte))
  const preRun = [({FS}: QpdfInstance): void => FS.init(null, listen, listen)]
  const qpdf = await createQpdf({locateFile: () => wasmFile, noInitialRun: true, preRun})
  qpdf.FS.writeFile('/input', input)
  const status = qpdf.callMain(args)
  const lines = Buffer.from(said).toString('utf8').split('\n').filter((line) => line !== '')
  return {status, lines, output: () => qpdf.FS.readFile('/output')}
}

/** What `qpdf --check` says against a file, line by line; empty for a clean one. */
export async function qpdfComplaints(pdf: Uint8Array): Promise<string[]> {
  const {status, lines} = await runQpdf(['--check', '/input'], pdf)
  if (status === 0) return []
  return lines.filter((line) => line !== 'checking /input' && !/^PDF Version|^File is (not )?(encrypted|linearized)/.test(line))
}

/** Reads a file into qpdf's JSON, streams decoded (images in their own coding); throws when qpdf cannot read it. */
export async function readQpdfFile(pdf: Uint8Array): Promise<QpdfFile> {
  const args = ['--json=2', '--json-key=qpdf', '--json-stream-data=inline', '--decode-level=generalized', '/input', '/output']
  const {status, lines, output} = await runQpdf(args, pdf)
  if (status !== 0 && status !== 3) throw new Error(`qpdf could not read the file: ${lines.join('\n')}`)
  const json = JSON.parse(new TextDecoder().decode(output())) as {qpdf: [QpdfFile['header'], QpdfFile['objects']]}
  return {header: json.qpdf[0], objects: json.qpdf[1]}
}

/** Writes qpdf's JSON as a PDF again: the way tests break a file in one known place. */
export async function writeQpdfFile(file: QpdfFile): Promise<Uint8Array> {
  const json = JSON.stringify({version: 2, parameters: {decodelevel: 'generalized'}, qpdf: [file.header, file.objects]})
  const {status, lines, output} = await runQpdf(['--json-input', '/input', '/output'], json)
  if (status !== 0 && status !== 3) throw new Error(`qpdf could not write the file: ${lines.join('\n')}`)
  return output()
}

/** A file encrypted with 40-bit or 128-bit RC4, or with 256-bit AES. Without a password for users anybody may open it. */
export async function encrypt(pdf: Uint8Array, bits: 40 | 128 | 256, userPassword: string): Promise<Uint8Array> {
  const weak = bits === 256 ? [] : ['--allow-weak-crypto']
  const {status, lines, output} = await runQpdf([...weak, '/input', '--encrypt', userPassword, 'owner', String(bits), '--', '/output'], pdf)
  if (status !== 0 && status !== 3) throw new Error(`qpdf: ${lines.join(' ')}`)
  return output()
}
