import { defaultSettings } from '@shared/settings'
import { createEngine } from '../../../src/engine/engine'
import { httpAction, mailAction, recordAction } from '../flow-actions'
import { post, sampleLead } from '../post'

// Receives leads without end, with three steps each; a line for each answer.
const [, , folder = '', round = '', target = ''] = process.argv
const engine = createEngine({
  dataFolder: folder,
  settings: { ...defaultSettings.engine, port: 0 },
  version: '0.0.0-test',
  workerUrl: new URL('file:///none'),
  holder: 'cli',
  secretKey: null,
})
await engine.start()
const [flow] = (await engine.handlers.hydrate({})).flows
const url = engine.flowUrl()
if (!flow || url === null) throw new Error('The engine does not listen.')
const forward = httpAction(target, { body: "@{triggerBody()?['Description']}" })
await engine.handlers['flow-actions.save']({ flowId: flow.id, actions: [mailAction(), recordAction(), forward] })

for (let number = 1; ; number += 1) {
  const Description = `${round}-${number}`
  const answer = await post(url, JSON.stringify({ ...JSON.parse(sampleLead), Description }))
  process.stdout.write(`${answer.status}\n`)
}
