// Model 1: a section, which is one Markdown file, or a folder of them with `index.md` as its opening.

/** Front matter of a section's file, checked by the schema. */
export interface SectionMatter {
  readonly id?: string
  readonly title?: string
  readonly summary?: string
  /** Begins the ids of the section's blocks in review rounds, and of those of the sections inside it. */
  readonly code?: string
  /** Part of the book when `book.yaml` gives no order. */
  readonly part?: 'front' | 'body' | 'back'
  /** Editions that carry the section; absent means every edition. */
  readonly editions?: readonly string[]
  /** Ids of terms by the id of their list in `labels.yaml`; `all` stands for every term that the edition has. */
  readonly labels?: Readonly<Record<string, readonly string[]>>
  /** Entries of the subject index that the whole section is about, `entry > sub-entry`. */
  readonly index?: readonly string[]
  /** `form` is a page to fill in. */
  readonly layout?: 'form'
}

/** One section with its child sections, in reading order. */
export interface Section {
  /** Unique in the book, ASCII, stable while the file keeps its name: the anchor of its title. */
  readonly id: string
  readonly title: string
  /** Titles by edition, where the title has words that editions have each for themselves. */
  readonly titles?: ReadonlyMap<string, string>
  /** 0 for an entry of the book's order, 1 for a file or category inside it, and so on. */
  readonly depth: number
  /** Markdown file, relative to the book's folder; absent for a folder without `index.md`. */
  readonly file?: string
  /** Whole text of the file, front matter included, so that positions are those of the file. Empty when there is no file. */
  readonly source: string
  readonly matter: SectionMatter
  readonly children: readonly Section[]
}
