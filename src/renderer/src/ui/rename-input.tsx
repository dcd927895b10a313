import { useRef, useState } from 'react'

type RenameInputProps = {
  readonly className: string | undefined
  /** For screen readers, translated. */
  readonly label: string
  readonly name: string
  readonly maxLength: number
  /** Called once: with the name as typed, or null where it stays as it was. */
  readonly onEnd: (typed: string | null) => void
  /** The keyboard ended it: the focus has to go somewhere. */
  readonly onKeyEnd: () => void
}

/** A name that is edited in its row of a list. Enter and leaving the field keep it, Esc does not. */
export function RenameInput({ className, label, name, maxLength, onEnd, onKeyEnd }: RenameInputProps) {
  const [typed, setTyped] = useState(name)
  const isDone = useRef(false)
  const end = (keep: boolean) => {
    // Leaving the field follows Enter and Esc, too.
    if (isDone.current) return
    isDone.current = true
    onEnd(keep ? typed : null)
  }
  return (
    <input
      ref={(input) => {
        if (input === null || input.dataset.begun) return
        input.dataset.begun = 'yes'
        input.focus()
        input.select()
      }}
      className={className}
      aria-label={label}
      maxLength={maxLength}
      value={typed}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={() => end(true)}
      onClick={(event) => event.stopPropagation()}
      onDoubleClick={(event) => event.stopPropagation()}
      onKeyDown={(event) => {
        event.stopPropagation()
        if (event.key !== 'Enter' && event.key !== 'Escape') return
        event.preventDefault()
        end(event.key === 'Enter')
        onKeyEnd()
      }}
    />
  )
}
