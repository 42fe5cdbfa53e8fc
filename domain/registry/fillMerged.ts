import type { Cell, Merge } from './cell'

/** Cells that merging may fill; overlapping giants are nobody's register. */
const MOST_FILLED = 2_000_000

/** Merged cells all say what the first of them says. */
export function fillMerged(rows: Cell[][], merges: readonly Merge[]): void {
  let left = MOST_FILLED
  for (const { startRow, startCol, endRow, endCol } of merges) {
    const value = rows[startRow]?.[startCol] ?? null
    const merged = rows.slice(startRow, endRow + 1)
    left -= merged.length * (endCol - startCol + 1)
    if (left < 0) return
    for (const cells of merged) for (let c = startCol; c <= endCol; c += 1) cells[c] = value
  }
}
