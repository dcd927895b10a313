/** A time as part of a file's name, in UTC: `20260717-103201-250`. */
export function fileTime(time: Date): string {
  return time.toISOString().replaceAll(/[-:Z]/g, '').replace('T', '-').replace('.', '-')
}
