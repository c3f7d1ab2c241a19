// Read: the three lines of mdBook's `book.toml` that say something about a book's words.

import type {BookFiles} from '../io/files.ts'
import {isLanguageTag} from './key-schema.ts'
import {readText, type Report} from './read-text.ts'

export interface BookToml {
  readonly title?: string
  readonly language?: string
  /** Folder of `SUMMARY.md`. */
  readonly sourceFolder: string
}

/** `title`, `language` and `src` of the table `[book]`; no more TOML than that is understood. */
export function readBookToml(files: BookFiles, report: Report): BookToml {
  const text = files.list().includes('book.toml') ? (readText(files, 'book.toml', report) ?? '') : ''
  const table = /^\[book\][^\n]*\n((?:(?!\[)[^\n]*(?:\n|$))*)/m.exec(text)?.[1] ?? ''
  const value = (key: string) => new RegExp(`^[ \\t]*${key}[ \\t]*=[ \\t]*(["'])(.*?)\\1[ \\t]*(?:#.*)?$`, 'm').exec(table)?.[2]?.trim()
  const title = value('title')
  const language = value('language')
  return {
    ...(title ? {title} : {}),
    ...(language && isLanguageTag(language) ? {language} : {}),
    sourceFolder: value('src')?.replace(/^\.\//, '').replace(/\/$/, '') || 'src'
  }
}
