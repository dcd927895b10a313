// @vitest-environment happy-dom
import { useState } from 'react'
import { expect, it } from 'vitest'
import { useTokens } from '../../../../src/renderer/src/flows/dynamic/use-tokens'
import { showScreen } from '../../../helpers/screen'

const schema = (name: string) => JSON.stringify({ properties: { [name]: {} } })

/** One button for each text that someone might have in the editor, and the tokens that are offered then. */
function Editor({ texts }: { readonly texts: readonly string[] }) {
  const [text, setText] = useState('')
  const tokens = useTokens(text)
  return (
    <>
      {texts.map((candidate) => (
        <button type="button" key={candidate} onClick={() => setText(candidate)}>
          {candidate}
        </button>
      ))}
      <output>{tokens.map(({ name }) => name).join(' ')}</output>
    </>
  )
}

it('tokens follow the schema as it is edited, and stay while it cannot be read', async () => {
  const broken = '{"properties": {"Colo'
  const screen = await showScreen(<Editor texts={[schema('Colour'), schema('Shape'), broken]} />)
  const offered = () => screen.all('output')[0]?.textContent
  expect(offered()).toContain('FirstName')
  await screen.click(screen.find('button', schema('Colour')))
  await screen.until(() => offered() === 'Colour Body Content-Type')
  await screen.click(screen.find('button', broken))
  await screen.until(() => offered() === 'Colour Body Content-Type')
  await screen.click(screen.find('button', schema('Shape')))
  await screen.until(() => offered() === 'Shape Body Content-Type')
})
