import { readBashWords } from './bash-words'
import { readCmdWords } from './cmd-words'
import type { ShellCommand } from './shell-command'

/** The commands of a text copied from a terminal, from documentation or from a browser. */
export function readShellCommands(text: string): readonly ShellCommand[] {
  // Leading prompts of documentation (`$ curl …`) are no part of the command.
  const clean = text.replace(/^[ \t]*[$>%][ \t]+(?=\S*curl)/gim, '')
  return looksLikeCmd(clean) ? readCmdWords(clean) : readBashWords(clean)
}

/**
 * Windows' cmd.exe: outside of quotes a caret ends a line or stands before a quote or a special sign, or quotes are
 * doubled within quotes.
 */
function looksLikeCmd(text: string): boolean {
  const unquoted = text.replace(/\\[\s\S]|\$'(?:[^'\\]|\\[\s\S])*'|'[^']*'|"(?:[^"\\]|\\[\s\S])*"/g, '')
  if (/(^|\s)\^|\^[ \t\r]*\n|\^[&|<>^]/.test(unquoted)) return true
  // Single quotes around a word are bash's; cmd knows none.
  if (/(^|\s)\$?'/.test(text)) return false
  // Looked for where a JSON body begins, since bash joins `"a""b"` to one word.
  return /(^|\s)"[{[]\s*(?:\{\s*)?""\w/.test(text)
}
