// Commands: what the program tells the shell.

export const exitCodes = {
  /** Built or checked; warnings allowed. */
  clean: 0,
  /** The manuscript has errors. */
  manuscript: 1,
  /** Wrong arguments, or no such book. */
  usage: 2,
  /** The computer lacks something: a Chromium, room on the disk. */
  environment: 3,
  interrupted: 130
} as const

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes]
