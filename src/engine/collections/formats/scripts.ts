import type { KeptScript } from '@shared/collection/node-content'
import type { JsonObject } from '@shared/json-value'
import { isJsonObject } from '@shared/json-value'
import { looseText, objectsIn } from './loose-json'

/** The scripts of an item or collection that hold any text: kept in the file, shown, never run. */
export function readScripts(raw: JsonObject): readonly KeptScript[] {
  return objectsIn(raw.event)
    .map((event): KeptScript => {
      const listen = looseText(event.listen)
      return { listen: listen === 'prerequest' || listen === 'test' ? listen : 'other', text: scriptText(event) }
    })
    .filter((script) => script.text.trim() !== '')
}

function scriptText(event: JsonObject): string {
  const { script } = event
  const lines = isJsonObject(script) ? script.exec : script
  return Array.isArray(lines) ? lines.map(looseText).join('\n') : looseText(lines)
}
