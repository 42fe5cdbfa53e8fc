/** How many documents are written at the same time. */
const TOGETHER = 8

/** Runs `act` on every row, a few at a time; false when any of them gave false. */
export async function allDone<T>(rows: readonly T[], act: (row: T) => Promise<boolean>): Promise<boolean> {
  let isDone = true
  for (let i = 0; i < rows.length; i += TOGETHER) {
    const results = await Promise.all(rows.slice(i, i + TOGETHER).map(act))
    if (!results.every(Boolean)) isDone = false
  }
  return isDone
}
