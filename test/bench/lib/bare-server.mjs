// The reference: the least that a node:http server can do with a POST, reading the body whole and answering 202.
import { createServer } from 'node:http'

const server = createServer((request, response) => {
  const pieces = []
  request.on('data', (piece) => pieces.push(piece))
  request.on('end', () => {
    Buffer.concat(pieces)
    response.writeHead(202)
    response.end()
  })
})
server.listen(0, '127.0.0.1', () => process.stdout.write(`http://127.0.0.1:${server.address().port}/\n`))
