import { createInterface } from 'node:readline'
import { Readable } from 'node:stream'

/** Hands on what a process writes, line by line; null (no pipe) writes nothing. */
export function forwardLines(output: NodeJS.ReadableStream | null, onLine: (line: string) => void): void {
  if (output instanceof Readable) createInterface({ input: output }).on('line', onLine)
}
