/** `Test lead copy`, and where that is taken `Test lead copy 2`, … */
export function copyName(name: string, taken: readonly string[]): string {
  for (let number = 1; ; number++) {
    const candidate = number === 1 ? `${name} copy` : `${name} copy ${number}`
    if (!taken.includes(candidate)) return candidate
  }
}
