/** One line of a comparison: in both texts, only in the left, or only in the right one. */
export type DiffLine = { readonly kind: 'same' | 'left' | 'right'; readonly text: string }

/** More cells than this are not compared: 4 million take some 10 ms. */
const cellLimit = 4_000_000

/**
 * Compares two texts line by line by their longest common subsequence. Texts that differ over too many lines for that
 * are shown one after the other, apart from the lines that they share at both ends.
 */
export function diffLines(left: string, right: string): readonly DiffLine[] {
  const lefts = left.split('\n')
  const rights = right.split('\n')
  let start = 0
  while (start < lefts.length && start < rights.length && lefts[start] === rights[start]) start++
  let end = 0
  while (
    end < lefts.length - start &&
    end < rights.length - start &&
    lefts[lefts.length - 1 - end] === rights[rights.length - 1 - end]
  ) {
    end++
  }
  return [
    ...linesOf('same', lefts.slice(0, start)),
    ...diffMiddle(lefts.slice(start, lefts.length - end), rights.slice(start, rights.length - end)),
    ...linesOf('same', lefts.slice(lefts.length - end)),
  ]
}

function diffMiddle(lefts: readonly string[], rights: readonly string[]): readonly DiffLine[] {
  const width = rights.length + 1
  if ((lefts.length + 1) * width > cellLimit) return [...linesOf('left', lefts), ...linesOf('right', rights)]
  // common[l * width + r]: length of the longest common subsequence of the lines from l and from r on.
  const common = new Uint32Array((lefts.length + 1) * width)
  const at = (l: number, r: number) => common[l * width + r] ?? 0
  for (let l = lefts.length - 1; l >= 0; l--) {
    for (let r = rights.length - 1; r >= 0; r--) {
      common[l * width + r] = lefts[l] === rights[r] ? at(l + 1, r + 1) + 1 : Math.max(at(l + 1, r), at(l, r + 1))
    }
  }
  const lines: DiffLine[] = []
  let l = 0
  let r = 0
  while (l < lefts.length && r < rights.length) {
    if (lefts[l] === rights[r]) {
      lines.push({ kind: 'same', text: lefts[l] ?? '' })
      l++
      r++
    } else if (at(l + 1, r) >= at(l, r + 1)) lines.push({ kind: 'left', text: lefts[l++] ?? '' })
    else lines.push({ kind: 'right', text: rights[r++] ?? '' })
  }
  return [...lines, ...linesOf('left', lefts.slice(l)), ...linesOf('right', rights.slice(r))]
}

function linesOf(kind: DiffLine['kind'], texts: readonly string[]): readonly DiffLine[] {
  return texts.map((text) => ({ kind, text }))
}
