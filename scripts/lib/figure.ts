/** One measured figure; a budget, where there is one, is inclusive. */
export interface Figure {
  bench: string
  value: number
  unit: string
  budget: number | null
  better: 'lower' | 'higher'
}

/** A bench file's default export. */
export type Bench = () => AsyncGenerator<Figure>

export const figure = (bench: string, value: number, unit: string, budget: number | null = null): Figure => ({
  bench,
  value: Math.round(value * 100) / 100,
  unit,
  budget,
  better: 'lower',
})

/** Stands where a bench ended before its last figure. */
export const brokenOff = (bench: string, error: string) => ({ bench, value: null, error })

export function isBroken({ value, budget, better }: Figure): boolean {
  if (Number.isNaN(value)) return true
  if (budget === null) return false
  return better === 'lower' ? value > budget : value < budget
}

/** The value below which the given part (0 to 1) of the samples lies. */
export function quantile(samples: readonly number[], part: number): number {
  const sorted = [...samples].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN
}
