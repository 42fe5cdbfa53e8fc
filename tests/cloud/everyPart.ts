/** Every part of an answer that comes in parts. */
export async function everyPart<R>(
  ask: (from: number) => Promise<{ rows: R[]; next?: number | undefined }>,
): Promise<R[]> {
  const rows: R[] = []
  for (let from: number | undefined = 0; from !== undefined;) {
    const part: { rows: R[]; next?: number | undefined } = await ask(from)
    rows.push(...part.rows)
    from = part.next
  }
  return rows
}
