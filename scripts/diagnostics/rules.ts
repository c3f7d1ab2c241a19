// Diagnostics: every rule that a message can carry, declared once; `docs/rules.md` is written from this table.

/**
 * `error`: the product would be wrong or unsafe; it stops the build. `warning`: mend it or live with it. `info`: worth knowing.
 */
export type Level = 'error' | 'warning' | 'info'

interface Rule {
  readonly level: Level
  /** What the rule is about and what to do, for the person who wrote the manuscript. */
  readonly help: string
}

/** Rules by id, in alphabetical order. An id is never given a second meaning. */
export const rules = {
  'block-doubtful': {
    level: 'warning',
    help: 'When a review round opens, a block that has changed much keeps the id of what stood there before. Look whether it is the same thing: comments of earlier rounds are shown with it.'
  },
  'block-merged': {
    level: 'warning',
    help: 'The words of a block now stand in the one beside it, which keeps its own id. The other id is never used again; comments on it belong to the block that has its words.'
  },
  'block-moved': {
    level: 'info',
    help: 'A block stands elsewhere than in the last round, and keeps its id.'
  },
  'block-registry': {
    level: 'error',
    help: '`reviews/blocks.yaml` holds the ids of blocks, one on each line, and this line is not one. Mostly two versions were merged: keep the lines of both.'
  },
  'block-split': {
    level: 'warning',
    help: 'Words of a block now stand in a new one beside it, which has an id of its own. Comments on the old id may be about either.'
  },
  'block-unknown': {
    level: 'warning',
    help: 'A returned file names a block that the reviewed text does not have, most often because of a slip of the pen. The comment is kept with that name; place it by hand in its file, under `blocks`.'
  },
  'book-empty': {
    level: 'error',
    help: 'The folder holds no Markdown, so there is nothing to make a book of. Name the folder that holds `book.yaml`, or a folder of `.md` files.'
  },
  'book-file-name': {
    level: 'error',
    help: 'The file with the publication facts is called `book.yaml`, in small letters. Under another name it would not be found on every computer.'
  },
  'comment-file': {
    level: 'error',
    help: 'A returned file cannot be read, holds no comments that the program knows how to read, or belongs to another book or round.'
  },
  'comment-file-damaged': {
    level: 'warning',
    help: 'A part of a returned file could not be read. What could be read was collected; ask the reviewer for the rest.'
  },
  'comment-file-empty': {
    level: 'warning',
    help: 'A returned file can be read, but nobody commented in it, or the comments were made a part of the pages when it was saved.'
  },
  'comment-file-round': {
    level: 'warning',
    help: 'A returned file says that its text is not the one that was frozen for its round. Its comments are placed by the words of that text.'
  },
  'comment-picture': {
    level: 'warning',
    help: 'A drawing in a returned file is kept without a picture of the page, because the page could not be shown. Keep the file.'
  },
  'comment-undecided': {
    level: 'error',
    help: 'A comment has no answer yet. Everybody who commented is told what became of it before a round is closed, or a book released.'
  },
  'decision-reason': {
    level: 'error',
    help: 'A comment was declined or asked back without a reason. The person who commented reads it.'
  },
  'decision-unknown': {
    level: 'warning',
    help: 'An answer belongs to no comment of the round, most often because of a typing error in the id.'
  },
  'directive-attribute': {
    level: 'error',
    help: 'A block carries a setting that it does not take, or a value that it does not know. `docs/blocks.md` lists the settings of each block.'
  },
  'directive-content': {
    level: 'error',
    help: 'A block wraps something that it cannot set: a checklist wants a list of boxes, steps want a numbered list, a table block wants a table. `docs/blocks.md` shows each.'
  },
  'directive-misplaced': {
    level: 'error',
    help: 'A block such as `::quote[id]` stands on a line of its own, with straight quotation marks around its values; among other words it would be printed as it is written.'
  },
  'directive-unclosed': {
    level: 'error',
    help: 'A block that begins with three colons ends with a line of three colons; else the rest of the file becomes part of it.'
  },
  'directive-unknown': {
    level: 'error',
    help: 'Colons with a name begin one of the book’s own blocks, and there is none of that name. `docs/blocks.md` lists them. Inside a line it is a warning, and printed as it stands.'
  },
  'draft-mark': {
    level: 'error',
    help: 'A book that is to be released still has something of a draft in it: the name of a block, an annotation that is no link, an embedded file, or the profile for drafts.'
  },
  'edition-name': {
    level: 'error',
    help: 'Two editions of the book would be written to files of the same name. Give one of them a `name` of its own in `book.yaml`.'
  },
  'edition-unknown': {
    level: 'error',
    help: 'A section or a passage is kept for an edition that `book.yaml` does not declare under `editions`.'
  },
  'fact-uncounted': {
    level: 'error',
    help: 'A plot draws a fact that has no `label` in `facts.yaml`, or whose text is no number in figures and which has no `number` either.'
  },
  'fact-unknown': {
    level: 'error',
    help: 'The text uses a fact that `facts.yaml` does not have.'
  },
  'figure-text': {
    level: 'warning',
    help: 'Letters inside an SVG are set in whatever font the computer has. Turn text into paths in the drawing program, or say it in the caption.'
  },
  'file-encoding': {
    level: 'error',
    help: 'Manuscript files are UTF-8. Open the file in a text editor and save it with the encoding UTF-8.'
  },
  'file-missing': {
    level: 'error',
    help: 'A file or folder is named in `book.yaml`, in `order` or in `SUMMARY.md`, but it is not there. Names tell small letters from capitals.'
  },
  'file-name-case': {
    level: 'warning',
    help: 'Two names differ only in capitals. On macOS and Windows one of the two files would vanish. Rename one.'
  },
  'file-outside': {
    level: 'error',
    help: 'A link on the disk leads out of the book’s folder. Nothing outside that folder is ever read. Copy the file into the folder.'
  },
  'file-too-large': {
    level: 'error',
    help: 'The file is larger than any text or figure of a book should be. Split it, or make it smaller.'
  },
  'file-unreadable': {
    level: 'error',
    help: 'The system does not let the file be read, or it is not an ordinary file. Look at its permissions.'
  },
  'glyph-missing': {
    level: 'error',
    help: 'A character is in none of the fonts that the templates bring, so it would be printed in whatever font the computer has, or not at all.'
  },
  'heading-depth': {
    level: 'warning',
    help: 'Books know six levels of headings. The heading is set on the sixth; make the section flatter, or move it up in the folders.'
  },
  'heading-skip': {
    level: 'warning',
    help: 'A heading may be one level deeper than the one above it, not more. It is set on the next level, so that readers who jump from heading to heading miss nothing.'
  },
  'heading-stranded': {
    level: 'warning',
    help: 'A heading is the last thing on its page. What follows it is too large to stand below it: begin with a sentence, or shorten what comes before.'
  },
  'html-unsafe': {
    level: 'warning',
    help: 'Only harmless HTML is kept. Scripts, event handlers, embedded pages and elements that a book has no use for are dropped; the words inside them stay where that is possible.'
  },
  'id-duplicate': {
    level: 'error',
    help: 'An id names one thing in the book. Two with the same id would make links land in the wrong place.'
  },
  'id-invalid': {
    level: 'error',
    help: 'Ids are made of ASCII letters, digits, hyphens and underscores.'
  },
  'image-alt': {
    level: 'error',
    help: 'Readers who do not see a picture hear its alternative text. Say what it shows, or mark it as decorative.'
  },
  'image-format': {
    level: 'error',
    help: 'Pictures are SVG, PNG, JPEG, WebP or GIF files; the file is none of these, whatever its name says.'
  },
  'image-missing': {
    level: 'error',
    help: 'The picture is not where the text says. Paths start at the Markdown file or at the book’s folder, and tell small letters from capitals.'
  },
  'image-outside': {
    level: 'error',
    help: 'The picture lies outside the book’s folder. Nothing outside that folder is ever read. Copy the file into the folder.'
  },
  'image-remote': {
    level: 'error',
    help: 'The picture lies on the internet. A book is built from its folder alone, so it is not fetched. Save it into the folder.'
  },
  'image-words': {
    level: 'warning',
    help: 'The words that stand for an image are a file name, or say that it is an image, which every program says by itself. Say what it shows.'
  },
  'index-entry-unknown': {
    level: 'error',
    help: 'An entry of the subject index sends readers on, with `see`, to an entry that leads to no page.'
  },
  'key-missing': {
    level: 'error',
    help: 'A key that must be there is not. `docs/book-yaml.md` lists the keys of each file.'
  },
  'key-unknown': {
    level: 'error',
    help: 'A key is not one that the file may have, most often because of a typing error. `docs/book-yaml.md` lists the keys of each file.'
  },
  'key-value': {
    level: 'error',
    help: 'The value of a key is not of the kind that the key takes. `docs/book-yaml.md` shows an example for each key.'
  },
  'label-unknown': {
    level: 'error',
    help: 'A section carries a label that `labels.yaml` does not declare, so no list of labels would show it.'
  },
  'label-unserved': {
    level: 'warning',
    help: 'A list of labels is marked as required, and no section carries one of its labels. Write the section that is missing, or give the label to one that serves it.'
  },
  'language-invalid': {
    level: 'error',
    help: 'A language is given by its code, such as `es` or `pt-BR`.'
  },
  'language-missing': {
    level: 'warning',
    help: 'Words in Arabic or Hebrew letters are set from right to left, and programs for blind readers and spell checkers need to know their language, too.'
  },
  'layout-split': {
    level: 'warning',
    help: 'A callout or a quote stands on two pages. That happens only when it is taller than a page: shorten it, or make a part of it plain text.'
  },
  'line-alone': {
    level: 'warning',
    help: 'The first or the last line of a paragraph stands on another page than the rest. Shorten or lengthen the paragraph.'
  },
  'link-lost': {
    level: 'error',
    help: 'A link was printed without a place to go to. This should not happen to a link that was checked before; please report it.'
  },
  'link-outside': {
    level: 'warning',
    help: 'The link leads to a file that is no section of the book, so readers of the book could not follow it. Its words stay, the link does not.'
  },
  'link-unknown': {
    level: 'error',
    help: 'The link leads to a file or a heading that is not there.'
  },
  'link-unsafe': {
    level: 'warning',
    help: 'Links lead into the book, to web pages, to mail addresses or to telephone numbers. Anything else is not kept as a link.'
  },
  'link-words': {
    level: 'warning',
    help: 'Programs for blind readers list a page’s links, where words such as “here” say nothing. Let the link’s words say where it leads.'
  },
  'nesting-too-deep': {
    level: 'error',
    help: 'Blocks stand in blocks in blocks, hundreds of times, most often because of a mistake in copying. No page could show that.'
  },
  'note-unknown': {
    level: 'warning',
    help: 'The text refers to a note with `[^name]`, and the file has no line that begins with `[^name]:`. The mark is printed as it stands.'
  },
  'page-near-empty': {
    level: 'warning',
    help: 'Less than a third of a page is used, though the text goes on: what comes next did not fit. Break it up, or move it behind the next paragraph. The last page of a part, and the page before a title, may be short.'
  },
  'page-numbers-unsettled': {
    level: 'error',
    help: 'Page numbers printed in the text change the length of a line, which changes the page numbers, and so on without end. Shorten or lengthen a paragraph that refers to a page.'
  },
  'part-unused': {
    level: 'warning',
    help: '`part` places a section only while `book.yaml` gives no order, and only for an entry directly in `sections/`.'
  },
  'picture-lost': {
    level: 'error',
    help: 'A picture is in the text and not in print, because no room is left for it, as in a narrow column of a table, or because its file says that it is 0 wide or high.'
  },
  'quote-empty': {
    level: 'error',
    help: 'A quote file holds a person’s words below its front matter. Without words there is nothing to print.'
  },
  'quote-repeated': {
    level: 'warning',
    help: 'A quote is printed twice. Readers notice; choose one place.'
  },
  'quote-same-words': {
    level: 'warning',
    help: 'Two quote files hold the same words. Keep one of them, so that a change of consent is made in one place.'
  },
  'quote-unknown': {
    level: 'error',
    help: 'The text uses a quote that has no file in `quotes/`.'
  },
  'reference-left-out': {
    level: 'error',
    help: 'A cross-reference or link leads to a section, heading or block that the edition leaves out, so its readers could not follow it. Keep the reference for the same editions, or say it in other words there.'
  },
  'reference-unknown': {
    level: 'error',
    help: 'A cross-reference names something that the book does not have: a section, a heading, a figure, a definition, or an id given with `{#id}`.'
  },
  'reviewer-duplicate': {
    level: 'error',
    help: 'Two reviewers of a round have the same code, so that nobody would know which of them said what.'
  },
  'reviewer-unknown': {
    level: 'warning',
    help: 'A returned file names a reviewer by a code that `round.yaml` does not have. Its comments are kept under that code.'
  },
  'round-changed': {
    level: 'error',
    help: 'The frozen text of a round is what its drafts were made of, and comments are placed by it. It must not change after the round was opened.'
  },
  'round-closed': {
    level: 'warning',
    help: 'A draft was made of a round that is closed. Comments on it are kept with the round that is open, if there is one.'
  },
  'round-open': {
    level: 'error',
    help: 'A review round is not closed. A book is released when its rounds are over and every comment is answered.'
  },
  'round-overlap': {
    level: 'warning',
    help: 'A review round was opened while an earlier one is open. Files that name no round, such as tables, are collected into the newest. Close the earlier one first, or name the round with `--round`.'
  },
  'section-code-proposed': {
    level: 'info',
    help: 'The ids of a section’s blocks begin with its code. A code was made from the title and is kept in `reviews/blocks.yaml`; to have another, write it into the front matter before drafts go out.'
  },
  'section-empty': {
    level: 'warning',
    help: 'The file has no text below its title, so its page will be nearly empty.'
  },
  'section-listed-twice': {
    level: 'error',
    help: 'A file would be printed twice. List each file once; a folder brings all its files with it.'
  },
  'section-unlisted': {
    level: 'warning',
    help: 'The file is in the folder, but the order does not name it, so it is left out of the book. List it, or move it out of the folder.'
  },
  'site-unknown': {
    level: 'error',
    help: '`site` in `book.yaml` names a section that the book does not have, or that its first edition leaves out.'
  },
  'summary-entry': {
    level: 'info',
    help: 'A chapter of `SUMMARY.md` that links to no file of the folder is only planned, or stands elsewhere; it is left out.'
  },
  'table-columns': {
    level: 'error',
    help: 'The line of dashes below the head of a table has a part for each column, `| --- | --- |`. Where it has more or fewer than the head, there is no table, and the lines are printed as they stand.'
  },
  'table-header': {
    level: 'warning',
    help: 'A table without header cells reads as a row of unrelated words. Give it a first row that names the columns; in HTML, make those cells `<th>`.'
  },
  'term-unknown': {
    level: 'error',
    help: 'A term links to its definition, and no `:::definition` explains that term.'
  },
  'text-beyond-margin': {
    level: 'warning',
    help: 'Text stands outside the margins of its page, where a printer or a hole may take it. Look for a long word, a wide table or a line that does not break.'
  },
  'text-lost': {
    level: 'error',
    help: 'What was printed is not what the manuscript says. This should not happen; please report it with the passage.'
  },
  'title-repeated': {
    level: 'warning',
    help: 'A file has one title, its first `#` heading. Further headings start with `##`.'
  },
  'too-wide': {
    level: 'error',
    help: 'A line, table or figure is wider than the page and cannot be wrapped, so Chromium would print its whole unit smaller, or cut it off where words run from right to left.'
  },
  'unit-unprinted': {
    level: 'error',
    help: 'Chromium crashed or hung on one part of the book, twice. Look for something very large in it, such as a huge figure or table.'
  },
  'variable-missing': {
    level: 'error',
    help: 'An edition has a word of its own under `variables` that another edition lacks, so a passage that both carry could not be printed in both.'
  },
  'variable-unknown': {
    level: 'error',
    help: 'The text uses `:var[name]`, and the edition has no word of that name under `variables` in `book.yaml`.'
  },
  'yaml-invalid': {
    level: 'error',
    help: 'The file, or the front matter between its `---` lines, is not YAML. Values with a colon and a space, or that begin with a special character, go in quotation marks.'
  }
} as const satisfies Record<string, Rule>

export type RuleId = keyof typeof rules
