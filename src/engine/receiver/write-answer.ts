import type { ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'
import type { Answer } from '@shared/lead/lead-detail'

/**
 * Writes an answer with exactly its header pairs, then `Content-Length` and what belongs to the connection
 * (`Date`, `Connection`, `Keep-Alive`, by Node), and ends it with a single write.
 */
export function writeAnswer(response: ServerResponse, answer: Answer, close: boolean): void {
  response.writeHead(answer.status, answer.reason, headerList(answer, close))
  if (answer.body.length === 0) response.end()
  else response.end(answer.body)
}

/**
 * Writes an answer while the body is still coming in. It is complete on the wire, but the response is left open:
 * ending it would close the socket, and bytes that arrive at a closed socket reset the connection, often before the
 * sender has read the answer. End it once the rest has been drained.
 */
export function writeEarlyAnswer(response: ServerResponse, answer: Answer): void {
  response.writeHead(answer.status, answer.reason, headerList(answer, true))
  if (answer.body.length === 0) response.flushHeaders()
  else response.write(answer.body)
}

/** Writes an answer where there is no request object to answer to, and hangs up. @param drainMs see `ReceiverLimits` */
export function hangUpWith(socket: Duplex, answer: Answer, drainMs: number): void {
  if (!socket.writable) {
    socket.destroy()
    return
  }
  const pairs = headerList(answer, true)
  let head = `HTTP/1.1 ${answer.status} ${answer.reason}\r\n`
  for (let index = 0; index < pairs.length; index += 2) head += `${pairs[index]}: ${pairs[index + 1]}\r\n`
  socket.write(Buffer.concat([Buffer.from(`${head}Date: ${new Date().toUTCString()}\r\n\r\n`, 'latin1'), answer.body]))
  hangUp(socket, drainMs)
}

/** Says goodbye, keeps reading for a while so that the sender can read what was said, then closes. */
function hangUp(socket: Duplex, drainMs: number): void {
  socket.end()
  socket.resume()
  const timer = setTimeout(() => socket.destroy(), drainMs)
  socket.once('end', () => socket.destroy())
  socket.once('close', () => clearTimeout(timer))
}

/** Names and values in turn, the form that `writeHead` takes fastest. */
function headerList(answer: Answer, close: boolean): string[] {
  const list: string[] = []
  for (const [name, value] of answer.headers) list.push(name, value)
  // Neither 204 nor 304 may have it.
  if (answer.status !== 204 && answer.status !== 304) list.push('Content-Length', String(answer.body.length))
  if (close) list.push('Connection', 'close')
  return list
}
