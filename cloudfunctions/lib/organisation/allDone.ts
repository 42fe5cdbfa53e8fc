/** How many documents are written at the same time. */
const TOGETHER = 8

/** Does something with each, some at a time; false when any of it said so. */
export async function allDone<T>(rows: readonly T[], act: (row: T) => Promise<boolean>): Promise<boolean> {
  let isDone = true
  for (let i = 0; i < rows.length; i += TOGETHER) {
    const results = await Promise.all(rows.slice(i, i + TOGETHER).map(act))
    if (!results.every(Boolean)) isDone = false
  }
  return isDone
}
