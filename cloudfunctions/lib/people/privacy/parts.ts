/** Characters of a part: three bytes each and the rest of the answer stay below the 100 KB a function may answer. */
const PART = 24_000

/** A long text in parts that end with a line wherever a line ends in time. */
export function partsOf(text: string, most: number = PART): string[] {
  const parts: string[] = []
  for (let rest = text; ;) {
    if (rest.length <= most) return [...parts, rest]
    const line = rest.lastIndexOf('\n', most - 1) + 1
    const end = line > 0 ? line : most
    parts.push(rest.slice(0, end))
    rest = rest.slice(end)
  }
}
