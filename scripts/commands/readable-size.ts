// Commands: how large a file is, as people say it.

/** Kilobytes in whole numbers, megabytes with one digit behind the point. */
export function readableSize(bytes: number): string {
  return bytes < 1e6 ? `${Math.ceil(bytes / 1e3)} kB` : `${(bytes / 1e6).toFixed(1)} MB`
}
