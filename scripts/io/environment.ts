// Io: the variables that a program is started with, as commands hand them on.

export type Environment = Readonly<Record<string, string | undefined>>
