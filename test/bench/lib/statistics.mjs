/** @param {readonly number[]} numbers @param {number} part e.g. 0.95 */
export function quantile(numbers, part) {
  const sorted = numbers.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN
}

/** @param {readonly number[]} numbers */
export function median(numbers) {
  return quantile(numbers, 0.5)
}
