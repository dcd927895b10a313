// A server that takes its time: each answer comes as many milliseconds after its request as the first argument says.
import { createServer } from 'node:http'

const delay = Number(process.argv[2])
const server = createServer((request, response) => {
  request.resume()
  request.on('end', () => setTimeout(() => response.writeHead(202).end(), delay))
})
server.listen(0, '127.0.0.1', () => process.stdout.write(`http://127.0.0.1:${server.address().port}/\n`))
