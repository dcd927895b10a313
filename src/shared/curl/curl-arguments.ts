import { optionOfLetter, optionOfName } from './curl-options'

/** One option as it was given; `value` is '' for those that take none. URLs come as the option `url`. */
export type CurlArgument = { readonly name: string; readonly value: string }

export type CurlArguments = {
  readonly given: readonly CurlArgument[]
  /** Options that curl does not have, as written. */
  readonly unknown: readonly string[]
}

/** The options of a command's words (without `curl` itself): `-sSL`, `-XPOST`, `--data x` and `--data=x` are all read. */
export function readArguments(words: readonly string[]): CurlArguments {
  const given: CurlArgument[] = []
  const unknown: string[] = []
  let at = 0
  let onlyUrls = false

  function readLong(word: string): void {
    const equals = word.indexOf('=')
    const name = equals < 0 ? word : word.slice(0, equals)
    const option = optionOfName(name) ?? optionOfName(name.replace(/^no-/, ''))
    if (!option) {
      unknown.push(`--${name}`)
      return
    }
    const isOff = option.name !== name && name.startsWith('no-')
    if (!option.takesValue) {
      if (!isOff) given.push({ name: option.name, value: '' })
    } else if (equals >= 0) {
      given.push({ name: option.name, value: word.slice(equals + 1) })
    } else {
      given.push({ name: option.name, value: words[at] ?? '' })
      at++
    }
  }

  function readShort(letters: string): void {
    for (let index = 0; index < letters.length; index++) {
      const option = optionOfLetter(letters.charAt(index))
      if (!option) {
        unknown.push(`-${letters.charAt(index)}`)
        continue
      }
      if (!option.takesValue) {
        given.push({ name: option.name, value: '' })
        continue
      }
      const attached = letters.slice(index + 1)
      given.push({ name: option.name, value: attached || (words[at] ?? '') })
      if (!attached) at++
      return
    }
  }

  while (at < words.length) {
    const word = words[at] ?? ''
    at++
    if (onlyUrls || word === '-' || !word.startsWith('-')) {
      if (word !== '') given.push({ name: 'url', value: word })
    } else if (word === '--') {
      onlyUrls = true
    } else if (word.startsWith('--')) {
      readLong(word.slice(2))
    } else {
      readShort(word.slice(1))
    }
  }
  return { given, unknown }
}
