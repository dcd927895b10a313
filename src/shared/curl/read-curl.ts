import { buildCurlRequest } from './build-curl-request'
import type { CurlArgument } from './curl-arguments'
import { readArguments } from './curl-arguments'
import type { CurlRequest } from './curl-request'
import { readShellCommands } from './shell-words'

export { looksLikeCurl } from './looks-like-curl'

/**
 * The requests of a text with cURL commands, in bash or Windows cmd quoting: one for each URL. Other commands in it are
 * passed over; a text without any curl command gives none.
 */
export function readCurl(text: string): readonly CurlRequest[] {
  return readShellCommands(text).flatMap(({ words, input }) => {
    const at = words.findIndex((word) => /(?:^|[\\/])curl(?:\.exe)?$/i.test(word))
    // `sudo curl`, `FLAG=1 curl`, `time curl`; but not `echo see curl`, where it is no command.
    if (at < 0 || !words.slice(0, at).every(isPrefix)) return []
    const { given, unknown } = readArguments(words.slice(at + 1))
    return transfers(given).flatMap((options, index) => buildCurlRequest(options, input, index === 0 ? unknown : []))
  })
}

function isPrefix(word: string): boolean {
  return /^(?:sudo|time|env|exec|command|nohup|then|do|if|!|\(|\{|\w+=.*)$/s.test(word)
}

/** `--next` begins anew. */
function transfers(given: readonly CurlArgument[]): readonly (readonly CurlArgument[])[] {
  const found: CurlArgument[][] = [[]]
  for (const argument of given) {
    if (argument.name === 'next') found.push([])
    else found.at(-1)?.push(argument)
  }
  return found
}
