// A load client in a process of its own: N keep-alive connections, each sending the same POST again as soon as it is
// answered, for some seconds or, where `leads` is given, so many times in all. Raw sockets and one prepared request, so
// that the client costs as little as it can beside the server.
import { connect } from 'node:net'

const {
  url,
  body,
  connections,
  seconds = Number.POSITIVE_INFINITY,
  leads = Number.POSITIVE_INFINITY,
} = JSON.parse(process.argv[2])
const target = new URL(url)
const bytes = Buffer.from(body)
const request = Buffer.concat([
  Buffer.from(
    `POST ${target.pathname}${target.search} HTTP/1.1\r\nHost: ${target.host}\r\n` +
      `Content-Type: application/json\r\nContent-Length: ${bytes.length}\r\n\r\n`,
  ),
  bytes,
])

const latencies = []
let sent = 0
let acknowledged = 0
let other = 0
let failed = 0
let open = 0
let answeredAt = 0
const started = performance.now()
const end = started + seconds * 1000
const isOver = () => sent >= leads || performance.now() >= end

function dial() {
  const socket = connect(Number(target.port), target.hostname)
  socket.setNoDelay(true)
  open += 1
  let sentAt = 0
  let received = ''
  const send = () => {
    if (isOver()) {
      socket.end()
      return
    }
    sent += 1
    sentAt = performance.now()
    received = ''
    socket.write(request)
  }
  socket.on('connect', send)
  socket.on('data', (data) => {
    received += data.latin1Slice()
    const head = received.indexOf('\r\n\r\n')
    if (head < 0) return
    const length = /content-length: (\d+)/i.exec(received)
    if (received.length < head + 4 + Number(length?.[1] ?? 0)) return
    answeredAt = performance.now()
    latencies.push(answeredAt - sentAt)
    if (received.startsWith('HTTP/1.1 202')) acknowledged += 1
    else other += 1
    // The server closes a connection after its largest number of requests: a new one takes over.
    if (/\r\nconnection: close/i.test(received)) socket.end()
    else send()
  })
  socket.on('error', () => (failed += 1))
  socket.on('close', () => {
    open -= 1
    if (!isOver()) dial()
    else if (open === 0) report()
  })
}

function report() {
  const elapsed = (performance.now() - started) / 1000
  latencies.sort((a, b) => a - b)
  const at = (part) => latencies[Math.min(latencies.length - 1, Math.floor(latencies.length * part))] ?? 0
  const begunAt = performance.timeOrigin + started
  const result = {
    begunAt,
    endedAt: performance.timeOrigin + answeredAt,
    acknowledged,
    other,
    failed,
    perSecond: acknowledged / elapsed,
    p50: at(0.5),
    p99: at(0.99),
  }
  process.stdout.write(JSON.stringify(result))
}

for (let number = 0; number < connections; number++) dial()
