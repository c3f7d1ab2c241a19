// Render: the lists that a book can make of itself, by the name of their blocks.

export type ListKind = 'abbreviations' | 'colophon' | 'crosswalk' | 'finder' | 'glossary' | 'index' | 'quotes-index'
