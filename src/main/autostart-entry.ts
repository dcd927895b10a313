/**
 * The text of an XDG autostart entry.
 * Source: freedesktop.org, Desktop Entry Specification, "The Exec key" (quoting of arguments).
 */
export function autostartEntry(name: string, command: readonly string[]): string {
  return [
    '[Desktop Entry]',
    'Type=Application',
    `Name=${name}`,
    `Exec=${command.map(quote).join(' ')}`,
    'X-GNOME-Autostart-enabled=true',
    '',
  ].join('\n')
}

function quote(argument: string): string {
  const inQuotes = argument.replace(/["`$\\]/g, '\\$&').replaceAll('%', '%%')
  // The key's value is itself a string in which a backslash is written twice.
  return `"${inQuotes.replaceAll('\\', '\\\\')}"`
}
