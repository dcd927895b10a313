import { AppError, type AppErrorData, toErrorData } from '@shared/app-error'
import type { Handlers } from '@shared/contract/command'
import { type ShellCommands, shellCommands } from '@shared/contract/shell-commands'

/** How a command of the shell is answered: errors do not keep their fields over Electron's own channel. */
export type ShellAnswer =
  | { readonly ok: true; readonly output: unknown }
  | { readonly ok: false; readonly error: AppErrorData }

/** Checks the input against the contract, runs the handler and wraps what came of it; never rejects. */
export async function runShellCommand(
  handlers: Handlers<ShellCommands>,
  name: unknown,
  input: unknown,
): Promise<ShellAnswer> {
  try {
    if (typeof name !== 'string' || !isCommandName(name)) throw new AppError('bad-input', { detail: String(name) })
    const checked = shellCommands[name].input.safeParse(input)
    if (!checked.success) {
      const issue = checked.error.issues[0]
      throw new AppError('bad-input', { detail: `${name}: ${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}` })
    }
    // The schema of this very command has just checked the input; the compiler cannot follow the name through the map.
    const handler = handlers[name] as (input: unknown) => unknown
    return { ok: true, output: await handler(checked.data) }
  } catch (error) {
    return { ok: false, error: toErrorData(error) }
  }
}

function isCommandName(name: string): name is keyof ShellCommands {
  return Object.hasOwn(shellCommands, name)
}
