/** 2 条待确认: records that are not counted until somebody has said yes; undefined where nothing waits. */
export const waitsWords = (waits = 0): string | undefined => (waits > 0 ? `${waits} 条待确认` : undefined)

/** What stands beside done of owed: 其中补录 1, 2 条待确认; empty where there is neither. */
export const besideFacts = ({
  late = 0,
  waits = 0,
}: {
  late?: number | undefined
  waits?: number | undefined
}): string[] => [late > 0 ? `其中补录 ${late}` : [], waitsWords(waits) ?? []].flat()
